// SPDX-License-Identifier: Apache-2.0

internal import Glibc

/// The one place where a number of the system becomes a code of ours.
extension FileError {
    package init(errno number: Int32, at place: Place) {
        let (code, name) = Self.meaning(of: number)
        self.init(code, errno: name, at: place)
    }

    private static func meaning(of number: Int32) -> (Code, String) {
        switch number {
        case ENOENT: (.notFound, "ENOENT")
        case EEXIST: (.exists, "EEXIST")
        case EACCES: (.denied, "EACCES")
        case EPERM: (.denied, "EPERM")
        case EROFS: (.readOnly, "EROFS")
        case ENOSPC: (.noSpace, "ENOSPC")
        case EDQUOT: (.noSpace, "EDQUOT")
        case EMFILE: (.tooManyOpen, "EMFILE")
        case ENFILE: (.tooManyOpen, "ENFILE")
        case EIO: (.inputOutput, "EIO")
        case ENXIO: (.notRegular, "ENXIO")
        case ENOTDIR: (.notAFolder, "ENOTDIR")
        case ELOOP: (.notRegular, "ELOOP")
        case EISDIR: (.isAFolder, "EISDIR")
        case ENOTEMPTY: (.notEmpty, "ENOTEMPTY")
        case EXDEV: (.otherFileSystem, "EXDEV")
        case ENAMETOOLONG: (.nameTooLong, "ENAMETOOLONG")
        case EFBIG: (.tooLarge, "EFBIG")
        case ENOSYS: (.unsupported, "ENOSYS")
        case EOPNOTSUPP: (.unsupported, "EOPNOTSUPP")
        case EINVAL: (.unsupported, "EINVAL")
        case ENOMEM: (.noMemory, "ENOMEM")
        case ESTALE: (.inputOutput, "ESTALE")
        case EBUSY: (.other, "EBUSY")
        default: (.other, "errno \(number)")
        }
    }
}
