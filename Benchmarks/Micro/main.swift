// Prints what a packet costs in each stage: nanoseconds of CPU time, the median of several rounds.
//
//   Micro [--rounds N] CAPTURE…
//
// Each stage adds to the one before, and its line shows what it added. The capture should lie in the
// page cache; packets come from the reader's window, as memory that is not in the processor's caches
// would cost more than the work.
//   read        the file's records, nothing done with them
//   decode      frame to segment
//   reject      what rdpwhy asks of each segment before it looks for its connection
//   connection  flow table, health, assembler: TCPStreams as a whole
//   session     framing, TLS and RDP: RDPProtocol as a whole
import CaptureReader
import Glibc
import PacketDecode
import RDPProtocol
import TCPStreams

enum Stage: String, CaseIterable {
  case read, decode, reject, connection, session

  /// Runs this stage and those before it, on state of its own; returns the packets read.
  func run(_ path: String) throws -> Int {
    var options = ConnectionOptions(servicePorts: [3389])
    options.defersOpenings = true
    var decoder = PacketDecoder()
    var table = ConnectionTable(options: options)
    var trackers: [SessionTracker] = []
    return try CaptureFile.read(.file(path)) { record, bytes in
      if self == .read { return }
      let frame = ItemReference(input: 0, frame: record.frame, time: record.time)
      decoder.decode(bytes, record) { packet, payload in
        guard self != .decode, case .tcp(let segment) = packet.transport else { return }
        let opening = OpeningRecognizer.opening(of: payload)
        guard opening != nil || table.concerns(segment), self != .reject else { return }
        table.receive(
          segment, network: packet.network, payload: payload, frame: frame, opening: opening
        ) { connection, chunk, bytes in
          guard self == .session else { return }
          while trackers.count <= connection { trackers.append(SessionTracker()) }
          trackers[connection].receive(chunk, bytes)
        }
      }
    }.packets
  }
}

func processorTime() -> Double {
  var time = timespec()
  _ = unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
}

var rounds = 5
var paths = CommandLine.arguments.dropFirst()
if paths.first == "--rounds" {
  paths = paths.dropFirst()
  rounds = max(1, paths.popFirst().flatMap { Int($0) } ?? rounds)
}
for path in paths {
  let name = path.split(separator: "/").last ?? "capture"
  var before = 0.0
  for stage in Stage.allCases {
    var packets = 0
    var times: [Double] = []
    for _ in 0..<rounds {
      let start = processorTime()
      packets = try stage.run(path)
      times.append(processorTime() - start)
    }
    let median = times.sorted()[rounds / 2] / Double(max(1, packets))
    print("\(name)\t\(stage.rawValue)\t\(Int((median - before).rounded()))")
    before = median
  }
}
