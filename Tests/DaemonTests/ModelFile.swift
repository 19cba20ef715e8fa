// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestKit

/// The models that the program is run with in tests.
enum ModelFile: CaseIterable, Sendable {
    /// Of random weights, made by the test: it names at random, but always the same.
    case tiny
    /// The one that is shipped, where there is one.
    case real

    /// Where it lies; `nil` where there is none.
    func path(in folder: TemporaryFolder) throws -> String? {
        switch self {
        case .tiny:
            let path = "\(folder.path)/tiny.safetensors"
            try Data(TinyModel().bytes).write(to: URL(filePath: path))
            return path
        case .real:
            let named = ProcessInfo.processInfo.environment["COPYDESK_MODEL"] ?? ""
            let path = named.isEmpty ? Repository.root.appending(path: "Models/encoder/encoder.safetensors").path : named
            return FileManager.default.isReadableFile(atPath: path) ? path : nil
        }
    }
}
