import CaptureReader
import Foundation
import PacketDecode
import Support
import Testing

/// Recordings of all kinds, ours and others'.
private let folders = [
  "lab", "public/link", "public/malformed", "public/pcapng", "public/rdp", "public/tcp",
  "public/tls",
]

private func recordings(in folder: String) -> [URL] {
  guard let url = Recordings.shared(folder) else { return [] }
  return Recordings.files(in: url, endingIn: [".pcap", ".pcapng", ".cap", ".pcap.gz"])
}

@Suite("Recordings") struct RecordingTests {
  @Test(
    "every frame is counted once",
    .enabled(if: Recordings.shared("public/link") != nil, "recordings absent"), arguments: folders)
  func countsEveryFrame(folder: String) {
    var packets = 0
    for file in recordings(in: folder) {
      var decoder = PacketDecoder()
      var frames = 0
      var bodies = 0
      _ = try? CaptureFile.read(.file(file.path)) { record, bytes in
        frames += 1
        decoder.decode(bytes, record) { _, _ in bodies += 1 }
      }
      let counted = decoder.statistics
      #expect(counted.packets == frames, "\(file.lastPathComponent)")
      #expect(counted.delivered == bodies, "\(file.lastPathComponent)")
      #expect(counted.delivered + counted.notDelivered == frames, "\(file.lastPathComponent)")
      packets += frames
    }
    #expect(packets > 0)
  }

  @Test(
    "TCP headers are those that tshark finds",
    .enabled(if: Recordings.shared("public/link") != nil, "recordings absent"),
    .enabled(if: TShark.isInstalled, "tshark absent"),
    arguments: recordings(in: "public/link") + recordings(in: "public/tcp"))
  func agreesWithTShark(file: URL) throws {
    var decoder = PacketDecoder()
    var ours: Set<TShark.Header> = []
    _ = try CaptureFile.read(.file(file.path)) { record, bytes in
      let frame = record.frame
      decoder.decode(bytes, record) { packet, _ in
        guard case .tcp(let segment) = packet.transport else { return }
        ours.insert(TShark.Header(frame: frame, segment))
      }
    }
    let different = ours.symmetricDifference(try TShark.headers(in: file))
    let frames = Set(different.map(\.frame)).count
    let exception = Exception.all.first { file.lastPathComponent.hasSuffix($0.file) }
    #expect(frames == exception?.frames ?? 0, "\(exception?.reason ?? "\(different)")")
  }
}

/// A recording in which we differ from tshark in so many frames, for a reason.
private struct Exception {
  var file: String
  var frames: Int
  var reason: String

  init(_ file: String, _ frames: Int, _ reason: String) {
    self.file = file
    self.frames = frames
    self.reason = reason
  }

  static let all = [
    Exception(
      "01_mpls_pw_eth_ipv4_tcp_no_cw.pcap", 1,
      "tshark takes the frame's first address for a control word"),
    Exception(
      "06_mpls_pw_eth_vlan_ipv4_tcp_cw.pcap", 1, "tshark does not look behind the control word"),
    Exception(
      "17_ah_invalid_payload_length_too_small.pcap", 1,
      "tshark reads TCP inside of the authentication header"),
    Exception(
      "17_vxlan_udp_port_and_header_matrix.pcap", 3,
      "tshark does not know port 8472, and ignores direction and the flag of the identifier"),
    Exception(
      "18_geneve_udp_port_direction_matrix.pcap", 1, "tshark takes the source port as well"),
    Exception(
      "22_gtpu_udp_port_direction_matrix.pcap", 1, "tshark takes the source port as well"),
    Exception(
      "19_tcp_syn_tcp_header_snaplen_truncated.pcap", 1,
      "tshark shows headers of which less than twenty bytes were captured"),
    Exception(
      "21_mpls_snaplen_truncated_inner_tcp.pcap", 1,
      "tshark shows headers of which less than twenty bytes were captured"),
    Exception(
      "simsong__tcpflow__simson.pcap", 303,
      "tshark shows headers of which less than twenty bytes were captured"),
    Exception("gre-erspan-vxlan.pcap", 7, "VXLAN-GPE (port 4790) is not read"),
    Exception("netlink-nflog.pcap", 2, "Linux netlink is no link type of ours"),
    Exception("BruteShark__TCP_-_Network.pcap", 1, "tshark shows the samples inside of sFlow"),
    Exception("BruteShark__TCP_-_Network.pcapng", 1, "tshark shows the samples inside of sFlow"),
    Exception(
      "PcapPlusPlus__tcp-reassembly.pcap", 1, "tshark shows the samples inside of sFlow"),
    Exception("zeek__zeek__dns-inverse-query.pcap", 11, "FDDI is no link type of ours"),
    Exception("zeek__zeek__llc.pcap", 1333, "FDDI is no link type of ours"),
    Exception(
      "zeek__zeek__gtp9_unknown_or_too_short_payload.pcap", 1,
      "we believe the inner IP header's length where the outer one's is less"),
    Exception(
      "zeek__zeek__reassembly.pcap", 5,
      "we believe the IP header's length where the frame's is less"),
  ]
}

/// An independent witness: tshark's reading of TCP headers.
private enum TShark {
  struct Header: Hashable {
    var frame: Int
    var sourcePort: Int
    var destinationPort: Int
    var sequence: Int
    var flags: Int
    var payloadLength: Int

    init(frame: Int, _ segment: TCPSegment) {
      self.frame = frame
      sourcePort = Int(segment.sourcePort)
      destinationPort = Int(segment.destinationPort)
      sequence = Int(segment.sequence.rawValue)
      flags = Int(segment.flags.rawValue)
      payloadLength = segment.payloadLength
    }

    /// The fields that `headers(in:)` asks for; empty where tshark could not read them.
    init(fields: [Substring]) {
      func number(_ index: Int) -> Int {
        let text = fields[index]
        return (text.hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)) ?? -1
      }
      frame = number(0)
      sourcePort = number(2)
      destinationPort = number(3)
      sequence = number(4)
      // The reserved bits and the old nonce sum lie above.
      flags = number(5) & 0xFF
      payloadLength = number(6)
    }
  }

  static let path = ["/usr/bin/tshark", "/usr/local/bin/tshark", "/opt/homebrew/bin/tshark"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// The innermost TCP header of each frame, but for those that ICMP errors quote.
  static func headers(in file: URL) throws -> Set<Header> {
    let fields = [
      "frame.number", "frame.protocols", "tcp.srcport", "tcp.dstport", "tcp.seq_raw", "tcp.flags",
      "tcp.len",
    ]
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
    let rows = text.split(separator: "\n").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    return Set(
      rows.filter { $0.count == fields.count && !$0[1].contains("icmp") }.map(Header.init(fields:)))
  }
}
