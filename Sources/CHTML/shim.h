// SPDX-License-Identifier: Apache-2.0
#ifndef COPYDESK_CHTML_H
#define COPYDESK_CHTML_H

// Debian builds libxml2 with ICU, and its header for encodings would bring in ICU's own, which clash with the copy inside the
// toolchain wherever Foundation is imported too. Nothing here touches a converter.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>

/// `xmlFree` is a global variable holding a function, which Swift may not read safely.
static inline void copydesk_xml_free(void *memory) { xmlFree(memory); }

#endif
