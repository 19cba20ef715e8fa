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
    char tag[16];        ///< BCP 47, "und" where CLD2 has no idea.
    int percent;         ///< Share of the text in this language, 0…100.
    bool reliable;       ///< CLD2's own judgement; where it is false, the tag is its best effort.
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

/// What a character means without its shape: one character in NFKC, in UTF-8.
typedef struct {
    uint8_t bytes[128];
    int count;           ///< The character itself where it has no other form.
} CopydeskForm;

CopydeskForm copydesk_compatibility_form(uint32_t scalar);

/// Fills `parts` with one character's letters and marks taken apart (NFD); 0 where it stays as it is.
int copydesk_decompose(uint32_t scalar, uint32_t *parts, int capacity);

// --- end of normalization

// charsets ---------------------------------------------------------------------------------------

/// A charset that ICU finds likely.
typedef struct {
    char name[32];    ///< IANA name, as ICU's detector spells it.
    int confidence;   ///< ICU's own judgement, 0…100.
} CopydeskCharsetGuess;

/// Fills `guesses`, best first. Returns how many there are; 0 where ICU has no idea or fails.
int copydesk_detect_charsets(const uint8_t *text, size_t bytes, CopydeskCharsetGuess *guesses, int capacity);

/// The charset that uchardet finds, whose own judgement stays inside: confidence is 0. `false` where it has no idea or fails.
bool copydesk_vote_charset(const uint8_t *text, size_t bytes, CopydeskCharsetGuess *guess);

/// One charset being decoded, one step after the other.
typedef struct CopydeskDecoder CopydeskDecoder;

/// `NULL` where ICU has no converter for `name`. The bytes must outlive the decoder.
CopydeskDecoder *copydesk_decoder_open(const char *name, const uint8_t *text, size_t bytes);
void copydesk_decoder_close(CopydeskDecoder *decoder);

/// One step: a code point and how many source bytes gave it (0 for the second code point of a pair that one code gives).
typedef struct {
    uint32_t scalar;   ///< U+FFFD where `valid` is false.
    uint32_t length;
    bool valid;
} CopydeskDecoded;

/// Fills `steps` and returns their number; 0 at the end of the text.
size_t copydesk_decoder_next(CopydeskDecoder *decoder, CopydeskDecoded *steps, size_t capacity);

// end of charsets --------------------------------------------------------------------------------

#ifdef __cplusplus
}
#endif
#endif
