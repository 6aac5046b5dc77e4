public import CaptureReader
public import RDPProtocol
public import TCPStreams

/// What sizes, order and direction of encrypted records imply of a session, beside what was read.
///
/// The basis: every CredSSP message is one TLS record ([MS-CSSP] 3.1.5), and the server speaks only
/// when asked. TLS 1.3 session tickets are the exception: they come unasked, so they cannot be what
/// the client answers.
public struct Inference: Sendable {
  /// How far CredSSP came; read where there are keys.
  public var credssp = CredSSPProgress()
  /// A carrier of which only TLS was seen.
  @OutOfLine public var carrier: Carrier?
  /// TLS 1.3 records of an alert's size in an alert's place.
  public var alerts: [TLSAlert] = []
  /// The records that hold the last messages of a TLS 1.3 handshake.
  public var finished: PerSide<ItemReference?>?
  /// The record that holds MCS Connect Initial.
  @OptionalItem public var connectInitial: ItemReference?
  /// The server's first record after that.
  @OptionalItem public var connectResponse: ItemReference?
  /// The packet by which the session was running.
  @OptionalItem public var active: ItemReference?
  /// Records of the connection sequence and after it, per side.
  public var activeRecords: PerSide<Int>?
  /// Last records of the size of MCS Disconnect Provider Ultimatum.
  public var ultimatums: [DisconnectUltimatum] = []
  /// The client's is told by its size and the server's close alone: it may have been a key.
  public var isGoodbyeSupposed = false
  /// The record of the size of Set Error Info before the server's goodbye.
  @OptionalItem public var errorInfo: ItemReference?
  /// The server's licensing message after which the sequence stopped, and the dialogue's last.
  @OptionalItem public var licensing: ItemReference?
  @OptionalItem public var licensingEnd: ItemReference?
  /// Phases that no message shows, in the order in which they were concluded.
  public var phases: [PhaseMark] = []

  public init() {}

  /// Records from MCS Connect Initial on, those of the channels left out, that show a running
  /// session: of each side come Connect, Client Info or licensing, the active capabilities, and the
  /// first two of the finalization ([MS-RDPBCGR] 1.3.1.1). A licensing dialogue has four.
  static let runningRecords = 5
  static let standardPort: UInt16 = 3389
  /// No handshake rests for this long.
  static let longerThanHandshakes = TimeSpan.seconds(10)
  /// Records of both sides without their beginning that can only be a session.
  static let sessionRecords = 8

  /// Concludes from what was read of a session and from its connection; the same values give the
  /// same result.
  public init(of trace: __shared ProtocolTrace, over connection: __shared ConnectionRecord) {
    credssp.expected = trace.selectsCredSSP
    carrier = Self.hiddenCarrier(trace, connection: connection)
    if let start = trace.mcs.dataBothWays {
      active = start
      mark(.active, start, in: trace)
    }
    guard
      trace.tls.applicationRecords.client + trace.tls.applicationRecords.server > 0
        || !trace.tls.firstRecords.isEmpty
    else { return }
    let sizes = Self.recordSizes(of: trace.tls)
    // Inside are a carrier's messages, whose sizes mean something else.
    if (trace.carrier ?? carrier)?.hidesSession == true {
      _ = takeApplicationRecords(of: trace, sizes: sizes)
      return
    }
    if Self.startsWithTLS(trace, connection) {
      _ = takeApplicationRecords(of: trace, sizes: sizes)
      return
    }
    if trace.tls.midStream {
      concludeMidStream(trace, connection: connection)
    } else {
      concludeFromStart(trace, sizes: sizes, connection: connection)
    }
    findUltimatums(trace, sizes: sizes, connection: connection)
  }

  private mutating func concludeFromStart(
    _ trace: ProtocolTrace, sizes: RecordSizes, connection: ConnectionRecord
  ) {
    // What a side says after the other has said goodbye is an effect of that, not a cause.
    let goodbyes = PerSide(
      client: connection.goodbye(of: .client)?.frame,
      server: connection.goodbye(of: .server)?.frame)
    let messages = takeApplicationRecords(of: trace, sizes: sizes).only { record in
      goodbyes[record.side.other].map { record.frame < $0 } ?? true
    }
    if connection.isOneSided {
      concludeOneSided(trace, messages: messages, sizes: sizes, connection: connection)
    } else if credssp.expected
      || (Self.lacksConfirm(trace, connection) && Self.opensWithToken(messages, sizes: sizes))
    {
      followCredSSP(trace, messages: messages, sizes: sizes)
      if let read = trace.decrypted { take(read, of: trace, connection: connection) }
      noteEnd(connection: connection)
    } else if !trace.hasConfirm, Self.opensWithToken(messages, sizes: sizes) {
      // The client's password proof is as long as a Connect Initial.
      passBySheerNumber(trace, messages: messages)
    } else if let initial = messages.first(where: {
      $0.side == .client
        && sizes.plaintext(ofRecord: $0.length).upperBound >= PlaintextLength.connectInitial
    }) {
      followMCS(trace, messages: messages, from: initial, sizes: sizes)
    }
  }

  /// Only one direction was captured: its lengths still show a refusal, or a running session.
  private mutating func concludeOneSided(
    _ trace: ProtocolTrace, messages: [EncryptedRecord], sizes: RecordSizes,
    connection: ConnectionRecord
  ) {
    let records = trace.tls.applicationRecords
    if records.client + records.server >= 3 * Self.sessionRecords, let last = messages.last {
      active = last.frame
      mark(.active, last.frame, in: trace)
      return
    }
    guard records.client == 0, credssp.expected, let last = trace.tls.lastRecords.last,
      sizes.plaintext(ofRecord: last.length).contains(where: { $0 == 15 || $0 == 16 }),
      connection.goodbye(of: .server) != nil
    else { return }
    credssp.stage = .authenticate
    credssp.refusal = .errorCode
    credssp.refusalFrame = last.frame
    credssp.lastRecord = last
    mark(.credssp, last.frame, in: trace)
  }

  /// Notes where a phase began, unless a message shows that.
  mutating func mark(_ phase: Phase, _ frame: ItemReference, in trace: ProtocolTrace) {
    guard !trace.phases.contains(where: { $0.phase == phase }),
      !phases.contains(where: { $0.phase == phase })
    else { return }
    if phases.isEmpty { phases.reserveCapacity(4) }
    phases.append(PhaseMark(phase: phase, start: frame))
  }
}

extension RangeReplaceableCollection<EncryptedRecord> {
  /// The records for which `holds` is true: nothing is copied where it is true for all, as of most lists.
  func only(where holds: (EncryptedRecord) -> Bool) -> Self {
    allSatisfy(holds) ? self : filter(holds)
  }
}
