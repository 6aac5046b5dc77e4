import CaptureReader
import TCPStreams

@testable import RDPProtocol

/// CredSSP's messages inside TLS: each parser by itself, and the exchange.
enum CredSSPTarget {
  static func run(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let choice = input.byte()
    switch choice & 7 {
    case 0: _ = NTLMSSP(input.piece(bytes.count))
    case 1: _ = SPNEGO(input.piece(bytes.count))
    case 2:
      let message = input.piece(bytes.count)
      _ = TSRequest.length(of: message)
      _ = try? TSRequest(parsing: message)
    default: exchange(&input, expectsEarlyAuthorization: choice & 8 != 0)
    }
  }

  private static func exchange(_ input: inout FuzzInput, expectsEarlyAuthorization: Bool) {
    var reader = CredSSPReader()
    var trace = CredSSPTrace()
    var frame = 0
    while !input.isEmpty {
      frame += 1
      let chunk = FuzzChunk(&input)
      let outcome = reader.receive(
        chunk.bytes, from: chunk.side,
        frame: ItemReference(input: 0, frame: frame, time: Timestamp(nanoseconds: 0)),
        expectsEarlyAuthorization: expectsEarlyAuthorization, into: &trace)
      if outcome != .taken { break }
    }
    require(trace.messages.count <= CredSSPReader.keptMessages, "too many messages")
  }
}

/// Key logs of any bytes.
enum KeyLogTarget {
  static func run(_ bytes: [UInt8]) {
    var log = KeyLog(parsing: bytes)
    let lines = bytes.count { $0 == 0x0A || $0 == 0x0D || $0 == 0 } + 1
    require(log.count + log.rejectedLines <= lines, "more findings than lines")
    log.add(CaptureSecrets(type: .tlsKeyLog, bytes: bytes))
  }
}
