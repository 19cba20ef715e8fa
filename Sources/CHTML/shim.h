// SPDX-License-Identifier: Apache-2.0
#ifndef COPYDESK_CHTML_H
#define COPYDESK_CHTML_H

#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>

/// `xmlFree` is a global variable holding a function, which Swift may not read safely.
static inline void copydesk_xml_free(void *memory) { xmlFree(memory); }

#endif
