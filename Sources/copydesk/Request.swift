// SPDX-License-Identifier: Apache-2.0

internal import Daemon
internal import Documents
internal import Rendering

/// One line of `process --input-ndjson`: `{"id", "text", "published"?}` or `{"id", "path"}`.
enum Request {
    private struct Refusal: Error {
        var code: String
        var problem: String
        var remedy: String
    }

    static func answer(_ line: [UInt8], _ processor: ArticleProcessor) async -> (output: [UInt8], succeeded: Bool) {
        var id = JSON(.null)
        do {
            let request = try parse(line)
            id = request["id"] ?? id
            let (bytes, mediaType) = try content(of: request)
            let name = request["path"]?.string.map { String($0.split(separator: "/").last ?? "") } ?? id.string ?? "request"
            let documents = try await processor.process(
                bytes, name: name, mediaType: mediaType, published: request["published"]?.string)
            return (documents.flatMap { Renderer.render($0, as: .ndjson, requestID: id) }, true)
        } catch let failure as ArticleProcessor.Failure {
            return (error(id, failure.code, failure.problem, failure.remedy, stage: failure.stage), false)
        } catch let refusal as Refusal {
            return (error(id, refusal.code, refusal.problem, refusal.remedy), false)
        } catch {
            return (Self.error(id, "unreadable", "\(error)", "check the path"), false)
        }
    }

    private static func parse(_ line: [UInt8]) throws(Refusal) -> JSON {
        do {
            let json = try JSONParser.parse(line)
            guard json.members != nil else {
                throw Refusal(
                    code: "request", problem: "a request is an object, not \(json.kind)", remedy: "write {\"id\": …, \"text\": …}")
            }
            return json
        } catch let error as JSONError {
            throw Refusal(code: "json", problem: "byte \(error.offset + 1) of the line: \(error.problem)", remedy: error.remedy)
        } catch {
            throw error as? Refusal ?? Refusal(code: "request", problem: "\(error)", remedy: "write {\"id\": …, \"text\": …}")
        }
    }

    private static func content(of request: JSON) throws -> (bytes: [UInt8], mediaType: String?) {
        if let published = request["published"], published.string == nil, !published.isNull {
            throw Refusal(
                code: "request", problem: "\"published\" cannot be \(published.kind)",
                remedy: "write an RFC 3339 date such as \"2017-05-27\"")
        }
        switch (request["text"], request["path"]) {
        case (let text?, nil):
            guard let string = text.string else {
                throw Refusal(code: "request", problem: "\"text\" cannot be \(text.kind)", remedy: "write a string")
            }
            return (Array(string.utf8), "text/plain")
        case (nil, let path?):
            guard let string = path.string else {
                throw Refusal(code: "request", problem: "\"path\" cannot be \(path.kind)", remedy: "write a string")
            }
            return (try InputFile.read(string), nil)
        default:
            throw Refusal(code: "request", problem: "a request has either \"text\" or \"path\"", remedy: "give one of them")
        }
    }

    private static func error(_ id: JSON, _ code: String, _ problem: String, _ remedy: String, stage: String? = nil) -> [UInt8] {
        var writer = JSONWriter()
        writer.object { writer in
            writer.name("id")
            writer.json(id)
            writer.name("error")
            writer.object { writer in
                for (name, value) in [("stage", stage), ("code", code), ("problem", problem), ("remedy", remedy)] {
                    writer.member(name, value)
                }
            }
        }
        return writer.bytes + [0x0A]
    }
}
