// SPDX-License-Identifier: Apache-2.0

/// Why a call to the file system failed.
package struct FileError: Error, Hashable, Sendable {
    package enum Code: Hashable, Sendable, CaseIterable {
        case notFound, exists, denied, readOnly, noSpace, tooManyOpen, inputOutput, notAFolder, isAFolder, notEmpty
        case otherFileSystem, nameTooLong, tooLarge, notRegular, unsupported, noMemory, other
    }

    package var code: Code
    /// The system's own name for it, such as `ENOSPC`; empty for what `Files` found itself.
    package var errno: String
    package var place: Place

    package init(_ code: Code, errno: String = "", at place: Place) {
        self.code = code
        self.errno = errno
        self.place = place
    }

    package var problem: String {
        switch code {
        case .notFound: "there is no such file"
        case .exists: "a file of this name exists"
        case .denied: "permission is denied"
        case .readOnly: "the file system is mounted read-only"
        case .noSpace: "there is no space left on the file system"
        case .tooManyOpen: "too many files are open"
        case .inputOutput: "the disk reports an error"
        case .notAFolder: "a part of the path is not a folder"
        case .isAFolder: "this is a folder"
        case .notEmpty: "the folder is not empty"
        case .otherFileSystem: "the two places are on different file systems"
        case .nameTooLong: "the name is too long"
        case .tooLarge: "the file is larger than allowed"
        case .notRegular: "this is not a regular file"
        case .unsupported: "the file system cannot do this"
        case .noMemory: "the machine is out of memory"
        case .other: "the system refused"
        }
    }

    package var remedy: String {
        switch code {
        case .notFound: "Check that the folder still exists"
        case .exists: "Move one of the two away"
        case .denied: "Give the user of the daemon permission to write the folder and to read the file"
        case .readOnly: "Mount it for writing"
        case .noSpace: "Free space, or raise the quota; work goes on by itself"
        case .tooManyOpen: "Raise the limit of open files (LimitNOFILE= in the unit)"
        case .inputOutput: "Check the disk (dmesg, smartctl)"
        case .notAFolder: "Move away what stands where a folder should be"
        case .isAFolder: "Move the folder away"
        case .notEmpty: "Nothing; it is removed when it is empty"
        case .otherFileSystem: "Put both folders on one file system"
        case .nameTooLong: "Shorten the name"
        case .tooLarge: "Raise maximum_size in the manifest, or split the file"
        case .notRegular: "Drop the file itself rather than a link, pipe or device"
        case .unsupported: "Put the folder on a local file system"
        case .noMemory: "Give the machine more memory, or lower concurrency"
        case .other: "See the error's name in errno(3)"
        }
    }
}

extension FileError: CustomStringConvertible {
    package var description: String {
        "\(place): \(problem)\(errno.isEmpty ? "" : " (\(errno))"). \(remedy)."
    }
}
