// SPDX-License-Identifier: Apache-2.0
#include "CLexicons.h"

#include <string.h>

#pragma clang diagnostic ignored "-Wc23-extensions"

// A new table is one line here: the file is tables/NAME.tsv, or .bin for weights and records.
#define TABLES(X) \
    X(event_words) \
    X(languages) \
    X(mediatopics) \
    X(sentence_ends) \
    X(stopwords) \
    X(tone_words) \
    X(topicterms) \
    X(name_aliases) \
    X(name_demonyms) \
    X(name_places) \
    X(name_words) \
    X(place_areas) \
    X(place_names) \
    X(places)

static const uint8_t event_words[] = {
#embed "tables/event_words.tsv"
};

static const uint8_t languages[] = {
#embed "tables/languages.bin"
};

static const uint8_t mediatopics[] = {
#embed "tables/mediatopics.tsv"
};

static const uint8_t sentence_ends[] = {
#embed "tables/sentence_ends.bin"
};

static const uint8_t stopwords[] = {
#embed "tables/stopwords.tsv"
};

static const uint8_t tone_words[] = {
#embed "tables/tone_words.tsv"
};

static const uint8_t topicterms[] = {
#embed "tables/topicterms.tsv"
};

static const uint8_t name_aliases[] = {
#embed "tables/name_aliases.tsv"
};

static const uint8_t name_demonyms[] = {
#embed "tables/name_demonyms.tsv"
};

static const uint8_t name_places[] = {
#embed "tables/name_places.tsv"
};

static const uint8_t name_words[] = {
#embed "tables/name_words.tsv"
};

static const uint8_t place_areas[] = {
#embed "tables/place_areas.tsv"
};

static const uint8_t place_names[] = {
#embed "tables/place_names.tsv"
};

static const uint8_t places[] = {
#embed "tables/places.bin"
};

CopydeskTable copydesk_table(const char *name) {
#define CASE(table) \
    if (strcmp(name, #table) == 0) return (CopydeskTable){table, sizeof table};
    TABLES(CASE)
    return (CopydeskTable){NULL, 0};
}
