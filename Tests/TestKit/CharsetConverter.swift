// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The C library's converter between charsets: one that is not ours, to test ours against.
@safe package struct CharsetConverter: ~Copyable {
    private let converter: iconv_t?

    /// - Returns: `nil` where the C library does not know a name.
    package init?(from source: String, to target: String) {
        let opened = unsafe iconv_open(target, source)
        guard unsafe opened != iconv_t(bitPattern: -1) else { return nil }
        unsafe converter = opened
    }

    deinit { unsafe _ = iconv_close(converter) }

    /// What a few bytes become; `nil` where the target has nothing for them. Without bytes, what brings the target back into its first state.
    package func converted(_ bytes: [UInt8]?) -> [UInt8]? {
        var input = (bytes ?? []).map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: 32)
        let written: Int? = unsafe input.withUnsafeMutableBufferPointer { input in
            unsafe output.withUnsafeMutableBufferPointer { output in
                var source = bytes == nil ? nil : input.baseAddress
                var left = input.count
                var target = output.baseAddress
                var room = 32
                return unsafe iconv(converter, &source, &left, &target, &room) == 0 ? 32 - room : nil
            }
        }
        return written.map { count in output.prefix(count).map { UInt8(bitPattern: $0) } }
    }
}
