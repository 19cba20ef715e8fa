// SPDX-License-Identifier: Apache-2.0

internal import CKernels

/// Packs the matrices of a file, one behind the other, into one piece of memory.
struct MatrixLoader {
    let memory: AlignedMemory
    let file: EncoderFile
    private var position = 0

    /// - Parameter width: like `feedforward` a multiple of the kernels' block, so that every matrix begins at an edge.
    init(file: EncoderFile, width: Int, feedforward: Int, layers: Int) {
        self.file = file
        // Weights take a byte each; each channel has a scale, a bias and a sum of four.
        let weights = 4 * width * width + 2 * width * feedforward
        let channels = 5 * width + feedforward
        memory = AlignedMemory(byteCount: layers * (weights + 12 * channels))
    }

    /// One matrix of several of `outputs` x `inputs`, one below the other.
    ///
    /// - Parameter columns: the tensor of its input's columns, which older files do not have.
    mutating func matrix(_ names: [String], _ outputs: Int, _ inputs: Int, columns: String? = nil) throws(EncoderError) -> CopydeskMatrix {
        let all = names.count * outputs
        let packed = unsafe memory.pointer(at: position, Int8.self)
        let scales = unsafe memory.pointer(at: position + all * inputs, Float.self)
        let biases = unsafe memory.pointer(at: position + all * (inputs + 4), Float.self)
        let sums = unsafe memory.pointer(at: position + all * (inputs + 8), Int32.self)
        position += all * (inputs + 12)
        for (number, name) in names.enumerated() {
            let row = number * outputs
            let weights = unsafe try file.whole("\(name).weight", outputs, inputs)
            guard unsafe copydesk_kernel_pack(weights, Int32(outputs), Int32(inputs), packed + row * inputs, sums + row) else {
                throw EncoderError(.damaged, file.path, "\(name) holds a weight out of range", remedy: EncoderFile.copyAgain)
            }
            unsafe (scales + row).update(from: try file.start("\(name).scale", outputs), count: outputs)
            unsafe (biases + row).update(from: try file.start("\(name).bias", outputs), count: outputs)
        }
        let factors = unsafe try columns.flatMap { file.has($0) ? $0 : nil }.map { name throws(EncoderError) in
            unsafe try file.start(name, inputs)
        }
        return unsafe CopydeskMatrix(
            outputs: Int32(all), inputs: Int32(inputs), packed: packed, scale: scales, bias: biases, sums: sums, columns: factors)
    }
}
