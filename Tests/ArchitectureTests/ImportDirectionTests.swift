import Foundation
import Support
import Testing

/// Data flows one way: a target may name only targets that stand left of it.
@Suite("Import direction") struct ImportDirectionTests {
  /// From the reader to the command; a target uses only what stands before it.
  static let order = [
    "CLibPCAP", "CArchive", "CaptureReader", "CaptureWriter", "PacketDecode", "TCPStreams",
    "RDPProtocol", "LogReader", "Evidence", "Correlation", "Attribution", "Analysis", "Carving",
    "Anonymizing", "Reporting", "Batch", "Assistants", "rdpwhy",
  ]
  /// Only the reader touches C.
  static let systemLibraries: Set<String> = ["CLibPCAP", "CArchive"]

  @Test("targets of the manifest name only targets left of them")
  func manifestEdges() throws {
    let edges = try Self.manifestEdges()
    #expect(Set(edges.keys) == Set(Self.order).subtracting(Self.systemLibraries))
    for (target, dependencies) in edges {
      for dependency in dependencies {
        #expect(Self.isAllowed(target, dependency), "\(target) names \(dependency)")
      }
    }
  }

  @Test("source files import only what the manifest allows")
  func importsFollowTheManifest() throws {
    let edges = try Self.manifestEdges()
    let ours = Set(Self.order)
    var seen = 0
    for (target, allowed) in edges {
      let folder = Recordings.root.appending(path: "Sources/\(target)")
      for file in SourceText.files(in: folder) {
        for module in try Self.imports(of: file) where ours.contains(module) {
          seen += 1
          #expect(allowed.contains(module), "\(file.lastPathComponent) imports \(module)")
        }
      }
    }
    #expect(seen > 100)
  }

  @Test("an edge to the right is noticed")
  func rightEdgeIsNoticed() {
    #expect(Self.isAllowed("Evidence", "TCPStreams"))
    #expect(!Self.isAllowed("TCPStreams", "Evidence"))
    #expect(!Self.isAllowed("Reporting", "CLibPCAP"))
    #expect(!Self.isAllowed("Somewhere", "TCPStreams"))
  }

  /// Whether `target` may depend on `dependency`; packages from elsewhere are always allowed.
  private static func isAllowed(_ target: String, _ dependency: String) -> Bool {
    guard let from = order.firstIndex(of: target) else { return false }
    guard let to = order.firstIndex(of: dependency) else { return true }
    if systemLibraries.contains(dependency), target != "CaptureReader" { return false }
    return to < from
  }

  /// Target names and the names each depends on, read from Package.swift.
  private static func manifestEdges() throws -> [String: Set<String>] {
    let manifest = try String(
      contentsOf: Recordings.root.appending(path: "Package.swift"), encoding: .utf8)
    var edges: [String: Set<String>] = [:]
    let declarations = manifest.split(separator: /\.(?:target|executableTarget)\(/).dropFirst()
    for declaration in declarations {
      let body = declaration.prefix(while: { $0 != "]" })
      let names = body.matches(of: /"([A-Za-z0-9]+)"/).map { String($0.1) }
      guard let target = names.first, !["Support", "Fuzz", "Micro"].contains(target) else {
        continue
      }
      edges[target] = Set(names.dropFirst())
    }
    return edges
  }

  private static func imports(of file: URL) throws -> [String] {
    SourceText.lines(of: try String(contentsOf: file, encoding: .utf8))
      .filter { SourceText.has("import ", in: $0.utf8) }
      .compactMap { line in
        line.wholeMatch(of: /(?:public |package |internal |@testable )?import ([A-Za-z0-9]+)/)
          .map { String($0.1) }
      }
  }
}
