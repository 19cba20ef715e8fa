// SPDX-License-Identifier: Apache-2.0
#ifndef COPYDESK_CSTEMMER_H
#define COPYDESK_CSTEMMER_H
#include <libstemmer.h>
#endif
