public import CaptureReader
import PacketDecode
import RDPProtocol
public import TCPStreams

/// Who closed a connection first, where the packets of one side only were captured.
///
/// That side's acknowledgements tell. A FIN takes one number of its sender's stream and is the last of it, so a
/// step of exactly one byte acknowledges the other side's FIN: RDP's and TLS's messages are longer, and keep-alives
/// bring no step. Without such a step before a side's own FIN it had not heard of another.
public struct UnseenClose: Sendable {
  /// Who closed first.
  public var side: Side
  /// The side whose packets were captured.
  public var captured: Side
  /// The acknowledgement of the other side's FIN, else the captured side's own FIN or RST.
  public var frame: ItemReference
  /// How the captured side closed; nil where its goodbye is not in the capture.
  public var own: Goodbye?
  /// The last message of either side before it, by the data and the acknowledgements of the captured one.
  public var lastWord: ItemReference?
  /// How sure it is (0…1).
  public var certainty: Double
}

/// The acknowledgements of the only side that was captured, over the connection's last packets.
private struct AcknowledgedSteps {
  struct Step {
    var place: Int
    var bytes: Int
  }

  let packets: [TailPacket]
  private(set) var steps: [Step] = []
  /// The packet of the side's own FIN or RST.
  private(set) var close: Int?

  init(_ facts: WireFacts, of side: Side) {
    packets = facts.connection.tail.filter { $0.side == side }
    let goodbye = facts.connection.goodbye(of: side)
    var highest: SequenceNumber?
    for (place, packet) in packets.enumerated() {
      if let goodbye, packet.frame == goodbye.frame { close = place }
      guard packet.flags.contains(.ack), !packet.flags.contains(.syn) else { continue }
      guard let before = highest else {
        highest = packet.acknowledgment
        continue
      }
      let bytes = before.distance(to: packet.acknowledgment)
      guard bytes > 0 else { continue }
      steps.append(Step(place: place, bytes: Int(bytes)))
      highest = packet.acknowledgment
    }
  }

  /// Up to the packet that closes, that one included.
  var before: ArraySlice<Step> {
    guard let close else { return steps[...] }
    return steps.prefix { $0.place <= close }
  }

  var after: ArraySlice<Step> { steps[before.endIndex...] }

  /// It shut its window: a probe of one byte is a step of one as well.
  var isShut: Bool {
    packets.suffix(Self.watched).contains { $0.window == 0 && !$0.flags.contains(.rst) }
  }

  private static let watched = 8
}

extension UnseenClose {
  /// Sure but for what two captures of a thousand showed.
  private static let plain = 1.0
  /// The server's answers to a client that leaves, and the client's to one that ends, can cross.
  private static let byAbsence = 0.9

  /// nil where both directions were captured, or what was captured does not tell.
  public init?(_ facts: WireFacts) {
    guard facts.connection.isOneSided, facts.phase == .active, !facts.isPathDead else { return nil }
    let side: Side = facts.client.packets > 0 ? .client : .server
    guard facts.forgedReset(of: side) == nil else { return nil }
    let acknowledged = AcknowledgedSteps(facts, of: side)
    let goodbye = facts.connection.goodbye(of: side)
    // What came before the last packets is not known.
    guard !acknowledged.isShut, goodbye == nil || acknowledged.close != nil,
      let found = Self.leaver(facts, side, acknowledged)
    else { return nil }
    captured = side
    own = goodbye
    certainty = found.certainty
    if let step = found.step {
      self.side = side.other
      frame = acknowledged.packets[step.place].frame
    } else if let goodbye {
      self.side = side
      frame = goodbye.frame
    } else {
      return nil
    }
    lastWord = Self.lastWord(facts, side, acknowledged, before: found.step?.place)
  }

  /// The step that acknowledges the other side's FIN or the alert before it, nil for the captured side's own
  /// goodbye; nothing where neither is shown.
  private static func leaver(
    _ facts: WireFacts, _ side: Side, _ acknowledged: AcknowledgedSteps
  ) -> (step: AcknowledgedSteps.Step?, certainty: Double)? {
    let alert = alertLength(facts, side)
    let isReset = acknowledged.close.map { acknowledged.packets[$0].flags.contains(.rst) } ?? false
    if let last = acknowledged.before.last {
      let isFIN = last.bytes == 1
      let isAlertAndFIN = alert.map { last.bytes == $0 + 1 } ?? false
      let isAlert = alert.map { last.bytes == $0 } ?? false && acknowledged.close != nil
      // A message of a length that is common here, and a FIN behind it.
      let isLastWordAndFIN =
        side == .server && acknowledged.close != nil && acknowledged.after.isEmpty
        && isCommon(last.bytes - 1, in: acknowledged) && !isCommon(last.bytes, in: acknowledged)
      if isFIN || isAlertAndFIN || isAlert || isLastWordAndFIN {
        // Its own alert came first: the other side answers it. Where the client's are captured, the server's
        // alert and FIN can be either.
        if let own = facts.closingRecord(of: side),
          let place = acknowledged.packets.firstIndex(where: { $0.frame == own.frame }),
          place < last.place
        {
          return isFIN && acknowledged.close != nil ? (nil, byAbsence) : nil
        }
        if !isFIN, side == .client { return nil }
        return isReset ? nil : (last, isFIN || isAlertAndFIN ? plain : byAbsence)
      }
    }
    guard let close = acknowledged.close else { return nil }
    if isReset {
      // A server that is reset by its host; with a goodbye of the client in words before it the last step would
      // be like none before.
      guard side == .server, acknowledged.packets[close].flags.contains(.ack),
        let last = acknowledged.before.last,
        acknowledged.before.dropLast().contains(where: { $0.bytes == last.bytes })
      else { return nil }
      return (nil, byAbsence)
    }
    // Both closed at about the same time.
    if side == .client, !acknowledged.after.isEmpty { return nil }
    return (nil, byAbsence)
  }

  private static func isCommon(_ bytes: Int, in acknowledged: AcknowledgedSteps) -> Bool {
    bytes > 1 && acknowledged.before.dropLast().count { $0.bytes == bytes } >= 3
  }

  /// Bytes of a TLS alert on the wire, where nothing else is as long.
  private static func alertLength(_ facts: WireFacts, _ side: Side) -> Int? {
    if let hello = facts.trace.tls.serverHello?.value {
      let sizes = RecordSizes(
        version: hello.version, cipherSuite: hello.cipherSuite, encryptThenMAC: hello.encryptThenMAC
      )
      return (3...64).first { sizes.plaintext(ofRecord: $0) == 2...2 }.map { $0 + recordHeader }
    }
    return facts.closingRecord(of: side).map { $0.length + recordHeader }
  }

  private static let recordHeader = 5

  /// The closing alert is no word of its own, nor is a step that acknowledges the close.
  private static func lastWord(
    _ facts: WireFacts, _ side: Side, _ acknowledged: AcknowledgedSteps, before step: Int?
  ) -> ItemReference? {
    let end = step ?? acknowledged.close ?? acknowledged.packets.endIndex
    let alert = facts.closingRecord(of: side)?.frame
    let heard = Set(acknowledged.steps.map(\.place))
    return acknowledged.packets.prefix(end).enumerated().last { place, packet in
      packet.frame != alert && (packet.length > 0 || heard.contains(place))
    }?.element.frame
  }
}

extension WireFacts {
  /// Who closed first, by one side's packets alone.
  public var unseenClose: UnseenClose? { UnseenClose(self) }
}
