// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableExperimentalFeature("Lifetimes"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// What a release holds of Swift's own libraries: it starts in two thirds of the time, and runs where no
/// Swift is installed. Foundation's parts are named, since the objects name only those that they import.
let runtime: [LinkerSetting] = [
  .unsafeFlags(
    [
      "-static-stdlib", "-use-ld=lld", "-lFoundation", "-lFoundationInternationalization",
      "-lFoundationEssentials", "-l_FoundationCollections", "-l_FoundationCShims",
      "-lCoreFoundation", "-l_FoundationICU", "-lstdc++",
    ], .when(platforms: [.linux], configuration: .release))
]

/// One direction: a target names only targets left of it (checked by ArchitectureTests).
let package = Package(
  name: "rdpwhy",
  platforms: [.macOS("26")],
  products: [.executable(name: "rdpwhy", targets: ["rdpwhy"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
  ],
  targets: [
    .systemLibrary(name: "CLibPCAP", providers: [.apt(["libpcap-dev"])]),
    .systemLibrary(name: "CArchive", providers: [.apt(["libarchive-dev", "zlib1g-dev"])]),
    .target(
      name: "CaptureReader",
      dependencies: ["CLibPCAP", "CArchive", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(name: "CaptureWriter", dependencies: ["CaptureReader"], swiftSettings: settings),
    .target(name: "PacketDecode", dependencies: ["CaptureReader"], swiftSettings: settings),
    .target(
      name: "TCPStreams", dependencies: ["CaptureReader", "PacketDecode"], swiftSettings: settings),
    .target(
      name: "RDPProtocol",
      dependencies: [
        "CaptureReader", "PacketDecode", "TCPStreams",
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(name: "LogReader", dependencies: ["CaptureReader"], swiftSettings: settings),
    .target(
      name: "Evidence",
      dependencies: ["CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader"],
      swiftSettings: settings),
    .target(
      name: "Correlation",
      dependencies: [
        "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader", "Evidence",
      ],
      swiftSettings: settings),
    .target(
      name: "Attribution",
      dependencies: [
        "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader", "Evidence",
      ],
      swiftSettings: settings),
    .target(
      name: "Analysis",
      dependencies: [
        "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader", "Evidence",
        "Correlation",
        "Attribution",
      ],
      swiftSettings: settings),
    .target(
      name: "Carving",
      dependencies: [
        "CaptureReader", "CaptureWriter", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence",
        "Attribution", "Analysis",
      ],
      swiftSettings: settings),
    .target(
      name: "Anonymizing",
      dependencies: [
        "CaptureReader", "CaptureWriter", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader",
        "Evidence", "Attribution", "Analysis", "Carving",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reporting",
      dependencies: [
        "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader", "Evidence",
        "Correlation", "Attribution",
        "Analysis", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      swiftSettings: settings),
    .target(
      name: "Batch",
      dependencies: [
        "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence", "Correlation",
        "Attribution",
        "Analysis", "Reporting", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .target(
      name: "Assistants",
      dependencies: [
        "CaptureReader", "RDPProtocol", "Evidence", "Attribution", "Analysis", "Carving",
        "Reporting", "Batch",
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "rdpwhy",
      dependencies: [
        "CaptureReader", "PacketDecode", "RDPProtocol", "LogReader", "Evidence", "Attribution",
        "Analysis", "Carving", "Anonymizing", "Reporting",
        "Batch", "Assistants", .product(name: "Yams", package: "Yams"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings, linkerSettings: runtime),
    .target(
      name: "Support", dependencies: ["CaptureReader", "PacketDecode"], path: "Tests/Support",
      swiftSettings: settings),
    .testTarget(name: "ArchitectureTests", dependencies: ["Support"], swiftSettings: settings),
    .testTarget(
      name: "CaptureReaderTests",
      dependencies: [
        "Support", "CaptureReader", .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CaptureWriterTests", dependencies: ["Support", "CaptureReader", "CaptureWriter"],
      swiftSettings: settings),
    .testTarget(
      name: "PacketDecodeTests",
      dependencies: ["Support", "CaptureReader", "PacketDecode"],
      swiftSettings: settings),
    .testTarget(
      name: "TCPStreamsTests",
      dependencies: ["Support", "CaptureReader", "PacketDecode", "TCPStreams"],
      swiftSettings: settings),
    .testTarget(
      name: "RDPProtocolTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence",
        .product(name: "X509", package: "swift-certificates"),
        .product(name: "SwiftASN1", package: "swift-asn1"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "LogReaderTests", dependencies: ["Support", "CaptureReader", "LogReader"],
      swiftSettings: settings),
    .testTarget(
      name: "EvidenceTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader",
        "Evidence",
        "Attribution",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "CorrelationTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader",
        "Evidence",
        "Correlation",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AttributionTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence",
        "Attribution", "Analysis",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AnonymizingTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader",
        "Evidence", "Attribution", "Analysis", "Carving", "Anonymizing",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportingTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence",
        "Correlation", "Attribution", "Analysis", "Reporting",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "BatchTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence",
        "Attribution", "Analysis", "Reporting", "Batch",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "AssistantsTests",
      dependencies: ["Support", "CaptureReader", "Carving", "Reporting", "Assistants"],
      exclude: ["client"],
      swiftSettings: settings),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "Evidence",
        "Attribution", "Analysis", "Carving", "Reporting",
        "rdpwhy",
      ],
      swiftSettings: settings),
  ]
)

// The fuzz targets run in tests; the fuzzer's program is built only when it is asked for
// (Tests/Fuzz/run), since it needs libFuzzer.
let isFuzzing = Context.environment["RDPWHY_FUZZ"] != nil
let fuzzed: [Target.Dependency] = [
  "Support", "CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol", "LogReader",
  "Evidence", "Attribution", "Analysis", "Reporting",
  .product(name: "Crypto", package: "swift-crypto"),
]
let fuzzSettings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableExperimentalFeature("Lifetimes"),
]
let fuzzScripts =
  ["run"]
  + ["archives", "credssp", "file", "inside", "keylog", "reader", "x224"]
  .map { "\($0).dict" }
package.targets.append(
  isFuzzing
    ? .executableTarget(
      name: "Fuzz", dependencies: fuzzed, path: "Tests/Fuzz",
      exclude: fuzzScripts + ["FuzzTargetTests.swift"], swiftSettings: fuzzSettings)
    : .testTarget(
      name: "FuzzTests", dependencies: fuzzed, path: "Tests/Fuzz",
      exclude: fuzzScripts + ["main.swift", "LibFuzzer.swift"], swiftSettings: fuzzSettings))

// The harness of Benchmarks/micro is built only when it is asked for.
if Context.environment["RDPWHY_MICRO"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Micro",
      dependencies: ["CaptureReader", "PacketDecode", "TCPStreams", "RDPProtocol"],
      path: "Benchmarks/Micro",
      swiftSettings: [.swiftLanguageMode(.v6), .enableExperimentalFeature("Lifetimes")]))
}
