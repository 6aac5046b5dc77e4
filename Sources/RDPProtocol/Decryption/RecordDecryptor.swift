import TCPStreams

/// Opens a connection's records in the order they come, both directions, with a key log's secrets.
struct RecordDecryptor: Sendable {
  /// A record's content.
  struct Opened: Equatable {
    /// The content's own type; TLS 1.3 hides it inside the record (RFC 8446 §5.2).
    var type: UInt8
    var bytes: [UInt8]
  }

  private let secrets: ConnectionSecrets
  private let clientRandom: [UInt8]
  private var cipher: RecordCipher?
  private var isTLS13 = false
  /// Traffic secrets in use under TLS 1.3, for what a KeyUpdate derives of them.
  private var trafficSecrets = PerSide<[UInt8]?>(client: nil, server: nil)
  private var openers = PerSide<RecordOpener?>(client: nil, server: nil)
  /// TLS 1.2's openers until the side's ChangeCipherSpec.
  private var waiting = PerSide<RecordOpener?>(client: nil, server: nil)
  /// The side still uses its handshake secret.
  private var isInHandshake = PerSide<Bool>(client: false, server: false)
  private var assemblers = PerSide(client: HandshakeAssembler(), server: HandshakeAssembler())

  init(secrets: ConnectionSecrets, clientRandom: [UInt8]) {
    self.secrets = secrets
    self.clientRandom = clientRandom
  }

  /// Bytes that wait for the end of a handshake message.
  var bufferedBytes: Int { assemblers.client.bufferedBytes &+ assemblers.server.bufferedBytes }

  /// Forgets messages that are not complete.
  mutating func dropBuffers() {
    assemblers.client.drop()
    assemblers.server.drop()
  }

  /// Takes what the server chose. False where records of it cannot be opened.
  mutating func begin(_ hello: ServerHello, serverRandom: [UInt8]) -> Bool {
    guard let cipher = RecordCipher(version: hello.version, cipherSuite: hello.cipherSuite) else {
      return false
    }
    self.cipher = cipher
    isTLS13 = hello.version == .tls13
    if isTLS13 { return begin13(cipher) }
    guard let master = secrets.masterSecret else { return false }
    begin12(cipher, master: master, serverRandom: serverRandom, hello)
    return true
  }

  private mutating func begin13(_ cipher: RecordCipher) -> Bool {
    for side in Side.allCases {
      let handshake = side == .client ? secrets.clientHandshake : secrets.serverHandshake
      guard let secret = handshake ?? trafficSecret(of: side), secret.count == cipher.hash.length
      else { continue }
      isInHandshake[side] = handshake != nil
      trafficSecrets[side] = secret
      openers[side] = RecordOpener(cipher: cipher, trafficSecret: secret)
    }
    return openers.client != nil || openers.server != nil
  }

  private mutating func begin12(
    _ cipher: RecordCipher, master: [UInt8], serverRandom: [UInt8], _ hello: ServerHello
  ) {
    let mac = cipher.macKeyLength
    let key = cipher.keyLength
    // TLS 1.0 takes the first initialization vector from the key block as well.
    let chains = hello.version == .tls10
    let nonce = chains ? RecordOpener.blockLength : cipher.fixedNonceLength
    let block = KeySchedule(hash: cipher.hash).pseudorandom(
      master, label: "key expansion", seed: serverRandom + clientRandom,
      length: 2 * (mac + key + nonce))
    var rest = block.dropFirst(2 * mac)
    func take(_ count: Int) -> [UInt8] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let keys = (take(key), take(key))
    let nonces = (take(nonce), take(nonce))
    func opener(_ key: [UInt8], _ nonce: [UInt8]) -> RecordOpener {
      RecordOpener(
        cipher: cipher, key: key, nonce: nonce, encryptThenMAC: hello.encryptThenMAC,
        chainsBlocks: chains)
    }
    waiting.client = opener(keys.0, nonces.0)
    waiting.server = opener(keys.1, nonces.1)
  }

  /// TLS 1.2: what the side says from here on is protected. (TLS 1.3 sends it for show.)
  mutating func changeCipherSpec(of side: Side) {
    guard !isTLS13, let opener = waiting[side] else { return }
    openers[side] = opener
    waiting[side] = nil
  }

  /// Whether a record of this type is protected now.
  func isProtected(type: UInt8, from side: Side) -> Bool {
    guard openers[side] != nil, type != TLSContentType.changeCipherSpec else { return false }
    return !isTLS13 || type == TLSContentType.applicationData
  }

  /// Counts a protected record whose content is not there.
  mutating func skip(from side: Side) { openers[side]?.skip() }

  /// Opens a protected record; nil where it cannot be.
  mutating func open(type: UInt8, version: UInt16, _ content: [UInt8], from side: Side) -> Opened? {
    if let opened = openWithCurrentKey(type: type, version: version, content, from: side) {
      return opened
    }
    // The side's Finished may be among records that the capture lost.
    guard isTLS13, isInHandshake[side], let secret = trafficSecret(of: side), let cipher else {
      return nil
    }
    var opener = RecordOpener(cipher: cipher, trafficSecret: secret)
    guard let plaintext = opener.open(type: type, version: version, content) else { return nil }
    openers[side] = opener
    trafficSecrets[side] = secret
    isInHandshake[side] = false
    return Self.inner(plaintext)
  }

  private mutating func openWithCurrentKey(
    type: UInt8, version: UInt16, _ content: [UInt8], from side: Side
  ) -> Opened? {
    guard let plaintext = openers[side]?.open(type: type, version: version, content) else {
      return nil
    }
    return isTLS13 ? Self.inner(plaintext) : Opened(type: type, bytes: plaintext)
  }

  /// Takes an opened handshake fragment: changes keys where it says so, and returns its messages.
  mutating func takeHandshake(_ fragment: [UInt8], from side: Side) -> [(
    type: UInt8, body: [UInt8]
  )] {
    var messages: [(type: UInt8, body: [UInt8])] = []
    _ = assemblers[side].consume(fragment) { messages.append(($0, $1)) }
    guard isTLS13, let cipher else { return messages }
    for message in messages {
      if message.type == HandshakeType.finished, isInHandshake[side] {
        isInHandshake[side] = false
        change(to: trafficSecret(of: side), of: side, cipher)
      } else if message.type == HandshakeType.keyUpdate, let current = trafficSecrets[side] {
        change(to: KeySchedule(hash: cipher.hash).next(current), of: side, cipher)
      }
    }
    return messages
  }

  private mutating func change(to secret: [UInt8]?, of side: Side, _ cipher: RecordCipher) {
    trafficSecrets[side] = secret
    openers[side] = secret.map { RecordOpener(cipher: cipher, trafficSecret: $0) }
  }

  private func trafficSecret(of side: Side) -> [UInt8]? {
    side == .client ? secrets.clientTraffic : secrets.serverTraffic
  }

  /// Content, type, zero padding (RFC 8446 §5.2).
  private static func inner(_ plaintext: [UInt8]) -> Opened? {
    guard let end = plaintext.lastIndex(where: { $0 != 0 }) else { return nil }
    return Opened(type: plaintext[end], bytes: Array(plaintext[..<end]))
  }
}
