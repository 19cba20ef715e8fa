// SPDX-License-Identifier: Apache-2.0
#ifndef COPYDESK_CARCHIVE_H
#define COPYDESK_CARCHIVE_H

#include <archive.h>
#include <archive_entry.h>
#include <locale.h>

/// libarchive gives names in the charset of the thread's locale and drops those that it cannot spell in it. In the C locale that a daemon runs in
/// these are all names beyond ASCII: so this thread takes UTF-8 while an archive is read, and nothing else in the process notices.
///
/// Returns what `copydesk_archive_leave` takes; all zero where the system has no such locale.
typedef struct {
    locale_t mine;
    locale_t before;
} CopydeskArchiveLocale;

static inline CopydeskArchiveLocale copydesk_archive_enter(void) {
    CopydeskArchiveLocale state = {(locale_t)0, (locale_t)0};
    state.mine = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
    if (state.mine) state.before = uselocale(state.mine);
    return state;
}

static inline void copydesk_archive_leave(CopydeskArchiveLocale state) {
    if (!state.mine) return;
    uselocale(state.before);
    freelocale(state.mine);
}

#endif
