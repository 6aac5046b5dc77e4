import CaptureReader
import PacketDecode

/// A connection of which no more is known than its opening exchange, in 64 bytes: its packets are kept
/// as they came, and the connection's full state is made of them when more comes.
///
/// A scan leaves millions of these; a full state takes a hundred times the memory.
struct OpeningExchange: Sendable {
  private struct Marks: OptionSet, Sendable {
    let rawValue: UInt16
    static let clientIsLow = Marks(rawValue: 1)
    static let answer = Marks(rawValue: 2)
    static let acknowledgment = Marks(rawValue: 4)
    static let request = Marks(rawValue: 8)
    static let payload = Marks(rawValue: 16)
    static let reset = Marks(rawValue: 32)
    static let folded = Marks(rawValue: 64)
    static let gone = Marks(rawValue: 128)
    static let unfollowed = Marks(rawValue: 256)
  }

  private let lowAddress: IPAddress
  private let highAddress: IPAddress
  private let tunnel: UInt64
  private let ports: UInt32
  /// Counts connections by their first packet.
  let ordinal: UInt32
  let clientSequence: SequenceNumber
  private var answer = SequenceNumber(0)
  /// Its newest packet in the store.
  var lastPacket: Int32 = -1
  private var marks: Marks
  var packetCount: UInt8 = 0

  /// Packets kept: three of the handshake, the request, its acknowledgement, the end.
  static let packetLimit = 8
  /// Longest request kept: a cookie or a routing token makes a hundred bytes or so.
  static let payloadLimit = 512

  init(key: FlowKey, ordinal: UInt32, clientIsLow: Bool, clientSequence: SequenceNumber) {
    lowAddress = key.lowAddress
    highAddress = key.highAddress
    tunnel = key.tunnel
    ports = key.ports
    self.ordinal = ordinal
    self.clientSequence = clientSequence
    marks = clientIsLow ? .clientIsLow : []
  }

  var key: FlowKey {
    FlowKey(lowAddress: lowAddress, highAddress: highAddress, ports: ports, tunnel: tunnel)
  }
  var client: Endpoint { marks.contains(.clientIsLow) ? key.low : key.high }
  var server: Endpoint { marks.contains(.clientIsLow) ? key.high : key.low }

  var isReset: Bool {
    get { marks.contains(.reset) }
    set { set(.reset, newValue) }
  }
  /// Only the key is left: packets that still come are nobody's.
  var isFolded: Bool {
    get { marks.contains(.folded) }
    set { set(.folded, newValue) }
  }
  /// It became a connection with full state, or is no longer held.
  var isGone: Bool {
    get { marks.contains(.gone) }
    set { set(.gone, newValue) }
  }
  /// It went on, and there was no room for a connection.
  var isUnfollowed: Bool {
    get { marks.contains(.unfollowed) }
    set { set(.unfollowed, newValue) }
  }
  /// The store has bytes of one of its packets.
  var hasPayload: Bool {
    get { marks.contains(.payload) }
    set { set(.payload, newValue) }
  }

  private mutating func set(_ mark: Marks, _ isSet: Bool) {
    if isSet { marks.insert(mark) } else { marks.remove(mark) }
  }

  /// Whether a packet belongs to an opening exchange of which nothing but order and times is to be
  /// told. What it is not sure of, the full state decides.
  func fits(_ segment: TCPSegment, isFromClient: Bool, capturedPayload: Int) -> Bool {
    guard packetCount < Self.packetLimit else { return false }
    if segment.flags.contains(.syn) {
      guard segment.payloadLength == 0 else { return false }
      if segment.flags.contains(.ack) {
        return !isFromClient && marks.isDisjoint(with: [.acknowledgment, .reset])
          && (!marks.contains(.answer) || answer == segment.sequence)
      }
      return isFromClient && segment.sequence == clientSequence
    }
    guard segment.payloadLength > 0 else { return true }
    return isFromClient && !hasPayload && capturedPayload <= Self.payloadLimit
  }

  /// Whether a SYN with another initial sequence number begins a new connection. A refused connect()
  /// tries again within a second or so; that is the same attempt going on.
  ///
  /// - Parameter last: when its newest packet came.
  func isNoRetry(at time: Timestamp, after last: Timestamp) -> Bool {
    !isReset || marks.contains(.answer) || time.since(last) >= Self.retrySpan
  }

  static let retrySpan = TimeSpan.seconds(3)

  mutating func note(_ segment: TCPSegment, isFromClient: Bool) {
    if segment.flags.contains(.rst) { marks.insert(.reset) }
    if segment.flags.isSuperset(of: [.syn, .ack]) {
      answer = segment.sequence
      marks.insert(.answer)
    } else if isFromClient, segment.flags.contains(.ack), !segment.flags.contains(.rst) {
      marks.insert(.acknowledgment)
    }
    if segment.payloadLength > 0 { marks.insert(.request) }
  }

  func count(in outcomes: inout OpeningOutcomes) {
    if isUnfollowed {
      outcomes.unfollowed += 1
    } else if marks.contains(.request) {
      outcomes.unansweredRequest += 1
    } else if marks.contains(.acknowledgment) {
      outcomes.silent += 1
    } else if marks.contains(.answer) {
      outcomes.halfOpen += 1
    } else if isReset {
      outcomes.refused += 1
    } else {
      outcomes.unanswered += 1
    }
  }
}
