// SPDX-License-Identifier: Apache-2.0

internal import Documents
package import Stages

/// What is said between the daemon and one plugin: JSON-RPC 2.0, one message a line, `copydesk-plugin/1`.
package struct PluginSession {
    /// Of JSON-RPC 2.0, section 5.1, and one of our own for an article that is refused.
    private enum Code: Int {
        case parseError = -32700
        case invalidRequest = -32600
        case methodNotFound = -32601
        case invalidParams = -32602
        case refused = 1
    }

    private struct Failure: Error {
        var code: Code
        var message: String
        var remedy: String?
        var isMomentary = false
    }

    static let protocolVersion = "copydesk-plugin/1"

    private let type: any Stage.Type
    private var stage: (any Stage)?
    /// Whether the daemon has taken leave.
    package private(set) var hasEnded = false

    package init(_ type: any Stage.Type) { self.type = type }

    /// - Parameter line: one request, with its line break or without.
    /// - Returns: one answer, with its line break.
    package mutating func answer(_ line: [UInt8]) -> [UInt8] {
        var id = JSON(.null)
        var writer = JSONWriter()
        do throws(Failure) {
            let request = try Self.parse(line)
            id = request["id"] ?? id
            let result = try result(of: request)
            Self.write(&writer, id) { writer in
                writer.name("result")
                writer.json(result)
            }
        } catch {
            Self.write(&writer, id) { writer in
                writer.name("error")
                writer.object { writer in
                    writer.member("code", error.code.rawValue)
                    writer.member("message", error.message)
                    writer.name("data")
                    writer.object { writer in
                        writer.member("remedy", error.remedy)
                        writer.name("retry")
                        writer.json(JSON(.bool(error.isMomentary)))
                    }
                }
            }
        }
        return writer.bytes + [0x0A]
    }

    private static func write(_ writer: inout JSONWriter, _ id: JSON, _ body: (inout JSONWriter) -> Void) {
        writer.object { writer in
            writer.member("jsonrpc", "2.0")
            writer.name("id")
            writer.json(id)
            body(&writer)
        }
    }

    private static func parse(_ line: [UInt8]) throws(Failure) -> JSON {
        do { return try JSONParser.parse(line) } catch {
            throw Failure(code: .parseError, message: "The request is no JSON: \(error.problem)")
        }
    }

    private mutating func result(of request: JSON) throws(Failure) -> JSON {
        guard let method = request["method"]?.string else { throw Failure(code: .invalidRequest, message: "The request has no method") }
        switch method {
        case "initialize": return try initialize(request["params"])
        case "process": return try process(request["params"]?["document"])
        case "shutdown":
            hasEnded = true
            return JSON(.null)
        default: throw Failure(code: .methodNotFound, message: "There is no method \"\(method)\"")
        }
    }

    private mutating func initialize(_ parameters: JSON?) throws(Failure) -> JSON {
        guard parameters?["protocol"]?.string == Self.protocolVersion else {
            throw Failure(
                code: .invalidParams, message: "The daemon does not speak \(Self.protocolVersion)",
                remedy: "Build the plugin with the CopydeskPlugin of the daemon's release")
        }
        let given = parameters?["options"]?.members ?? []
        for member in given {
            guard let option = type.contract.options.first(where: { $0.name == member.name }) else {
                let names = type.contract.options.map(\.name).joined(separator: ", ")
                throw Failure(
                    code: .invalidParams, message: "There is no option \"\(member.name)\"",
                    remedy: names.isEmpty ? "Remove it: there are no options" : "Use one of: \(names)")
            }
            if let (problem, remedy) = option.objection(to: member.value) {
                throw Failure(code: .invalidParams, message: problem, remedy: remedy)
            }
        }
        do { stage = try type.init(options: StageOptions(given, for: type.contract)) } catch {
            throw Failure(code: .invalidParams, message: error.problem, remedy: error.remedy)
        }
        return JSON(
            .object([JSON.Member("name", JSON(.string(type.id))), JSON.Member("version", JSON(.string(type.version)))]))
    }

    private func process(_ json: JSON?) throws(Failure) -> JSON {
        guard let stage else { throw Failure(code: .invalidRequest, message: "process came before initialize") }
        guard let json else { throw Failure(code: .invalidParams, message: "There is no document") }
        let document: Document
        do { document = try Document(contract: json) } catch {
            throw Failure(code: .invalidParams, message: "The document cannot be read: \(error)")
        }
        do throws(StageFailure) {
            return try PluginAnswer.json(try stage.annotate(document), to: document, writes: type.contract.writes)
        } catch {
            throw Failure(code: .refused, message: error.problem, remedy: error.remedy, isMomentary: error.code == .moment)
        }
    }
}
