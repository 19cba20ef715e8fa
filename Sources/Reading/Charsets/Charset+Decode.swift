// SPDX-License-Identifier: Apache-2.0

internal import CTextServices
internal import Documents

extension Charset {
    /// The text of `bytes` from `start` on; what does not fit becomes U+FFFD and an edited run.
    ///
    /// - Returns: `nil` where ICU has no such converter.
    func decode(_ bytes: [UInt8], from start: Int = 0) -> DecodedText? {
        switch self {
        case .utf8: return decodeUTF8(bytes, from: start)
        case .utf16LE: return decodeUTF16(bytes, from: start, isLittleEndian: true)
        case .utf16BE: return decodeUTF16(bytes, from: start, isLittleEndian: false)
        default: return decodeByICU(bytes, from: start)
        }
    }

    private func decodeUTF8(_ bytes: [UInt8], from start: Int) -> DecodedText {
        if UTF8Check.isValid(bytes[start...]) {
            let text = start == 0 ? bytes : Array(bytes[start...])
            return DecodedText(bytes: text, map: .identity(count: text.count, at: start), charset: self, steps: text.count)
        }
        var builder = RunBuilder(at: start, capacity: bytes.count)
        let slice = bytes[start...]
        var copied = start
        var position = start
        while position < bytes.count {
            let (length, valid) = bytes[position] < 0x80 ? (1, true) : UTF8Check.sequence(in: slice, at: position)
            if !valid {
                builder.take(bytes[copied..<position])
                builder.takeInvalid(length: length)
                copied = position + length
            }
            position += length
        }
        builder.take(bytes[copied...])
        return builder.finish(self, units: .utf8, steps: bytes.count - start)
    }

    private func decodeUTF16(_ bytes: [UInt8], from start: Int, isLittleEndian: Bool) -> DecodedText {
        var builder = RunBuilder(at: start, capacity: bytes.count)
        let high = isLittleEndian ? 1 : 0
        func unit(_ at: Int) -> UInt32 { UInt32(bytes[at + high]) << 8 | UInt32(bytes[at + 1 - high]) }
        var position = start
        var steps = 0
        while position < bytes.count {
            steps += 1
            guard position + 1 < bytes.count else {
                builder.takeInvalid(length: 1)
                break
            }
            let first = unit(position)
            if let scalar = Unicode.Scalar(first) {
                builder.take(scalar, length: 2)
                position += 2
            } else if first < 0xDC00, position + 3 < bytes.count, unit(position + 2) & 0xFC00 == 0xDC00,
                let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (unit(position + 2) & 0x3FF))
            {
                builder.take(scalar, length: 4)
                position += 4
            } else {
                builder.takeInvalid(length: 2)
                position += 2
            }
        }
        return builder.finish(self, units: .utf16, steps: steps)
    }

    private func decodeByICU(_ bytes: [UInt8], from start: Int) -> DecodedText? {
        if let table = singleByteTable() {
            var builder = RunBuilder(at: start, capacity: bytes.count + bytes.count / 4)
            for byte in bytes[start...] {
                if let scalar = table[Int(byte)] { builder.take(scalar, length: 1) } else { builder.takeInvalid(length: 1) }
            }
            return builder.finish(self, units: .singleByte, steps: bytes.count - start)
        }
        var builder = RunBuilder(at: start, capacity: bytes.count + bytes.count / 2)
        var steps = 0
        let isKnown = forEachStep(of: bytes, from: start) { step in
            steps += 1
            if step.valid, let scalar = Unicode.Scalar(step.scalar) {
                builder.takeOpaque(scalar, length: Int(step.length))
            } else {
                builder.takeInvalid(length: Int(step.length))
            }
        }
        return isKnown ? builder.finish(self, units: .opaque, steps: steps) : nil
    }

    /// What each byte means, where a byte is always a code point.
    private func singleByteTable() -> [Unicode.Scalar?]? {
        guard !name.hasPrefix("UTF") else { return nil }
        var table: [Unicode.Scalar?] = []
        let isKnown = forEachStep(of: Array(0...255), from: 0) { step in
            if step.length == 1 { table.append(step.valid ? Unicode.Scalar(step.scalar) : nil) }
        }
        return isKnown && table.count == 256 ? table : nil
    }

    private func forEachStep(of bytes: [UInt8], from start: Int, _ body: (CopydeskDecoded) -> Void) -> Bool {
        guard let converter else { return false }
        return unsafe bytes.withUnsafeBufferPointer { buffer in
            guard start < buffer.count, let base = buffer.baseAddress else { return true }
            let opened = unsafe copydesk_decoder_open(converter, base + start, buffer.count - start)
            guard let decoder = unsafe opened else { return false }
            defer { unsafe copydesk_decoder_close(decoder) }
            var steps = [CopydeskDecoded](repeating: CopydeskDecoded(), count: 4096)
            while true {
                let count = unsafe steps.withUnsafeMutableBufferPointer { steps in
                    unsafe copydesk_decoder_next(decoder, steps.baseAddress, steps.count)
                }
                if count == 0 { return true }
                for step in steps[0..<count] { body(step) }
            }
        }
    }
}
