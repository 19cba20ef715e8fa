// SPDX-License-Identifier: Apache-2.0
#include "CLexicons.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A new table is one line here: the file is tables/NAME.tsv.
#define TABLES(X) \
    X(stopwords)

static const uint8_t stopwords[] = {
#embed "tables/stopwords.tsv"
};

CopydeskTable copydesk_table(const char *name) {
#define CASE(table) \
    if (strcmp(name, #table) == 0) return (CopydeskTable){table, sizeof table};
    TABLES(CASE)
    return (CopydeskTable){NULL, 0};
}
