// SPDX-License-Identifier: Apache-2.0
// Stands here for the flags that pkg-config gives; `CMail` alone includes it.
#ifndef COPYDESK_CGMIME_H
#define COPYDESK_CGMIME_H
#include <gmime/gmime.h>
#endif
