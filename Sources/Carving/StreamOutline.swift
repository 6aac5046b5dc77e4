import Analysis
import Attribution
import CaptureReader
import CaptureWriter
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// Finds which bytes of one direction's stream a verdict needs: the headers that frame TLS records,
/// TPKT packets and fast-path PDUs, and what was said until the session ran. The others are the
/// desktop: pictures, keys, files.
package struct StreamOutline {
  private enum State {
    case header
    /// Within a unit: bytes to its end, and how many of them stay.
    case body(remaining: Int, kept: Int)
    /// Framing is lost: waits for a segment that begins like a unit.
    case seeking
    /// Neither TLS nor RDP, perhaps a carrier: the first bytes stay.
    case foreign(kept: Int)
  }

  /// What stays beside headers and handshakes.
  package struct Policy: Sendable {
    /// Application data up to this length stays whole, since secrets open it; -1 for none.
    package var shortRecordLimit = -1
    /// Application data goes from the first record on.
    package var hidesApplicationData = false
    /// Bytes that stay of a stream that is neither TLS nor RDP: a carrier's opening.
    package var foreignBytes = 16_384
    /// Bytes that stay of a TPKT packet of a running session behind its own four: what its headers take.
    package var packetHeadBytes = 64

    package init() {}
  }

  private static let maximumRecord = 18_432

  private let policy: Policy
  private var state: State
  private var head: [UInt8] = []
  private var speaksTLS = false
  private var speaksRDP = false
  private var hasPackets = false
  /// Bytes of the stream that were walked through.
  package private(set) var covered = 0
  package private(set) var kept = KeptRanges()

  /// - Parameter hasBeginning: the stream is seen from its first byte on.
  package init(hasBeginning: Bool, policy: Policy) {
    state = hasBeginning ? .header : .seeking
    self.policy = policy
  }

  /// Walks through the next bytes.
  ///
  /// - Parameters:
  ///   - length: more than their count where a snap length cut them.
  ///   - isRunning: the handshakes are over.
  package mutating func extend(_ bytes: ArraySlice<UInt8>, length: Int, isRunning: Bool) {
    let start = covered
    if case .seeking = state, looksLikeUnit(bytes) {
      state = .header
      head = []
    }
    var position = bytes.startIndex
    while position < bytes.endIndex {
      let offset = start + (position - bytes.startIndex)
      let left = bytes.endIndex - position
      switch state {
      case .header:
        head.append(bytes[position])
        kept.append(offset..<(offset + 1))
        position += 1
        readHead(isRunning: isRunning)
      case .body(let remaining, let keptOfBody):
        let taken = min(remaining, left)
        kept.append(offset..<(offset + min(taken, keptOfBody)))
        position += taken
        enter(remaining - taken, keeping: max(0, keptOfBody - taken))
      case .foreign(let keptBytes):
        kept.append(offset..<(offset + min(left, keptBytes)))
        state = .foreign(kept: max(0, keptBytes - left))
        position = bytes.endIndex
      case .seeking:
        position = bytes.endIndex
      }
    }
    covered = start + bytes.count
    if length > bytes.count { skip(length - bytes.count) }
  }

  /// Passes over bytes that are not there.
  package mutating func skip(_ count: Int) {
    guard count > 0 else { return }
    covered += count
    switch state {
    case .body(let remaining, let kept) where remaining >= count:
      enter(remaining - count, keeping: max(0, kept - count))
    case .body, .header:
      state = .seeking
      head = []
    case .seeking, .foreign: break
    }
  }

  private mutating func enter(_ remaining: Int, keeping kept: Int) {
    if remaining > 0 {
      state = .body(remaining: remaining, kept: min(kept, remaining))
    } else {
      state = .header
      head = []
    }
  }

  /// Enters the unit once its header is complete.
  private mutating func readHead(isRunning: Bool) {
    guard let first = head.first else { return }
    if !speaksRDP || speaksTLS, TLSContentType.isKnown(first) {
      if head.count >= 2, head[1] != 3 { return becomeForeign() }
      guard head.count >= 5 else { return }
      let length = Int(head[3]) << 8 | Int(head[4])
      guard length <= Self.maximumRecord else { return becomeForeign() }
      speaksTLS = true
      let isHidden =
        first == TLSContentType.applicationData && (isRunning || policy.hidesApplicationData)
      enter(length, keeping: isHidden && length > policy.shortRecordLimit ? 0 : length)
    } else if !speaksTLS, first == 3 {
      guard head.count >= 4 else { return }
      let length = Int(head[2]) << 8 | Int(head[3])
      guard head[1] == 0, length >= 7 else { return becomeForeign() }
      // What follows the negotiation is TLS or RDP in the clear.
      speaksRDP = speaksRDP || isRunning
      hasPackets = true
      enter(length - 4, keeping: isRunning ? policy.packetHeadBytes : length)
    } else if !speaksTLS, hasPackets, first & 3 == 0 {
      guard head.count >= 2 else { return }
      speaksRDP = true
      let isLong = head[1] & 0x80 != 0
      guard !isLong || head.count >= 3 else { return }
      let length = isLong ? Int(head[1] & 0x7F) << 8 | Int(head[2]) : Int(head[1])
      guard length >= head.count else { return becomeForeign() }
      enter(length - head.count, keeping: isRunning ? 0 : length)
    } else if !speaksTLS, !hasPackets {
      readOpening()
    } else {
      becomeForeign()
    }
  }

  /// A carrier's opening in plain HTTP: heads stay, bodies go, and then the session begins.
  private mutating func readOpening() {
    switch HTTPOpening.match(head) {
    case .no: becomeForeign()
    case .perhaps: break
    case .yes:
      guard head.suffix(4).elementsEqual([0x0D, 0x0A, 0x0D, 0x0A]) else {
        if head.count > HTTPOpening.longest { becomeForeign() }
        return
      }
      guard let body = HTTPOpening.body(behind: head[...]) else { return becomeForeign() }
      enter(body, keeping: 0)
    }
  }

  private mutating func becomeForeign() {
    state = .foreign(kept: policy.foreignBytes)
    head = []
  }

  /// A segment that begins like a TLS record or a TPKT packet.
  private func looksLikeUnit(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = Array(bytes.prefix(5))
    guard start.count >= 4 else { return false }
    if start.count == 5, TLSContentType.isKnown(start[0]), start[1] == 3, start[2] <= 4 {
      let length = Int(start[3]) << 8 | Int(start[4])
      return length > 0 && length <= Self.maximumRecord
    }
    return !speaksTLS && start[0] == 3 && start[1] == 0
      && Int(start[2]) << 8 | Int(start[3]) >= 7
  }
}
