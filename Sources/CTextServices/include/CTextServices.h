// SPDX-License-Identifier: Apache-2.0
// ICU and CLD2 behind a plain C interface: their own headers must not reach a Swift target,
// where ICU's would clash with the copy inside the toolchain.
#ifndef COPYDESK_CTEXTSERVICES_H
#define COPYDESK_CTEXTSERVICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// The most likely language of UTF-8 text, by CLD2.
typedef struct {
    char tag[16];        ///< BCP 47, "und" where CLD2 is not sure of anything.
    int percent;         ///< Share of the text in this language, 0…100.
    bool reliable;       ///< CLD2's own judgement.
} CopydeskLanguage;

CopydeskLanguage copydesk_detect_language(const uint8_t *text, size_t bytes);

// --- normalization

/// One stretch of a text and what takes its place.
typedef struct {
    size_t start;        ///< Offset of the stretch in the text.
    size_t length;
    size_t replacement;  ///< Offset of what takes its place, in `bytes`.
    size_t count;
} CopydeskTextChange;

/// What brings a text into NFC. Both arrays belong to the caller.
typedef struct {
    CopydeskTextChange *changes;
    size_t changeCount;
    uint8_t *bytes;
    size_t byteCount;
    bool failed;         ///< More than 1 GiB of text, or no memory.
} CopydeskNormalization;

/// Compares valid UTF-8 with its normalization form C, by ICU. No changes where the text is in it already.
CopydeskNormalization copydesk_normalize_nfc(const uint8_t *text, size_t bytes);
void copydesk_free_normalization(CopydeskNormalization result);

// --- end of normalization

#ifdef __cplusplus
}
#endif
#endif
