// SPDX-License-Identifier: GPL-2.0-only
// Belongs to copydesk-watch, the one program that links libinotifytools.
#ifndef COPYDESK_CINOTIFYTOOLS_H
#define COPYDESK_CINOTIFYTOOLS_H

#include <inotifytools/inotify.h>
#include <inotifytools/inotifytools.h>

/// The flexible array member `name`, which Swift does not import. Empty where the event is about the folder itself.
static inline const char *copydesk_event_name(const struct inotify_event *event) {
    return event->len ? event->name : "";
}

#endif
