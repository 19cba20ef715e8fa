// SPDX-License-Identifier: Apache-2.0

internal import ArgumentParser

struct RunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "run", abstract: "Watches the inbox and processes what arrives.")
    func run() async throws {}
}
