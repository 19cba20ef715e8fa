// SPDX-License-Identifier: Apache-2.0

internal import CKernels
package import Documents
internal import Files

/// A small BERT on the processor: one pass over an article gives what several heads say of each word, and a vector for each sentence.
///
/// Immutable and shared by all threads. The same text gives the same numbers, to the bit, on every run, thread and machine.
@safe package final class Encoder: Sendable {
    package let name: String
    /// SHA-256 that names the model: the one in its file's metadata.
    package let digest: String
    /// The arithmetic that runs.
    package let path: KernelPath
    /// The labels of each head, in the order of their logits.
    package let labels: [String: [String]]
    package let tokenizer: WordPieceTokenizer

    let file: EncoderFile
    private let memory: AlignedMemory
    /// Points into `file` and `memory`, and is never written.
    nonisolated(unsafe) private let network: EncoderNetwork
    nonisolated(unsafe) private let kernels: CopydeskKernels

    /// Maps and checks the file at `path`.
    package convenience init(path: String) throws(EncoderError) { try self.init(EncoderFile(path)) }

    /// - Parameter path: the fastest that the machine can run, where nothing is said.
    package init(_ file: EncoderFile, path: KernelPath? = nil) throws(EncoderError) {
        guard let path = path ?? KernelPath.runnable.first, let kernels = unsafe copydesk_kernels(path.rawValue)?.pointee else {
            throw EncoderError(
                .path, file.path, "this machine cannot run \(path?.rawValue ?? "it")", remedy: "Leave the choice to the program")
        }
        guard let vocabulary = Vocabulary(try file.bytes("tokenizer.vocab")) else {
            throw EncoderError(.damaged, file.path, "the vocabulary is none of BERT's", remedy: EncoderFile.copyAgain)
        }
        labels = try file.labels()
        let (network, memory) = unsafe try EncoderNetwork.load(file, pieces: vocabulary.count, labels: labels.mapValues(\.count))
        self.file = file
        self.memory = memory
        self.path = path
        unsafe self.network = unsafe network
        unsafe self.kernels = unsafe kernels
        tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
        name = file.name
        digest = file.digest
    }

    /// - Parameter name: of the path to run by, such as "avx2".
    /// - Throws: also where there is no such path, or the machine cannot run it.
    package convenience init(_ file: EncoderFile, pathNamed name: String) throws(EncoderError) {
        guard let path = KernelPath(rawValue: name) else {
            let known = KernelPath.runnable.map(\.rawValue).joined(separator: ", ")
            throw EncoderError(.path, file.path, "there is no path \(name)", remedy: "This machine can run \(known)")
        }
        try self.init(file, path: path)
    }

    /// Numbers in a sentence's vector.
    package var width: Int { unsafe network.width }

    /// Sends an article's sentences through the model once.
    ///
    /// - Parameters:
    ///   - sentences: in the order of the text, none overlapping another.
    ///   - heads: those whose logits are wanted; all of them in `labels`.
    ///   - vectors: whether a vector for each sentence is wanted.
    /// - Throws: `CancellationError` where the task was cancelled, which is looked at between windows.
    package func encode(
        _ text: Text, sentences: [TextSpan], heads: [String], vectors: Bool = false, windowing: Windowing = .standard
    ) throws(CancellationError) -> EncodedText {
        precondition(heads.allSatisfy { labels[$0] != nil }, "The model has no such head")
        var cut = PieceText()
        var ranges: [Range<Int>] = []
        for sentence in sentences {
            let first = cut.words.count
            tokenizer.cut(text, in: sentence, into: &cut)
            ranges.append(first..<cut.words.count)
            if Task.isCancelled { throw CancellationError() }
        }
        let windows = Window.plan(cut, sentences: ranges, windowing, largest: unsafe network.positions - 2)
        var result = EncodedText(cut, sentences: ranges, width: width)
        if vectors { result.sentenceVectors = [Float](repeating: 0, count: sentences.count * width) }
        for head in heads { result.logits[head] = [Float](repeating: 0, count: cut.words.count * (labels[head]?.count ?? 0)) }
        guard let longest = windows.map(\.pieces).max() else { return result }
        var pass = unsafe EncoderPass(network: network, kernels: kernels, vocabulary: tokenizer.vocabulary, rows: longest + 2)
        for window in windows {
            if Task.isCancelled { throw CancellationError() }
            pass.run(window, of: cut)
            result.pieceCount += window.pieces + 2
            for head in heads { pass.logits(of: window, head, into: &result.logits[head, default: []]) }
            if vectors { pass.addVectors(of: window, windowing, sentences: ranges, into: &result) }
        }
        if vectors { pass.addMeanings(into: &result) }
        return result
    }
}
