// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

// One row a target, in the order in which an article flows through them.
// docs/ARCHITECTURE.md says why each may import what it imports; `ImportRulesTests` holds the sources to it.

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("ExistentialAny"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let http = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "copydesk",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "copydesk", targets: ["copydesk"]),
        .executable(name: "copydesk-watch", targets: ["copydesk-watch"]),
        .library(name: "CopydeskPlugin", targets: ["CopydeskPlugin", "Documents", "Stages"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        // C libraries from Debian, and facts as tables compiled into the program.
        .systemLibrary(name: "CInotifyTools"),
        .systemLibrary(name: "CHTML", pkgConfig: "libxml-2.0"),
        .systemLibrary(name: "CStemmer"),
        .systemLibrary(name: "CArchive"),
        .systemLibrary(name: "CGMime", pkgConfig: "gmime-3.0"),
        .target(name: "CMail", dependencies: ["CGMime"]),
        // CLD2's full tables come before the small ones of libcld2, which they replace.
        .target(
            name: "CTextServices",
            linkerSettings: [
                .linkedLibrary("icuuc"), .linkedLibrary("icui18n"), .linkedLibrary("uchardet"), .linkedLibrary("cld2_full"),
                .linkedLibrary("cld2"),
            ]),
        .target(name: "CLexicons", exclude: ["tables"]),
        // Optimized in a debug build too: without it a kernel is a hundred times slower, and so is every test of what uses the encoder.
        .target(name: "CKernels", cSettings: [.unsafeFlags(["-O3"])]),

        room("Documents"),
        room("Files", [system]),
        room("Watching", ["Files", subprocess, logging, lifecycle, system]),
        room("Spooling", ["Documents", "Files", crypto, system]),
        room("Ledger", ["Documents", "Duplicates", "Files", database]),
        room("Stages", ["Documents"]),
        room("Language", ["Documents", "CLexicons", "CStemmer"]),
        room("Encoding", ["Documents", "Files", "CKernels", "CTextServices", crypto]),
        room("Duplicates", ["Documents", "Language"]),
        room("Reading", ["Documents", "CTextServices", "CHTML", "CArchive", "CMail", crypto]),
        room("Normalizing", ["Documents", "Stages", "Language", "CTextServices"]),
        room("Extracting", ["Documents", "Stages", "Language", "Encoding"]),
        room("Summarizing", ["Documents", "Stages", "Language", "Encoding"]),
        room("Checking", ["Documents", "Stages", "Language", "Encoding", "Extracting"]),
        room("Classifying", ["Documents", "Stages", "Language", "Encoding"]),
        room("Plugins", ["Documents", "Files", "Stages", http, nio, nioHTTP]),
        room("CopydeskPlugin", ["Documents", "Stages"]),
        room("Manifests", ["Documents", "Stages"]),
        room("Pipelines", ["Documents", "Stages", "Manifests", crypto]),
        room("Rendering", ["Documents"]),
        room(
            "Daemon",
            [
                "Documents", "Duplicates", "Encoding", "Files", "Ledger", "Watching", "Spooling", "Stages", "Reading", "Normalizing",
                "Extracting",
                "Summarizing", "Checking", "Classifying", "Plugins", "Manifests", "Pipelines", "Rendering", logging, lifecycle, signals,
                system,
            ]),
        .executableTarget(
            name: "copydesk",
            dependencies: [
                "Daemon", "Documents", "Files", "Ledger", "Manifests", "Pipelines", "Plugins", "Reading", "Rendering", "Spooling", "Stages",
                arguments,
                logging,
                system,
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "copydesk-watch", dependencies: ["CInotifyTools"], exclude: ["LICENSE"], swiftSettings: strict),

        .executableTarget(
            name: "SplittingBenchmark", dependencies: ["Documents", "Language"], path: "Benchmarks/sentences", exclude: ["text.py"],
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary("m")]),
        .executableTarget(
            name: "EncoderBenchmark", dependencies: ["Documents", "Encoding"], path: "Benchmarks/encoder",
            exclude: ["tokens.py", "onnx_peer.py"],
            swiftSettings: strict),

        .target(name: "TestKit", dependencies: ["Files", crypto], path: "Tests/TestKit", swiftSettings: strict),
        tests("Documents", ["Documents", "TestKit"]),
        tests("Files", ["Files", "TestKit", system]),
        tests("Watching", ["Watching", logging]),
        tests("Spooling", ["Spooling", "Files", "Documents", "TestKit", system]),
        tests("Duplicates", ["Duplicates", "Documents", "TestKit"]),
        tests("Ledger", ["Ledger", "Duplicates", "Documents", "Files", "TestKit"]),
        tests("Language", ["Language", "Documents"]),
        tests("Encoding", ["Encoding", "Documents", "Files", "TestKit"]),
        tests("Reading", ["Reading", "Documents", "TestKit"]),
        tests("Normalizing", ["Normalizing", "Reading", "Stages", "Documents", "Language", "TestKit"]),
        tests("Extracting", ["Extracting", "Language", "Stages", "Documents", "TestKit"]),
        tests("Summarizing", ["Summarizing", "Language", "Stages", "Documents"]),
        tests("Checking", ["Checking", "Stages", "Documents"]),
        tests("Classifying", ["Classifying", "Encoding", "Files", "Language", "Stages", "Documents", "TestKit"]),
        tests("Plugins", ["Plugins", "Documents", "Stages", "Files", "TestKit"]),
        tests("CopydeskPlugin", ["CopydeskPlugin", "Documents", "Stages"]),
        tests("Manifests", ["Manifests", "Stages", "Documents", "TestKit"]),
        tests("Pipelines", ["Pipelines", "Manifests", "Stages", "Documents"]),
        tests("Rendering", ["Rendering", "Documents"], exclude: ["Goldens"]),
        tests(
            "Daemon", ["Daemon", "Documents", "Encoding", "Stages", "Reading", "Manifests", "Pipelines", "Rendering", "TestKit"],
            exclude: ["Goldens"]),
    ]
)
