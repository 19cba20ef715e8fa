// SPDX-License-Identifier: GPL-2.0-only
// Belongs to copydesk-watch, the one program that links libinotifytools.
#ifndef COPYDESK_CINOTIFYTOOLS_H
#define COPYDESK_CINOTIFYTOOLS_H

#include <inotifytools/inotify.h>
#include <inotifytools/inotifytools.h>
#include <sys/vfs.h>

/// The flexible array member `name`, which Swift does not import. Empty where the event is about the folder itself.
static inline const char *copydesk_event_name(const struct inotify_event *event) {
    return event->len ? event->name : "";
}

/// The kind of file system that a folder lies on, as `statfs` names it; 0 where it cannot be told.
static inline unsigned long copydesk_file_system(const char *path) {
    struct statfs status;
    return statfs(path, &status) == 0 ? (unsigned long)status.f_type & 0xFFFFFFFFul : 0;
}

#endif
