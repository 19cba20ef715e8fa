// SPDX-License-Identifier: Apache-2.0
#include "CTextServices.h"

#include <climits>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>
#include <vector>

#include <unicode/bytestream.h>
#include <unicode/edits.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/unistr.h>

// No exception may leave this file: the callers are Swift.
CopydeskNormalization copydesk_normalize_nfc(const uint8_t *text, size_t bytes) {
    CopydeskNormalization result = {nullptr, 0, nullptr, 0, false};
    if (bytes == 0) return result;
    if (bytes > INT_MAX / 2) {
        result.failed = true;
        return result;
    }
    try {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
        icu::StringPiece source(reinterpret_cast<const char *>(text), static_cast<int32_t>(bytes));
        if (U_SUCCESS(error) && nfc->isNormalizedUTF8(source, error) && U_SUCCESS(error)) return result;
        std::string replacements;
        icu::Edits edits;
        {
            icu::StringByteSink<std::string> sink(&replacements);
            nfc->normalizeUTF8(U_OMIT_UNCHANGED_TEXT, source, sink, &edits, error);
        }
        std::vector<CopydeskTextChange> changes;
        icu::Edits::Iterator iterator = edits.getFineChangesIterator();
        while (U_SUCCESS(error) && iterator.next(error)) {
            changes.push_back({
                static_cast<size_t>(iterator.sourceIndex()), static_cast<size_t>(iterator.oldLength()),
                static_cast<size_t>(iterator.replacementIndex()), static_cast<size_t>(iterator.newLength())});
        }
        if (U_FAILURE(error)) {
            result.failed = true;
            return result;
        }
        result.changes = static_cast<CopydeskTextChange *>(std::malloc(changes.size() * sizeof(CopydeskTextChange) + 1));
        result.bytes = static_cast<uint8_t *>(std::malloc(replacements.size() + 1));
        if (!result.changes || !result.bytes) {
            copydesk_free_normalization(result);
            return {nullptr, 0, nullptr, 0, true};
        }
        if (!changes.empty()) std::memcpy(result.changes, changes.data(), changes.size() * sizeof(CopydeskTextChange));
        if (!replacements.empty()) std::memcpy(result.bytes, replacements.data(), replacements.size());
        result.changeCount = changes.size();
        result.byteCount = replacements.size();
    } catch (const std::bad_alloc &) {
        copydesk_free_normalization(result);
        return {nullptr, 0, nullptr, 0, true};
    }
    return result;
}

void copydesk_free_normalization(CopydeskNormalization result) {
    std::free(result.changes);
    std::free(result.bytes);
}

CopydeskForm copydesk_compatibility_form(uint32_t scalar) {
    CopydeskForm result = {{0}, 0};
    try {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2 *nfkc = icu::Normalizer2::getNFKCInstance(error);
        icu::UnicodeString source(static_cast<UChar32>(scalar));
        icu::UnicodeString form = U_SUCCESS(error) ? nfkc->normalize(source, error) : source;
        if (U_FAILURE(error)) form = source;
        std::string bytes;
        form.toUTF8String(bytes);
        if (bytes.size() <= sizeof(result.bytes)) {
            std::memcpy(result.bytes, bytes.data(), bytes.size());
            result.count = static_cast<int>(bytes.size());
        }
    } catch (const std::bad_alloc &) {
    }
    return result;
}

int copydesk_decompose(uint32_t scalar, uint32_t *parts, int capacity) {
    try {
        UErrorCode error = U_ZERO_ERROR;
        const icu::Normalizer2 *nfc = icu::Normalizer2::getNFCInstance(error);
        icu::UnicodeString form;
        if (U_FAILURE(error) || !nfc->getDecomposition(static_cast<UChar32>(scalar), form)) return 0;
        int count = 0;
        for (int32_t i = 0; i < form.length() && count < capacity; i = form.moveIndex32(i, 1)) {
            parts[count++] = static_cast<uint32_t>(form.char32At(i));
        }
        return count;
    } catch (const std::bad_alloc &) {
        return 0;
    }
}
