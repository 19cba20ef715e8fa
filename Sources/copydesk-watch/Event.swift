// SPDX-License-Identifier: GPL-2.0-only

internal import CInotifyTools

/// One event, copied out of the library's static storage, which its next call overwrites.
struct Event {
    var watch: Int32
    var mask: Int32
    /// Empty where it is about the watched folder itself.
    var name: [UInt8]

    enum Next {
        case event(Event)
        case nothing
        case failed(Int32)
    }

    /// Waits for at most a second, the library's shortest time.
    ///
    /// Always one event: for more the library spins. Its NULL means that time is up or that something failed, and only
    /// `inotifytools_error` tells which.
    static func next() -> Next {
        guard let event = unsafe inotifytools_next_events(1, 1) else {
            let number = inotifytools_error()
            return number == 0 ? .nothing : .failed(number)
        }
        let name = unsafe Array(bytesOf: copydesk_event_name(event))
        return unsafe .event(Event(watch: event.pointee.wd, mask: Int32(bitPattern: event.pointee.mask), name: name))
    }

    func has(_ bit: Int32) -> Bool { mask & bit != 0 }
    var isFolder: Bool { has(Int32(IN_ISDIR)) }
}

extension Array<UInt8> {
    /// Copies a C string.
    init(bytesOf string: UnsafePointer<CChar>) {
        self = []
        var next = unsafe string
        while unsafe next.pointee != 0 {
            unsafe append(UInt8(bitPattern: next.pointee))
            unsafe next += 1
        }
    }

    /// As a C string.
    var terminated: [CChar] { map { CChar(bitPattern: $0) } + [0] }
}
