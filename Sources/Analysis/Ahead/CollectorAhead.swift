import CaptureReader
import Dispatch
import PacketDecode
import Synchronization
import TCPStreams

/// How packets are handed to another core; whatever it is, results are the same.
package struct AheadSettings: Sendable {
  /// Packets of a batch.
  package var packets = 1_024
  /// A batch is handed over where at least one packet in so many is on a port that is followed.
  package var leastShare = 4
  /// As many packets as these batches hold are taken one by one where few matter, before another batch
  /// is looked at.
  package var directBatches = 126

  package init() {}

  package init(packets: Int, leastShare: Int, directBatches: Int) {
    self.packets = packets
    self.leastShare = leastShare
    self.directBatches = directBatches
  }
}

/// Has another core follow the connections of what is read: the caller's core reads, finds the usual
/// frames' headers, and follows the protocols of what the other one has put in order.
///
/// Packets go in batches to and fro, in order: whatever takes them gets each as if it came by itself, so
/// that results are the same. Where few packets are on ports that are followed nothing is handed over:
/// reading is most of the work there.
struct CollectorAhead: ~Copyable {
  private let settings: AheadSettings
  private let desk: Desk
  private let limits: DecodeLimits
  private let ports: PortSet
  private let tags = FlowTags()
  private let input: Int
  /// What references to packets begin with.
  private let origin: ItemReference
  private var batch: PacketBatch
  /// What the next batch is handed over in.
  private var box: Box
  /// The trackers, while the other core has the connections.
  private var sessions: Sessions
  private var isRunning = false
  private var isStarted = false
  /// Packets that are received one by one before another batch is looked at.
  private var direct = 0

  private static let batches = 4
  /// Batches on their way take some 6 MB, which belong to no part of a small budget.
  static let leastMemory = 128 << 20

  /// - Parameter idle: an empty collector of the same kind.
  init(idle: consuming CaptureCollector, input: Int, settings: AheadSettings) {
    self.settings = settings
    self.input = input
    ports = idle.stages.table.followed
    limits = idle.decoder.limits
    sessions = Sessions(like: idle.stages.sessions)
    origin = idle.origin
    desk = Desk(idle)
    batch = PacketBatch(most: settings.packets)
    box = Box(PacketBatch(most: 0))
  }

  @inline(__always)
  mutating func pass(
    _ record: borrowing PacketRecord, _ bytes: RawSpan, to collector: inout CaptureCollector
  ) {
    if direct > 0 {
      direct &-= 1
      return collector.receive(record, bytes, of: input)
    }
    batch.append(record, bytes, limits: limits, ports, tags)
    if batch.isFull { send(&collector) }
  }

  @inline(never)
  private mutating func send(_ collector: inout CaptureCollector) {
    guard batch.followed >= batch.items.count / settings.leastShare else {
      settle(&collector)
      direct = settings.packets * settings.directBatches
      return
    }
    if !isRunning { run(&collector) }
    swap(&batch, &box.batch)
    desk.full.put(box)
    guard let next = desk.empty.take() else { return }
    box = next
    swap(&batch, &box.batch)
    sessions.receive(batch, origin)
    batch.clear()
  }

  private mutating func run(_ collector: inout CaptureCollector) {
    if !isStarted {
      isStarted = true
      for _ in 1..<Self.batches {
        desk.empty.put(Box(PacketBatch(most: settings.packets)))
      }
      desk.start(input)
    }
    swap(&sessions, &collector.stages.sessions)
    swap(&collector, &desk.collector)
    isRunning = true
  }

  /// Receives all that was passed: afterwards the collector can be asked and changed.
  mutating func settle(_ collector: inout CaptureCollector) {
    if isRunning {
      // All others are back when they can be taken.
      let others = (1..<Self.batches).compactMap { _ in desk.empty.take() }
      for other in others {
        sessions.receive(other.batch, origin)
        other.batch.clear()
        desk.empty.put(other)
      }
      swap(&collector, &desk.collector)
      swap(&sessions, &collector.stages.sessions)
      isRunning = false
    }
    collector.receive(batch, of: input)
    batch.clear()
  }

  /// Receives all, and lets the other core go.
  mutating func finish(_ collector: inout CaptureCollector) {
    settle(&collector)
    if isStarted { desk.end() }
  }

  /// In the hands of one core at a time.
  private final class Box: @unchecked Sendable {
    var batch: PacketBatch
    init(_ batch: consuming PacketBatch) { self.batch = batch }
  }

  /// The collector belongs to the other core while it has batches, else to the caller's.
  private final class Desk: @unchecked Sendable {
    var collector: CaptureCollector
    let full = Line()
    let empty = Line()
    private let left = DispatchSemaphore(value: 0)

    init(_ collector: consuming CaptureCollector) { self.collector = collector }

    func start(_ input: Int) {
      DispatchQueue.global().async { [self] in
        while let box = full.take() {
          collector.receiveWithoutTrackers(&box.batch, of: input)
          empty.put(box)
        }
        left.signal()
      }
    }

    func end() {
      full.close()
      left.wait()
    }
  }

  /// Boxes in order.
  private final class Line: Sendable {
    private let waiting = Mutex<[Box]>([])
    private let filled = DispatchSemaphore(value: 0)

    func put(_ box: Box) {
      waiting.withLock { $0.append(box) }
      filled.signal()
    }

    /// Whoever waits for another box is told that none comes.
    func close() { filled.signal() }

    func take() -> Box? {
      filled.wait()
      return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
  }
}
