// SPDX-License-Identifier: Apache-2.0

internal import CKernels

/// The weights of a model as the kernels take them. Matrices are packed into memory of our own; tables and biases stay in the mapped file.
@unsafe struct EncoderNetwork {
    @unsafe struct Norm {
        let weight: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
    }

    @unsafe struct Layer {
        /// Query, key and value as one matrix.
        let attention: CopydeskMatrix
        let output: CopydeskMatrix
        let attentionNorm: Norm
        let up: CopydeskMatrix
        let down: CopydeskMatrix
        let feedforwardNorm: Norm
    }

    @unsafe struct Head {
        let weight: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
        let labels: Int
    }

    let width: Int
    let feedforward: Int
    let attentionHeads: Int
    /// Rows of the table of positions: the longest window.
    let positions: Int
    let words: UnsafePointer<Int8>
    let wordScales: UnsafePointer<Float>
    let position: UnsafePointer<Float>
    let type: UnsafePointer<Float>
    /// Tables of shapes and spacings; a model that was not trained on them has none.
    let shape: UnsafePointer<Float>?
    let spacing: UnsafePointer<Float>?
    let norm: Norm
    let layers: [Layer]
    let heads: [String: Head]
    /// Leads from the mean of a sentence's pieces to its meaning; a model of sentences alone needs none.
    let meaning: Head?

    static let shapeRows = 9
    static let spacingRows = 4

    /// - Parameter labels: number of labels of each head.
    /// - Returns: the network, and the memory that it points into beside the file.
    static func load(
        _ file: EncoderFile, pieces: Int, labels: [String: Int]
    ) throws(EncoderError) -> (network: EncoderNetwork, memory: AlignedMemory) {
        let width = try file.number("width", 64...4096)
        let heads = try file.number("attention_heads", 1...128)
        let layerCount = try file.number("layers", 1...64)
        let block = Int(COPYDESK_KERNEL_BLOCK)
        let feedforward = try file.sides(of: "layers.0.feedforward.up.weight").rows
        let positions = try file.sides(of: "embeddings.position").rows
        guard width % block == 0, width == heads * Int(COPYDESK_KERNEL_HEAD), feedforward % block == 0, 0 < feedforward,
            feedforward <= 65536, (32...65536).contains(positions)
        else {
            throw EncoderError(.damaged, file.path, "the model's sizes do not fit each other", remedy: EncoderFile.copyAgain)
        }
        var loader = MatrixLoader(file: file, width: width, feedforward: feedforward, layers: layerCount)
        var layers: [Layer] = unsafe []
        for number in 0..<layerCount { unsafe layers.append(unsafe try layer(number, width, feedforward, &loader)) }
        var tokenHeads: [String: Head] = unsafe [:]
        for (name, count) in labels {
            let weight = unsafe try file.start("heads.\(name).weight", count, width)
            let bias = unsafe try file.start("heads.\(name).bias", count)
            unsafe tokenHeads[name] = unsafe Head(weight: weight, bias: bias, labels: count)
        }
        let isShaped = file.has("embeddings.shape")
        let network = unsafe EncoderNetwork(
            width: width, feedforward: feedforward, attentionHeads: heads, positions: positions,
            words: unsafe try file.whole("embeddings.word", pieces, width),
            wordScales: unsafe try file.start("embeddings.word.scale", pieces),
            position: unsafe try file.start("embeddings.position", positions, width),
            type: unsafe try file.start("embeddings.type", width),
            shape: isShaped ? unsafe try file.start("embeddings.shape", shapeRows, width) : nil,
            spacing: isShaped ? unsafe try file.start("embeddings.spacing", spacingRows, width) : nil,
            norm: unsafe try norm(file, "embeddings.norm", width), layers: unsafe layers, heads: unsafe tokenHeads,
            meaning: file.has("sentence.weight")
                ? unsafe Head(
                    weight: try file.start("sentence.weight", width, width), bias: try file.start("sentence.bias", width), labels: width)
                : nil)
        return unsafe (network, loader.memory)
    }

    private static func layer(
        _ number: Int, _ width: Int, _ feedforward: Int, _ loader: inout MatrixLoader
    ) throws(EncoderError) -> Layer {
        let name = "layers.\(number)"
        return unsafe Layer(
            attention: unsafe try loader.matrix(
                ["query", "key", "value"].map { "\(name).attention.\($0)" }, width, width, columns: "\(name).attention.columns"),
            output: unsafe try loader.matrix(["\(name).attention.output"], width, width),
            attentionNorm: unsafe try norm(loader.file, "\(name).attention.norm", width),
            up: unsafe try loader.matrix(["\(name).feedforward.up"], feedforward, width, columns: "\(name).feedforward.columns"),
            down: unsafe try loader.matrix(["\(name).feedforward.down"], width, feedforward),
            feedforwardNorm: unsafe try norm(loader.file, "\(name).feedforward.norm", width))
    }

    private static func norm(_ file: EncoderFile, _ name: String, _ width: Int) throws(EncoderError) -> Norm {
        unsafe Norm(weight: try file.start("\(name).weight", width), bias: try file.start("\(name).bias", width))
    }
}
