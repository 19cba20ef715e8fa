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

#ifdef __cplusplus
}
#endif
#endif
