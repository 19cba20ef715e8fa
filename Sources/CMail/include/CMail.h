// SPDX-License-Identifier: Apache-2.0
// GMime behind a plain C interface: one parsed mail as a flat list of what is in it. GLib's headers and casts stay on the other side.
#ifndef COPYDESK_CMAIL_H
#define COPYDESK_CMAIL_H

#include <stddef.h>
#include <stdint.h>

typedef struct CopydeskMail CopydeskMail;

typedef enum {
    CopydeskMailMessage,    ///< A header and the node behind it; the whole mail, or one that is enclosed.
    CopydeskMailMultipart,
    CopydeskMailLeaf,
} CopydeskMailKind;

/// One node. The strings are UTF-8 or what the mail has in their place, belong to the mail, and are NULL where it says nothing.
typedef struct {
    CopydeskMailKind kind;
    int parent;               ///< Index of the node around it; -1 for the mail itself.
    const char *type;         ///< "text/html"
    const char *charset;
    const char *disposition;
    const char *name;         ///< File name, decoded (RFC 2047, RFC 2231).
    const char *identifier;   ///< Content-ID without its brackets.
    const char *location;     ///< Content-Location
    const char *start;        ///< Which part a multipart/related starts from: a Content-ID.
} CopydeskMailNode;

/// Parses a message (RFC 5322, MIME). `bytes` are copied once. NULL where there are 2 GiB of them.
CopydeskMail *copydesk_mail_open(const uint8_t *bytes, size_t count);
void copydesk_mail_close(CopydeskMail *mail);

/// The nodes in document order, so that each stands before what is inside it.
size_t copydesk_mail_count(const CopydeskMail *mail);
CopydeskMailNode copydesk_mail_node(const CopydeskMail *mail, size_t index);

/// A field of a message's header, decoded and unfolded; NULL where it has none.
const char *copydesk_mail_field(CopydeskMail *mail, size_t message, const char *name);
/// The name of the sender at `position` of From; "" where only an address stands there; NULL behind the last.
const char *copydesk_mail_sender(CopydeskMail *mail, size_t message, int position);
/// The Date as RFC 3339 with the zone that it was written in; NULL where there is none that can be read.
const char *copydesk_mail_date(CopydeskMail *mail, size_t message);

/// A leaf's content without its transfer encoding. The bytes belong to the mail until the next call.
const uint8_t *copydesk_mail_content(CopydeskMail *mail, size_t leaf, size_t *count);

#endif
