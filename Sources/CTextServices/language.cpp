// SPDX-License-Identifier: Apache-2.0
#include "CTextServices.h"

#include <cstdio>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>
#include <cstring>

CopydeskLanguage copydesk_detect_language(const uint8_t *text, size_t bytes) {
    CopydeskLanguage result = {"und", 0, false};
    CLD2::Language languages[3];
    int percents[3];
    int textBytes = 0;
    bool reliable = false;
    const char *start = reinterpret_cast<const char *>(text);
    int length = bytes > 1000000 ? 1000000 : static_cast<int>(bytes);
    while (length > 0 && length < static_cast<int>(bytes) && (text[length] & 0xC0) == 0x80) length--;
    CLD2::CLDHints hints = {nullptr, nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    double scores[3];
    CLD2::ExtDetectLanguageSummary(
        start, length, true, &hints, CLD2::kCLDFlagBestEffort, languages, percents, scores, nullptr, &textBytes, &reliable);
    if (languages[0] == CLD2::UNKNOWN_LANGUAGE) return result;
    std::strncpy(result.tag, CLD2::LanguageCode(languages[0]), sizeof(result.tag) - 1);
    result.percent = percents[0];
    result.reliable = reliable;
    return result;
}
