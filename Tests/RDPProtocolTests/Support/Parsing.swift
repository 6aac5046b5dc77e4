import CaptureReader

@testable import RDPProtocol

// Borrowed values cannot enter `#expect`; these read arrays.

func parseRequest(_ bytes: [UInt8]) throws(WireError) -> ConnectionRequest {
  var reader = ByteReader(bytes.rawSpan)
  return try ConnectionRequest(parsing: &reader)
}

func parseConfirm(_ bytes: [UInt8]) throws(WireError) -> ConnectionConfirm {
  var reader = ByteReader(bytes.rawSpan)
  return try ConnectionConfirm(parsing: &reader)
}

func parseMCS(_ bytes: [UInt8]) throws(WireError) -> MCSMessage {
  var reader = ByteReader(bytes.rawSpan)
  return try MCSMessage(parsing: &reader)
}

func parseClientHello(_ bytes: [UInt8]) throws(WireError) -> ClientHello {
  var reader = ByteReader(bytes.rawSpan)
  return try ClientHello(parsing: &reader)
}

func parseSSL2ClientHello(_ bytes: [UInt8]) throws(WireError) -> ClientHello {
  var reader = ByteReader(bytes.rawSpan)
  return try ClientHello(parsingSSL2: &reader)
}

func parseServerHello(
  _ bytes: [UInt8], clientSessionID: [UInt8] = []
) throws(WireError) -> (hello: ServerHello, isRetry: Bool) {
  var reader = ByteReader(bytes.rawSpan)
  return try ServerHello.parse(&reader, clientSessionID: clientSessionID)
}

func parseKeyExchange(
  _ bytes: [UInt8], cipherSuite: CipherSuite
) throws(WireError) -> ServerKeyExchange? {
  var reader = ByteReader(bytes.rawSpan)
  return try ServerKeyExchange(parsing: &reader, cipherSuite: cipherSuite)
}

func parseCertificate(_ bytes: [UInt8]) throws(WireError) -> ServerCertificate {
  var reader = ByteReader(bytes.rawSpan)
  return try ServerCertificate(parsing: &reader)
}

/// The handshake messages of a run of TLS records: type and body.
func handshakeMessages(_ records: [UInt8]) -> [(type: UInt8, body: [UInt8])] {
  var assembler = HandshakeAssembler()
  var messages: [(type: UInt8, body: [UInt8])] = []
  var rest = records[...]
  while rest.count >= 5 {
    let length = Int(rest[rest.startIndex + 3]) << 8 | Int(rest[rest.startIndex + 4])
    let body = rest.dropFirst(5).prefix(length)
    if rest.first == TLSContentType.handshake {
      _ = assembler.consume(Array(body)) { messages.append(($0, $1)) }
    }
    rest = rest.dropFirst(5 + length)
  }
  return messages
}

/// The body of the first handshake message of a type in a run of TLS records.
func handshakeBody(_ type: UInt8, in records: [UInt8]) -> [UInt8] {
  handshakeMessages(records).first { $0.type == type }?.body ?? []
}
