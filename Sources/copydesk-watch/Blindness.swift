// SPDX-License-Identifier: GPL-2.0-only

internal import CInotifyTools
internal import Glibc

/// Where inotify does not see all that happens.
enum Blindness {
    /// The file system's name if others can write to it behind this kernel's back.
    static func remoteFileSystem(of folder: String) -> String? {
        switch unsafe copydesk_file_system(folder) {
        case 0x6969: "NFS"
        case 0x517B, 0xFE53_4D42, 0xFF53_4D42: "SMB"
        case 0x6573_5546: "FUSE"
        case 0x0102_1997: "9p"
        case 0x00C3_6400: "Ceph"
        case 0x5346_414F: "AFS"
        case 0x786F_4256: "VirtualBox"
        default: nil
        }
    }

    /// A dot-file whose event proves that events arrive at all.
    struct Probe {
        let name: [UInt8]
        private let path: String

        /// `nil` where no file can be made; then nothing is proven.
        init?(in folder: String) {
            let name = ".copydesk-watch-\(getpid())"
            path = "\(folder)/\(name)"
            self.name = Array(name.utf8)
            let file = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
            guard file >= 0 else { return nil }
            close(file)
        }

        func remove() { _ = unsafe unlink(path) }
    }
}
