import CaptureReader
import RDPProtocol
import TCPStreams

/// CredSSP's message order ([MS-CSSP] 3.1.5) followed on encrypted records.
///
/// The state is `progress.stage`: what has been said last.
struct CredSSPMachine {
  private(set) var progress = CredSSPProgress()
  private(set) var isOver = false
  private let isTLS13: Bool
  private let sizes: RecordSizes
  /// Length of the server's last record.
  private var lastServerLength: Int?

  init(isTLS13: Bool, sizes: RecordSizes) {
    self.isTLS13 = isTLS13
    self.sizes = sizes
  }

  /// - Parameters:
  ///   - isAlert: the record is, or has the size of, an alert.
  ///   - clientFollows: the client says something after this record.
  ///   - serverFollows: the next record is the server's too.
  mutating func receive(
    _ record: EncryptedRecord, isAlert: Bool, clientFollows: Bool, serverFollows: Bool
  ) {
    switch record.side {
    case .client:
      receiveFromClient(record, isAlert: isAlert)
    case .server:
      receiveFromServer(
        record, isAlert: isAlert, clientFollows: clientFollows, serverFollows: serverFollows)
    }
  }

  private mutating func receiveFromClient(_ record: EncryptedRecord, isAlert: Bool) {
    if isAlert {
      progress.clientLeft = record.frame
      isOver = true
      return
    }
    let length = sizes.plaintext(ofRecord: record.length).upperBound
    switch progress.stage {
    case .notStarted: advance(to: .negotiate, record)
    case .negotiate: note(record)
    case .challenge: advance(to: .authenticate, record)
    case .authenticate: note(record)
    case .publicKeyReply: advance(to: .credentials, record)
    case .credentials, .earlyAuthorization:
      if length >= PlaintextLength.connectInitial {
        advance(to: .passed, record)
        isOver = true
      } else {
        note(record)
      }
    case .passed: break
    }
  }

  private mutating func receiveFromServer(
    _ record: EncryptedRecord, isAlert: Bool, clientFollows: Bool, serverFollows: Bool
  ) {
    let length = sizes.plaintext(ofRecord: record.length)
    if isAlert {
      if progress.stage > .notStarted || !isTLS13 {
        refuse(.alert, record)
      }
      return
    }
    switch progress.stage {
    case .notStarted:
      // TLS 1.3 session tickets come unasked.
      break
    case .negotiate:
      if isErrorCode(length) { return refuse(.errorCode, record) }
      // Of several server records before the client answers, the last is the answer; without an
      // answer by the client, tickets are told by coming in pairs of one length (OpenSSL, measured
      // 217…233) and by not being alone.
      if isTLS13, serverFollows { return note(record) }
      if isTLS13, !clientFollows, looksLikeTicket(record) { return note(record) }
      advance(to: .challenge, record)
    case .challenge:
      note(record)
    case .authenticate:
      if isErrorCode(length) {
        return takeShort(record, clientFollows: clientFollows, otherwise: .publicKeyReply)
      }
      // FreeRDP 3 refuses with its own proof in the same message; a client that goes on has seen none.
      if !clientFollows,
        PlaintextLength.errorCodeAndReply.contains(where: { length == $0...$0 })
      {
        return refuse(.errorCode, record)
      }
      advance(to: .publicKeyReply, record)
    case .publicKeyReply:
      if isErrorCode(length) { return takeShort(record, clientFollows: clientFollows) }
      note(record)
    case .credentials:
      if length.contains(PlaintextLength.earlyAuthorization), length.upperBound < 20 {
        advance(to: .earlyAuthorization, record)
      } else if isErrorCode(length) {
        takeShort(record, clientFollows: clientFollows)
      } else {
        note(record)
      }
    case .earlyAuthorization, .passed:
      note(record)
    }
  }

  private func isErrorCode(_ length: ClosedRange<Int>) -> Bool {
    PlaintextLength.errorCode.contains(length.upperBound)
  }

  /// A record of errorCode's length refuses where the client says nothing more. One that goes on was not
  /// refused: messages between are missing from the capture.
  private mutating func takeShort(
    _ record: EncryptedRecord, clientFollows: Bool, otherwise stage: CredSSPStage? = nil
  ) {
    if !clientFollows { return refuse(.errorCode, record) }
    if let stage { advance(to: stage, record) } else { note(record) }
  }

  private func looksLikeTicket(_ record: EncryptedRecord) -> Bool {
    lastServerLength == record.length
  }

  private mutating func advance(to stage: CredSSPStage, _ record: EncryptedRecord) {
    progress.stage = stage
    note(record)
    guard progress.messages.count < 16 else { return }
    // A whole exchange, with Connect Initial.
    if progress.messages.isEmpty { progress.messages.reserveCapacity(6) }
    progress.messages.append(
      CredSSPProgress.Message(
        side: record.side,
        plaintextLength: sizes.plaintext(ofRecord: record.length).upperBound, frame: record.frame))
  }

  private mutating func note(_ record: EncryptedRecord) {
    progress.lastRecord = record
    if record.side == .server { lastServerLength = record.length }
  }

  private mutating func refuse(_ how: CredSSPRefusalKind, _ record: EncryptedRecord) {
    progress.refusal = how
    progress.refusalFrame = record.frame
    progress.lastRecord = record
    isOver = true
  }
}
