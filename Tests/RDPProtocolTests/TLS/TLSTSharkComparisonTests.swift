import CaptureReader
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

@testable import RDPProtocol

/// What we read of TLS against tshark's reading, connection by connection.
///
/// The classes of difference are listed in Docs/tls.md.
@Suite("TLS compared with tshark") struct TLSTSharkComparisonTests {
  @Test(
    "hellos, certificates and alerts of the public recordings are read as tshark reads them",
    .enabled(if: Recordings.shared("public/tls") != nil, "recordings absent"),
    .enabled(if: TSharkTLS.isInstalled, "tshark absent"))
  func publicRecordings() throws {
    let folder = try #require(Recordings.shared("public/tls"))
    var tally = TLSTally()
    for file in Recordings.files(in: folder, endingIn: [".pcap", ".pcapng", ".pcap.gz"]) {
      try tally.compare(file, with: try followAll(file), decodeAs: [])
    }
    tally.check()
    #expect(tally.equal["ja3", default: 0] >= 200)
    #expect(tally.equal["ja3s", default: 0] >= 150)
    #expect(tally.equal["serial", default: 0] >= 150)
    #expect(tally.equal["alerts", default: 0] >= 5)
    #expect(tally.explained.values.reduce(0) { $0 + $1.count } <= 120)
  }

  @Test(
    "hellos, certificates and alerts of RDP recordings are read as tshark reads them",
    .enabled(if: Recordings.shared("lab") != nil, "recordings absent"),
    .enabled(if: TSharkTLS.isInstalled, "tshark absent"),
    arguments: ["lab", "public/rdp"])
  func rdpRecordings(folder: String) throws {
    let folder = try #require(Recordings.shared(folder))
    let files = Recordings.files(in: folder, endingIn: [".pcap", ".pcapng", ".pcap.gz"])
    var tally = TLSTally()
    // The lab's recordings are many and alike: every fifth, and all that fail in TLS.
    for (index, file) in files.enumerated()
    where index % 5 == 0 || file.lastPathComponent.hasPrefix("c-") || files.count < 100 {
      let connections = try follow(file)
      let ports = Set(connections.map(\.record.server.port))
      try tally.compare(file, with: connections, decodeAs: ports)
    }
    tally.check()
    #expect(tally.equal["ja3", default: 0] >= 8)
    #expect(tally.explained.isEmpty)
  }
}

/// Counts equal readings and lists the others.
private struct TLSTally {
  var equal: [String: Int] = [:]
  var explained: [String: [String]] = [:]
  var open: [String] = []

  mutating func compare(
    _ file: URL, with connections: [Followed], decodeAs ports: Set<UInt16>
  ) throws {
    let streams = try TSharkTLS.streams(in: file, decodeAs: ports)
    for connection in connections {
      let theirs =
        streams[connection.record.first.frame]?.reading(server: connection.record.server.port)
        ?? [:]
      let ours = Self.reading(connection)
      for field in Set(ours.keys).union(theirs.keys).sorted() {
        if ours[field] == theirs[field] {
          equal[field, default: 0] += 1
          continue
        }
        let place = "\(file.lastPathComponent) #\(connection.record.first.frame) \(field)"
        if let reason = Self.reason(field, connection, ours[field], theirs[field]) {
          explained[reason, default: []].append(place)
        } else {
          open.append(
            "\(place): ours \(ours[field] ?? "absent"), theirs \(theirs[field] ?? "absent")")
        }
      }
    }
  }

  func check() {
    for (field, count) in equal.sorted(by: { $0.key < $1.key }) {
      print("\(field): \(count) equal")
    }
    for (reason, places) in explained.sorted(by: { $0.key < $1.key }) {
      print("\(reason): \(places.count), e.g. \(places.prefix(4).joined(separator: ", "))")
    }
    #expect(open.isEmpty, "\(open.joined(separator: "\n"))")
  }

  private static func reading(_ connection: Followed) -> [String: String] {
    let tls = connection.trace.tls
    var values: [String: String] = [:]
    values["ja3"] = tls.clientHello?.value.ja3
    values["server name"] = tls.clientHello?.value.serverName
    values["ja3s"] = tls.serverHello?.value.ja3s
    values["cipher"] = tls.serverHello.flatMap {
      $0.value.version > 0x0002 ? "\($0.value.cipherSuite)" : nil
    }
    values["serial"] = tls.certificate?.value.serialNumber.map(withoutZeros)
    let clear = tls.alerts.filter { !$0.isEncrypted }
    let alerts = (clear + (connection.trace.decrypted?.alerts ?? []))
      .sorted { $0.frame.frame < $1.frame.frame }
      .map { "\($0.side.rawValue) \($0.level ?? 0) \($0.code ?? 255)" }
    if !alerts.isEmpty { values["alerts"] = alerts.joined(separator: ", ") }
    return values
  }

  /// As in the table of Docs/tls.md.
  private static func reason(
    _ field: String, _ connection: Followed, _ ours: String?, _ theirs: String?
  ) -> String? {
    let trace = connection.trace
    let isForeign = !trace.foreignBytes.client.isEmpty || !trace.foreignBytes.server.isEmpty
    if ours == nil, isForeign { return "another protocol before TLS" }
    if ours == nil, connection.record.handshake.synCount > 1 { return "port used again" }
    if field == "ja3s", trace.tls.helloRetryRequest != nil { return "retry before a gap" }
    if field == "alerts", let suite = trace.tls.serverHello?.value.cipherSuite,
      suite.name?.contains("_NULL_") == true
    {
      return "cipher that does not encrypt"
    }
    return theirs == nil ? "not read by tshark" : nil
  }

  fileprivate static func withoutZeros(_ digits: String) -> String {
    String(digits.drop { $0 == "0" })
  }
}

/// An independent witness: tshark's TLS dissector.
private enum TSharkTLS {
  /// A frame with TLS in it: sender's port, then the values of each field.
  typealias Frame = (port: UInt16, values: [String: [String]])

  struct Stream {
    var frames: [Frame] = []

    func reading(server: UInt16) -> [String: String] {
      var values: [String: String] = [:]
      var alerts: [String] = []
      for frame in frames {
        let isServer = frame.port == server
        func list(_ field: String) -> [String] { frame.values[field] ?? [] }
        if !isServer {
          values["ja3"] = values["ja3"] ?? list("tls.handshake.ja3").first
          values["server name"] =
            values["server name"] ?? list("tls.handshake.extensions_server_name").first
        } else {
          if let full = list("tls.handshake.ja3s_full").last {
            values["ja3s"] = list("tls.handshake.ja3s").last
            values["cipher"] = full.split(separator: ",").dropFirst().first.map(String.init)
          }
          if values["serial"] == nil, list("tls.handshake.type").contains("11") {
            values["serial"] = list("x509af.serialNumber").first.map(TLSTally.withoutZeros)
          }
        }
        for (level, code) in zip(
          list("tls.alert_message.level"), list("tls.alert_message.desc"))
        {
          alerts.append("\(isServer ? "server" : "client") \(level) \(code)")
        }
      }
      if !alerts.isEmpty { values["alerts"] = alerts.joined(separator: ", ") }
      return values
    }
  }

  private static let fields = [
    "tls.handshake.type", "tls.handshake.ja3", "tls.handshake.ja3s", "tls.handshake.ja3s_full",
    "tls.handshake.extensions_server_name", "x509af.serialNumber", "tls.alert_message.level",
    "tls.alert_message.desc",
  ]

  static let path = ["/usr/bin/tshark", "/usr/local/bin/tshark", "/opt/homebrew/bin/tshark"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// Streams by the number of their first frame.
  static func streams(in file: URL, decodeAs ports: Set<UInt16>) throws -> [Int: Stream] {
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    let leading = ["frame.number", "tcp.stream", "tcp.srcport"]
    process.arguments =
      ["-n", "-r", file.path, "-Y", "tcp", "-T", "fields", "-E", "occurrence=a"]
      + ["-E", "aggregator=;"] + ports.sorted().flatMap { ["-d", "tcp.port==\($0),tls"] }
      + (leading + fields).flatMap { ["-e", $0] }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var first: [String: Int] = [:]
    var streams: [Int: Stream] = [:]
    for line in text.split(separator: "\n") {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard columns.count == leading.count + fields.count, let number = Int(columns[0]),
        let port = UInt16(columns[2])
      else { continue }
      let start = first[columns[1], default: number]
      first[columns[1]] = start
      var values: [String: [String]] = [:]
      for (field, column) in zip(fields, columns.dropFirst(leading.count)) where !column.isEmpty {
        values[field] = column.split(separator: ";").map(String.init)
      }
      streams[start, default: Stream()].frames.append((port, values))
    }
    return streams
  }
}
