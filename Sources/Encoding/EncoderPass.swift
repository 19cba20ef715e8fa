// SPDX-License-Identifier: Apache-2.0

internal import CKernels
internal import Documents

/// One call's scratch, and the way of a window through the layers.
@safe struct EncoderPass {
    private let network: EncoderNetwork
    private let kernels: CopydeskKernels
    private let vocabulary: Vocabulary
    private let memory: AlignedMemory
    /// Rows of `width`: what goes from layer to layer, and what each step adds to it.
    private let state: UnsafeMutablePointer<Float>
    private let change: UnsafeMutablePointer<Float>
    /// Rows of query, key and value, or of the feed-forward part, which is never there at the same time.
    private let wide: UnsafeMutablePointer<Float>
    private let scores: UnsafeMutablePointer<Float>
    private let scales: UnsafeMutablePointer<Float>
    /// Rows as whole numbers, of two bytes at most.
    private let whole: UnsafeMutablePointer<Int16>
    /// Rows of the window that is in `state`, and of each of its words the row of its first piece and the one behind its last.
    private var rows = 0
    private var wordRows: [Range<Int>] = []

    init(network: EncoderNetwork, kernels: CopydeskKernels, vocabulary: Vocabulary, rows: Int) {
        unsafe self.network = unsafe network
        unsafe self.kernels = unsafe kernels
        self.vocabulary = vocabulary
        let width = unsafe network.width
        let widest = max(3 * width, unsafe network.feedforward)
        let attention = copydesk_kernel_attention_scratch(Int32(rows))
        // In numbers of four bytes; each part begins at an edge of 64 bytes.
        var sizes = [rows * width, rows * width, rows * widest, attention, rows, rows * widest / 2].map { ($0 + 15) / 16 * 16 }
        sizes.insert(0, at: 0)
        for index in 1..<sizes.count { sizes[index] += sizes[index - 1] }
        memory = AlignedMemory(byteCount: 4 * sizes[6])
        unsafe state = memory.pointer(at: 4 * sizes[0], Float.self)
        unsafe change = memory.pointer(at: 4 * sizes[1], Float.self)
        unsafe wide = memory.pointer(at: 4 * sizes[2], Float.self)
        unsafe scores = memory.pointer(at: 4 * sizes[3], Float.self)
        unsafe scales = memory.pointer(at: 4 * sizes[4], Float.self)
        unsafe whole = memory.pointer(at: 4 * sizes[5], Int16.self)
    }

    /// Leaves the last layer's rows in `state`.
    mutating func run(_ window: Window, of text: PieceText) {
        embed(window, of: text)
        let count = Int32(rows)
        unsafe norm(state, nil, network.norm, into: state)
        for number in 0..<(unsafe network.layers.count) {
            let layer = unsafe network.layers[number]
            unsafe multiply(state, layer.attention, into: wide)
            unsafe kernels.attend(wide, count, Int32(network.attentionHeads), scores, change)
            unsafe multiply(change, layer.output, into: wide)
            unsafe norm(wide, state, layer.attentionNorm, into: state)
            unsafe multiply(state, layer.up, into: wide)
            unsafe kernels.gelu(wide, rows * network.feedforward)
            unsafe multiply(wide, layer.down, into: change)
            unsafe norm(change, state, layer.feedforwardNorm, into: state)
        }
    }

    private mutating func embed(_ window: Window, of text: PieceText) {
        rows = 0
        wordRows.removeAll(keepingCapacity: true)
        add(vocabulary.opening, shape: 0, spacing: 0)
        for word in text.words[window.words] {
            let first = rows
            for piece in text.pieces[word.pieces].prefix(Window.piecesOfWord) {
                add(piece, shape: Int(word.shape.rawValue), spacing: Int(word.spacing.rawValue))
            }
            wordRows.append(first..<rows)
        }
        add(vocabulary.closing, shape: 0, spacing: 0)
    }

    /// A row of the sum of its tables.
    private mutating func add(_ piece: Int32, shape: Int, spacing: Int) {
        let width = unsafe network.width
        var sum = unsafe CopydeskPiece(
            word: network.words + Int(piece) * width, scale: network.wordScales[Int(piece)], position: network.position + rows * width,
            type: network.type, shape: network.shape.map { unsafe $0 + shape * width },
            spacing: network.spacing.map { unsafe $0 + spacing * width })
        unsafe kernels.embed(&sum, Int32(width), state + rows * width)
        rows += 1
    }

    private func multiply(_ x: UnsafePointer<Float>, _ matrix: CopydeskMatrix, into out: UnsafeMutablePointer<Float>) {
        var matrix = unsafe matrix
        unsafe kernels.quantize(x, matrix.columns, Int32(rows), matrix.inputs, whole, scales)
        unsafe kernels.multiply(whole, scales, &matrix, Int32(rows), out)
    }

    private func norm(
        _ x: UnsafePointer<Float>, _ rest: UnsafePointer<Float>?, _ norm: EncoderNetwork.Norm, into out: UnsafeMutablePointer<Float>
    ) {
        unsafe kernels.add_norm(x, rest, norm.weight, norm.bias, Int32(rows), Int32(network.width), out)
    }

    /// What a head says of each word, from the row of its first piece.
    func logits(of window: Window, _ name: String, into logits: inout [Float]) {
        guard let head = unsafe network.heads[name] else { return }
        let width = unsafe network.width
        for (row, word) in zip(wordRows, window.words) {
            unsafe logits.withUnsafeMutableBufferPointer { all in
                guard let start = all.baseAddress else { return }
                unsafe kernels.dense(
                    state + row.lowerBound * width, head.weight, head.bias, 1, Int32(width), Int32(head.labels), start + word * head.labels)
            }
        }
    }

    /// Adds this window's share to the means of its sentences.
    func addVectors(of window: Window, _ windowing: Windowing, sentences: [Range<Int>], into result: inout EncodedText) {
        let width = unsafe network.width
        var word = window.words.lowerBound
        while word < window.words.upperBound {
            let sentence = result.words[word].sentence
            let all = sentences[sentence]
            let last = min(all.upperBound, window.words.upperBound) - 1
            var part = wordRows[word - window.words.lowerBound].lowerBound..<wordRows[last - window.words.lowerBound].upperBound
            if case .sentences = windowing { part = 0..<rows }
            unsafe kernels.mean(state + part.lowerBound * width, Int32(part.count), Int32(width), change)
            // A sentence of several windows has the mean of their means, by their pieces.
            let before = result.sentencePieces[sentence]
            let share = Float(part.count) / Float(before + part.count)
            for index in 0..<width {
                let old = result.sentenceVectors[sentence * width + index]
                result.sentenceVectors[sentence * width + index] = old + (unsafe change[index] - old) * share
            }
            result.sentencePieces[sentence] += part.count
            word = last + 1
        }
    }

    /// Leads the sentences' vectors to what they mean, each brought to length 1.
    func addMeanings(into result: inout EncodedText) {
        let width = unsafe network.width
        let count = result.sentencePieces.count
        result.meanings = result.sentenceVectors
        if let meaning = unsafe network.meaning {
            unsafe result.meanings.withUnsafeMutableBufferPointer { out in
                unsafe result.sentenceVectors.withUnsafeBufferPointer { vectors in
                    guard let out = out.baseAddress, let vectors = vectors.baseAddress else { return }
                    unsafe kernels.dense(vectors, meaning.weight, meaning.bias, Int32(count), Int32(width), Int32(width), out)
                }
            }
        }
        for sentence in 0..<count {
            let row = sentence * width..<(sentence + 1) * width
            let length = result.meanings[row].reduce(0) { $0 + $1 * $1 }.squareRoot()
            let factor = result.sentencePieces[sentence] > 0 && length > 0 ? 1 / length : 0
            for index in row { result.meanings[index] *= factor }
        }
    }
}
