// SPDX-License-Identifier: Apache-2.0
// Tables of facts, compiled into the program: no file to find at run time, mapped and not read at start.
// Each is tab-separated UTF-8, its lines sorted by bytes of their first field, so that a look-up is a binary search.
// `sentence_ends` and `languages` are not lines but weights, `places` records of 16 bytes. Sources and licences: Models/*/README.md.
#ifndef COPYDESK_CLEXICONS_H
#define COPYDESK_CLEXICONS_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    const uint8_t *bytes;
    size_t count;
} CopydeskTable;

/// The table of that name ("stopwords"), or {NULL, 0} where there is none.
CopydeskTable copydesk_table(const char *name);

#endif
