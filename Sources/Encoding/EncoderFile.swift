// SPDX-License-Identifier: Apache-2.0

internal import CKernels
internal import Crypto
internal import Documents
internal import Files

/// A model as `Models/encoder/pack.py` wrote it: safetensors, with int8 weights, mapped and checked.
///
/// Everything is checked before anything is used: that the header is one, that tensors lie inside the file and at edges that a number may lie
/// at, and that the digest in the metadata is that of the file.
package struct EncoderFile: Sendable {
    /// The whole file's SHA-256, counted with zeros in the place of the digest, in hexadecimal: what names this model.
    package let digest: String
    package let name: String
    package let path: String
    let mapped: MappedFile
    let metadata: [String: String]
    private let tensors: [String: Tensor]

    static let maximumSize = 1 << 30
    private static let maximumHeader = 1 << 20

    package init(_ path: String) throws(EncoderError) {
        do {
            mapped = try MappedFile(path, maximumSize: Self.maximumSize)
        } catch {
            throw EncoderError(error, path)
        }
        self.path = path
        let bytes = unsafe mapped.bytes
        let header = unsafe try Self.header(bytes, path)
        let start = 8 + header.count
        let (metadata, digestOffset, tensors) = try Self.entries(header, dataCount: bytes.count - start, start: start, path)
        self.metadata = metadata
        self.tensors = tensors
        let digest = metadata["sha256"] ?? ""
        let counted = unsafe Self.digest(of: bytes, digestAt: 8 + digestOffset)
        guard counted == digest else {
            throw EncoderError(.damaged, path, "the model's digest is not that of its bytes", remedy: Self.copyAgain)
        }
        self.digest = digest
        name = metadata["name"] ?? "encoder"
    }

    static let copyAgain = "Copy the model again, or pack it anew (Models/encoder/README.md)"

    /// One tensor's place in the file.
    private struct Tensor {
        var kind: String
        var shape: [Int]
        var range: Range<Int>
    }

    /// The JSON between the eight bytes of its length and the data.
    private static func header(_ bytes: UnsafeRawBufferPointer, _ path: String) throws(EncoderError) -> [UInt8] {
        guard bytes.count >= 8 else {
            throw EncoderError(.foreign, path, "the file is too short for a model", remedy: copyAgain)
        }
        let length = UInt64(littleEndian: unsafe bytes.loadUnaligned(as: UInt64.self))
        guard length <= UInt64(maximumHeader) else {
            throw EncoderError(.foreign, path, "this is not a safetensors file", remedy: copyAgain)
        }
        guard Int(length) <= bytes.count - 8 else {
            throw EncoderError(.damaged, path, "the file ends within its header", remedy: copyAgain)
        }
        return unsafe Array(bytes[8..<8 + Int(length)])
    }

    private static func entries(
        _ header: [UInt8], dataCount: Int, start: Int, _ path: String
    ) throws(EncoderError) -> (metadata: [String: String], digestOffset: Int, tensors: [String: Tensor]) {
        let json: JSON
        do {
            json = try JSONParser.parse(header)
        } catch {
            throw EncoderError(.foreign, path, "this is not a safetensors file", remedy: copyAgain)
        }
        var metadata: [String: String] = [:]
        var digestOffset = -1
        for member in json["__metadata__"]?.members ?? [] {
            metadata[member.name] = member.value.string
            if member.name == "sha256" { digestOffset = member.value.offset + 1 }
        }
        guard metadata["format"] == "copydesk-encoder" else {
            throw EncoderError(.foreign, path, "this is not a model of copydesk", remedy: "Pack one by Models/encoder/pack.py")
        }
        guard metadata["version"] == "1" else {
            throw EncoderError(.foreign, path, "the model is of another version", remedy: "Pack it by the pack.py of this version")
        }
        guard let digest = metadata["sha256"], digest.utf8.count == 64, digestOffset >= 0, digestOffset + 64 <= header.count,
            header[digestOffset..<digestOffset + 64].elementsEqual(digest.utf8)
        else { throw EncoderError(.damaged, path, "the model has no digest", remedy: copyAgain) }
        var tensors: [String: Tensor] = [:]
        for member in json.members ?? [] where member.name != "__metadata__" {
            guard let tensor = tensor(member.value, dataCount: dataCount, start: start) else {
                throw EncoderError(.damaged, path, "a tensor does not lie inside the file; it was cut off or changed", remedy: copyAgain)
            }
            tensors[member.name] = tensor
        }
        return (metadata, digestOffset, tensors)
    }

    private static func tensor(_ json: JSON, dataCount: Int, start: Int) -> Tensor? {
        guard let kind = json["dtype"]?.string, let shape = json["shape"]?.elements?.compactMap(\.integer), shape.count <= 2,
            let offsets = json["data_offsets"]?.elements?.compactMap(\.integer), offsets.count == 2,
            0 <= offsets[0], offsets[0] <= offsets[1], offsets[1] <= dataCount, let size = ["I8": 1, "U8": 1, "F32": 4][kind],
            shape.allSatisfy({ $0 >= 0 && $0 <= maximumSize })
        else { return nil }
        let count = shape.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
        guard count <= maximumSize, count * size == offsets[1] - offsets[0], (start + offsets[0]) % size == 0 else { return nil }
        return Tensor(kind: kind, shape: shape, range: start + offsets[0]..<start + offsets[1])
    }

    private static func digest(of bytes: UnsafeRawBufferPointer, digestAt offset: Int) -> String {
        var hash = SHA256()
        unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[..<offset]))
        hash.update(data: [UInt8](repeating: UInt8(ascii: "0"), count: 64))
        unsafe hash.update(bufferPointer: UnsafeRawBufferPointer(rebasing: bytes[(offset + 64)...]))
        return String(hexadecimal: hash.finalize())
    }

    // Tensors, each with the shape that it must have -------------------------------------------------

    func has(_ name: String) -> Bool { tensors[name] != nil }

    /// The two sides of a matrix whose shape is not known beforehand.
    func sides(of name: String) throws(EncoderError) -> (rows: Int, columns: Int) {
        guard let tensor = tensors[name], tensor.shape.count == 2 else { throw missing(name) }
        return (tensor.shape[0], tensor.shape[1])
    }

    /// Where a tensor of 32-bit floats begins; valid as long as the file is mapped.
    func start(_ name: String, _ shape: Int...) throws(EncoderError) -> UnsafePointer<Float> {
        let range = try range(name, "F32", shape)
        let numbers = unsafe UnsafeRawBufferPointer(rebasing: mapped.bytes[range]).assumingMemoryBound(to: Float.self)
        guard let base = numbers.baseAddress, unsafe copydesk_all_finite(base, numbers.count) else {
            throw EncoderError(.damaged, path, "\(name) is empty or holds what is no number", remedy: Self.copyAgain)
        }
        return unsafe base
    }

    /// Where a tensor of int8 begins; valid as long as the file is mapped.
    func whole(_ name: String, _ shape: Int...) throws(EncoderError) -> UnsafePointer<Int8> {
        let range = try range(name, "I8", shape)
        let numbers = unsafe UnsafeRawBufferPointer(rebasing: mapped.bytes[range]).assumingMemoryBound(to: Int8.self)
        guard let base = numbers.baseAddress else { throw missing(name) }
        return unsafe base
    }

    func bytes(_ name: String) throws(EncoderError) -> [UInt8] {
        guard let tensor = tensors[name], tensor.kind == "U8" else { throw missing(name) }
        return unsafe Array(mapped.bytes[tensor.range])
    }

    private func range(_ name: String, _ kind: String, _ shape: [Int]) throws(EncoderError) -> Range<Int> {
        guard let tensor = tensors[name], tensor.kind == kind, tensor.shape == shape else { throw missing(name) }
        return tensor.range
    }

    private func missing(_ name: String) -> EncoderError {
        EncoderError(.damaged, path, "\(name) is missing or has not the shape that it must have", remedy: Self.copyAgain)
    }

    /// The labels of each head, as the metadata's `heads.NAME.labels` lists them.
    func labels() throws(EncoderError) -> [String: [String]] {
        var result: [String: [String]] = [:]
        for (key, value) in metadata where key.hasPrefix("heads.") && key.hasSuffix(".labels") {
            let labels: [String]?
            do { labels = try JSONParser.parse(value).elements?.compactMap(\.string) } catch { labels = nil }
            guard let labels, (1...65536).contains(labels.count) else {
                throw EncoderError(.damaged, path, "the metadata's \(key) cannot be", remedy: Self.copyAgain)
            }
            result[String(key.dropFirst("heads.".count).dropLast(".labels".count))] = labels
        }
        return result
    }

    func number(_ name: String, _ range: ClosedRange<Int>) throws(EncoderError) -> Int {
        guard let number = metadata[name].flatMap({ Int($0) }), range.contains(number) else {
            throw EncoderError(.damaged, path, "the metadata's \(name) cannot be", remedy: Self.copyAgain)
        }
        return number
    }
}
