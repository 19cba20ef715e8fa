// SPDX-License-Identifier: GPL-2.0-only
//
// copydesk-watch FOLDER [--exclude NAME]… [--probe SECONDS]
//
// Tells on standard output, one line each, what happens in a folder and those below it:
//
//   ready              everything that is there is watched
//   file PATH          a file was closed after writing, or moved in; relative, bytes beyond A-Z a-z 0-9 . _ ~ / - as %XX
//   scan WHY …         something happened that files may have come with, unseen: look for yourself
//   blind WHY …        here events do not tell everything: look from time to time
//   sight              a test file was told of again, after "blind a test file gave no event"
//   gone WHY           the folder itself is gone; the last line
//
// Ends when standard input ends, because then its parent is dead. Exit status: 0 told to end, 2 usage, 3 cannot watch, 4 gone.
//
// A process of its own because libinotifytools keeps its state in globals, cannot be interrupted, and is under GPL-2.0.

internal import Glibc

guard let request = Request(CommandLine.arguments.dropFirst()) else {
    Output.complain("usage: copydesk-watch FOLDER [--exclude NAME]… [--probe SECONDS]")
    exit(Status.usage)
}
signal(SIGPIPE, SIG_IGN)
var watcher = FolderWatcher(request)
exit(watcher.run())
