import CaptureReader
import Foundation
import PacketDecode
import Support
import TCPStreams
import Testing

/// Our counts of repeated segments against tshark's, frame by frame.
///
/// The classes of difference, with examples, are listed in Docs/tcp-health.md.
@Suite("Comparison with tshark") struct TSharkComparisonTests {
  @Test(
    "connections have as many repeats as tshark finds, or differ for a known reason",
    .enabled(if: Recordings.shared("public/tcp") != nil, "recordings absent"),
    .enabled(if: TShark.isInstalled, "tshark absent"))
  func repeats() throws {
    var connections = 0
    var equal = 0
    var busy = 0
    var busyEqual = 0
    var busyExplained = 0
    var explained = 0
    var reasons: [Difference.Reason: [String]] = [:]
    var open: [String] = []
    for file in Self.files {
      let ours = OurView(of: file)
      let theirs = try TShark.frames(in: file)
      for (number, connection) in ours.connections.enumerated() {
        connections += 1
        let repeats = connection.frames.filter { ours.kinds[$0]?.isRepeat ?? false }
        let theirRepeats = connection.frames.filter { theirs[$0]?.isRetransmission ?? false }
        let isBusy = !repeats.isEmpty || !theirRepeats.isEmpty
        if isBusy { busy += 1 }
        if repeats == theirRepeats {
          equal += 1
          if isBusy { busyEqual += 1 }
          continue
        }
        let differences = repeats.symmetricDifference(theirRepeats).sorted().map {
          Difference(frame: $0, ours: ours.kinds[$0] ?? .other, theirs: theirs[$0])
        }
        let unexplained = differences.filter { $0.reason == nil }
        if unexplained.isEmpty {
          explained += 1
          busyExplained += 1
        }
        for difference in differences {
          let place = "\(file.lastPathComponent) #\(difference.frame)"
          if let reason = difference.reason {
            reasons[reason, default: []].append(place)
          } else {
            open.append("\(place) connection \(number): \(difference)")
          }
        }
      }
    }
    for (reason, places) in reasons.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      print("\(reason): \(places.count) frames, e.g. \(places.prefix(4).joined(separator: ", "))")
    }
    print("\(equal) equal, \(explained) explained, of \(connections) connections;")
    print("\(busyEqual) equal, \(busyExplained) explained, of \(busy) with any repeat")
    #expect(busy > 0)
    #expect(Double(equal + explained) / Double(connections) >= 0.99, "\(open)")
    #expect(Double(busyEqual + busyExplained) / Double(busy) >= 0.99, "\(open)")
  }

  /// All public recordings, and every eighth of the lab's.
  private static var files: [URL] {
    let kinds = [".pcap", ".pcapng", ".pcap.gz"]
    let all = ["public/tcp", "public/rdp", "lab"].map { folder in
      Recordings.shared(folder).map { Recordings.files(in: $0, endingIn: kinds) } ?? []
    }
    return all[0] + all[1] + all[2].enumerated().filter { $0.offset % 8 == 0 }.map(\.element)
  }
}

/// One frame on which the two disagree.
private struct Difference: CustomStringConvertible {
  /// As in the table of Docs/tcp-health.md.
  enum Reason: String {
    case copy, quickRepeat, lateHole, reordering, opening
  }

  var frame: Int
  var ours: OurView.Kind
  var theirs: TShark.Frame?

  var reason: Reason? {
    guard let theirs else { return nil }
    switch ours {
    case .copy: return .copy
    case .late where theirs.isRetransmission: return .lateHole
    case .reordered where theirs.isRetransmission: return .reordering
    case .retransmission, .spurious, .syn, .fin:
      if theirs.marks.contains("out_of_order") { return .quickRepeat }
      return theirs.isSyn && theirs.marks.contains("reused_ports") ? .opening : nil
    case .other where theirs.isSyn: return .opening
    case .late, .reordered, .keepAlive, .probe, .other: return nil
    }
  }

  var description: String {
    "ours \(ours), theirs \(theirs.map { "\($0.marks)" } ?? "absent")"
  }
}

/// What our table makes of a file, frame by frame.
private struct OurView {
  /// What a frame added to its connection's record.
  enum Kind: String {
    case retransmission, spurious, syn, fin, reordered, late, keepAlive, probe, copy, other

    var isRepeat: Bool {
      switch self {
      case .retransmission, .spurious, .syn, .fin: true
      case .reordered, .late, .keepAlive, .probe, .copy, .other: false
      }
    }
  }

  struct Connection {
    var frames: Set<Int> = []
    var record: ConnectionRecord
  }

  private(set) var connections: [Connection] = []
  private(set) var kinds: [Int: Kind] = [:]

  init(of file: URL) {
    // All ports are followed: the first pass collects them.
    var ports: Set<UInt16> = []
    Self.read(file) { _, _, segment, _ in
      ports.insert(segment.sourcePort)
      ports.insert(segment.destinationPort)
    }
    var table = ConnectionTable(options: ConnectionOptions(servicePorts: ports))
    var newest: [Set<Endpoint>: Int] = [:]
    var found: [Connection] = []
    var kinds: [Int: Kind] = [:]
    Self.read(file) { frame, network, segment, _ in
      let known = table.count
      let nothing: [UInt8] = []
      unsafe table.receive(
        segment, network: network, payload: nothing.span.bytes, frame: frame, opening: nil
      ) { _, _, _ in }
      let ends: Set = [
        Endpoint(address: network.source, port: segment.sourcePort),
        Endpoint(address: network.destination, port: segment.destinationPort),
      ]
      if table.count > known {
        newest[ends] = known
        let empty = ConnectionTable.emptyRecord(like: table.record(of: known))
        found.append(Connection(record: empty))
      }
      guard let index = newest[ends] else { return }
      let record = table.record(of: index)
      kinds[frame.frame] = Self.kind(before: found[index].record, after: record)
      found[index].frames.insert(frame.frame)
      found[index].record = record
    }
    connections = found
    self.kinds = kinds
  }

  private static func kind(before: ConnectionRecord, after: ConnectionRecord) -> Kind {
    if after.copies > before.copies { return .copy }
    func grew(_ count: (DirectionRecord) -> Int) -> Bool {
      Side.allCases.contains { count(after.sent[$0]) > count(before.sent[$0]) }
    }
    if grew(\.retransmissions.syn) { return .syn }
    if grew(\.retransmissions.fin) { return .fin }
    if grew(\.retransmissions.needed) { return .retransmission }
    if grew(\.retransmissions.total) { return .spurious }
    if grew(\.reordered) { return .reordered }
    if grew(\.lostBeforeCapture) { return .late }
    if grew(\.keepAlives) { return .keepAlive }
    if grew(\.zeroWindowProbes) { return .probe }
    return .other
  }

  private static func read(
    _ file: URL, _ body: (ItemReference, NetworkHeader, TCPSegment, Int) -> Void
  ) {
    var decoder = PacketDecoder()
    _ = try? CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard case .tcp(let segment) = packet.transport else { return }
        body(frame, packet.network, segment, payload.byteCount)
      }
    }
  }
}

extension ConnectionTable {
  /// The record with nothing counted, to compare the first frame's with.
  fileprivate static func emptyRecord(like record: ConnectionRecord) -> ConnectionRecord {
    var record = record
    record.sent = SentRecords(client: DirectionRecord(), server: DirectionRecord())
    record.copies = 0
    return record
  }
}

/// An independent witness: tshark's analysis of sequence numbers.
private enum TShark {
  /// The marks that tshark puts on a frame, by the last part of the field's name.
  struct Frame {
    var stream: Int
    var isSyn: Bool
    var marks: Set<String>

    var isRetransmission: Bool { marks.contains("retransmission") }
  }

  private static let marks = [
    "retransmission", "fast_retransmission", "spurious_retransmission", "out_of_order",
    "keep_alive", "zero_window_probe", "lost_segment", "ack_lost_segment", "duplicate_ack",
    "reused_ports",
  ]

  static let path = ["/usr/bin/tshark", "/usr/local/bin/tshark", "/opt/homebrew/bin/tshark"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  static func frames(in file: URL) throws -> [Int: Frame] {
    let fields =
      ["frame.number", "frame.protocols", "tcp.stream", "tcp.flags.syn"]
      + marks.map { "tcp.analysis.\($0)" }
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments =
      ["-n", "-r", file.path, "-Y", "tcp", "-T", "fields", "-E", "occurrence=l"]
      + fields.flatMap { ["-e", $0] }
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    var frames: [Int: Frame] = [:]
    for line in text.split(separator: "\n") {
      let values = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard values.count == fields.count, !values[1].contains("icmp"), let number = Int(values[0]),
        let stream = Int(values[2])
      else { continue }
      let set = zip(marks, values.dropFirst(4)).filter { !$0.1.isEmpty }.map(\.0)
      frames[number] = Frame(stream: stream, isSyn: values[3] == "1", marks: Set(set))
    }
    return frames
  }
}
