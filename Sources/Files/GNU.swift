// SPDX-License-Identifier: Apache-2.0

/// What Linux has beyond POSIX. Swift's Glibc module is read without `_GNU_SOURCE` and does not show it, and a C target
/// for three functions would say no more than these lines.
enum GNU {
    static let openPath: Int32 = 0x20_0000
    static let setLease: Int32 = 1024
    static let setSignal: Int32 = 10
    static let renameNoReplace: UInt32 = 1

    /// Kinds of file system, as `statfs` names them, where another machine may be writing and leases say nothing about it.
    static let remoteFileSystems: Set<UInt64> = [
        0x6969, 0x517B, 0xFE53_4D42, 0xFF53_4D42, 0x6573_5546, 0x0102_1997, 0x00C3_6400, 0x5346_414F, 0x7461_636F, 0x0BD0_0BD0,
    ]
}

@_silgen_name("renameat2")
func renameat2(
    _ sourceFolder: Int32, _ source: UnsafePointer<CChar>, _ targetFolder: Int32, _ target: UnsafePointer<CChar>, _ flags: UInt32
) -> Int32

@_silgen_name("getdents64")
func getdents64(_ folder: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int

/// The structure's first word is the kind; it is 120 bytes long.
@_silgen_name("fstatfs")
func fstatfs(_ file: Int32, _ buffer: UnsafeMutableRawPointer) -> Int32
