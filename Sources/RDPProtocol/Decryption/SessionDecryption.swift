import CaptureReader
import TCPStreams

/// What decryption needs to know of a session between records.
struct SessionDecryption: Sendable {
  /// Records opened before a session that does not become active counts as running.
  static let handshakeRecordLimit = 2048
  /// Plaintext of a running session that is still looked at: a goodbye of nine bytes, Set Error
  /// Info of some forty, and Save Session Info of about 650 ([MS-RDPBCGR] 2.2.10.1.1.4 pads it).
  static let runningPlaintextLimit = PerSide(client: 64, server: 768)
  /// The longest record that such plaintext makes: IV, MAC and a block of padding more.
  static let runningRecordLimit = 768 + 96

  var decryptor: RecordDecryptor
  var credssp = CredSSPReader()
  /// Frames what MCS says inside TLS.
  var framers: PerSide<StreamFramer>
  /// CredSSP is over, or the session does without.
  var isInMCS = false
  var trace = DecryptedTrace()

  init(decryptor: RecordDecryptor) {
    self.decryptor = decryptor
    var framer = StreamFramer()
    framer.expectation = .rdp
    framers = PerSide(client: framer, server: framer)
  }

  /// Bytes that wait for the end of a message.
  var bufferedBytes: Int {
    credssp.bufferedBytes &+ framers.client.bufferedBytes &+ framers.server.bufferedBytes
      &+ decryptor.bufferedBytes
  }

  /// Forgets what is not complete.
  mutating func dropBuffers() {
    credssp.dropBuffers()
    framers.client.dropContent()
    framers.server.dropContent()
    decryptor.dropBuffers()
  }

  /// Opens a record of at most `limit` bytes and counts it.
  mutating func open(
    _ unit: StreamUnit, type: UInt8, version: UInt16, from side: Side, limit: Int
  ) -> RecordDecryptor.Opened? {
    guard decryptor.isProtected(type: type, from: side) else { return nil }
    guard !unit.isPartial, unit.length <= limit, unit.content.count == unit.length else {
      if unit.isPartial { trace.missedRecords[side] += 1 }
      decryptor.skip(from: side)
      return nil
    }
    guard
      let opened = decryptor.open(type: type, version: version, unit.content, from: side)
    else {
      trace.failedRecords[side] += 1
      return nil
    }
    trace.records[side] += 1
    trace.lastOpened[side] = unit.end
    return opened
  }
}
