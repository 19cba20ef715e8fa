// SPDX-License-Identifier: Apache-2.0
#include "CTextServices.h"

#include <cstring>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <uchardet/uchardet.h>

int copydesk_detect_charsets(const uint8_t *text, size_t bytes, CopydeskCharsetGuess *guesses, int capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UCharsetDetector *detector = ucsdet_open(&status);
    if (U_FAILURE(status)) return 0;
    int found = 0;
    int count = 0;
    ucsdet_setText(detector, reinterpret_cast<const char *>(text), static_cast<int32_t>(bytes), &status);
    const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
    for (int i = 0; U_SUCCESS(status) && i < count && found < capacity; i++) {
        const char *name = ucsdet_getName(matches[i], &status);
        int confidence = ucsdet_getConfidence(matches[i], &status);
        if (U_FAILURE(status) || !name || std::strlen(name) >= sizeof(guesses[found].name)) break;
        std::strcpy(guesses[found].name, name);
        guesses[found].confidence = confidence;
        found++;
    }
    ucsdet_close(detector);
    return found;
}

bool copydesk_vote_charset(const uint8_t *text, size_t bytes, CopydeskCharsetGuess *guess) {
    uchardet_t detector = uchardet_new();
    if (!detector) return false;
    bool found = false;
    if (uchardet_handle_data(detector, reinterpret_cast<const char *>(text), bytes) == 0) {
        uchardet_data_end(detector);
        const char *name = uchardet_get_charset(detector);
        if (name && *name && std::strlen(name) < sizeof(guess->name)) {
            std::strcpy(guess->name, name);
            guess->confidence = 0;
            found = true;
        }
    }
    uchardet_delete(detector);
    return found;
}

struct CopydeskDecoder {
    UConverter *converter;
    const char *position;
    const char *end;
};

CopydeskDecoder *copydesk_decoder_open(const char *name, const uint8_t *text, size_t bytes) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return nullptr;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    if (U_FAILURE(status)) {
        ucnv_close(converter);
        return nullptr;
    }
    const char *start = reinterpret_cast<const char *>(text);
    return new CopydeskDecoder{converter, start, start + bytes};
}

void copydesk_decoder_close(CopydeskDecoder *decoder) {
    if (!decoder) return;
    ucnv_close(decoder->converter);
    delete decoder;
}

size_t copydesk_decoder_next(CopydeskDecoder *decoder, CopydeskDecoded *steps, size_t capacity) {
    size_t count = 0;
    while (count < capacity) {
        UErrorCode status = U_ZERO_ERROR;
        const char *before = decoder->position;
        UChar32 scalar = ucnv_getNextUChar(decoder->converter, &decoder->position, decoder->end, &status);
        uint32_t length = static_cast<uint32_t>(decoder->position - before);
        if (status == U_INDEX_OUTOFBOUNDS_ERROR) {
            // The text is at its end; bytes that only switch a state may stand there.
            break;
        }
        if (U_FAILURE(status)) {
            if (length == 0) {
                // ICU would stay where it is: take one byte, so that every call moves on.
                if (decoder->position == decoder->end) break;
                decoder->position++;
                length = 1;
                ucnv_reset(decoder->converter);
            }
            steps[count++] = {0xFFFD, length, false};
        } else if (scalar >= 0xD800 && scalar < 0xE000) {
            steps[count++] = {0xFFFD, length, false};
        } else {
            steps[count++] = {static_cast<uint32_t>(scalar), length, true};
        }
    }
    return count;
}
