import Testing

@testable import RDPProtocol

@Suite("Handshake assembler")
struct HandshakeAssemblerTests {
  /// Types and lengths of the messages that come of fragments, and the types that were too long.
  private func assemble(_ fragments: [[UInt8]]) -> (messages: [[Int]], tooLong: [UInt8]) {
    var assembler = HandshakeAssembler()
    var messages: [[Int]] = []
    var tooLong: [UInt8] = []
    for fragment in fragments {
      if let type = assembler.consume(fragment, emit: { messages.append([Int($0), $1.count]) }) {
        tooLong.append(type)
      }
    }
    return (messages, tooLong)
  }

  @Test("a record holds several messages")
  func severalInOne() {
    let bytes = handshake(2, [1, 2, 3]) + handshake(11, []) + handshake(14, [])
    #expect(assemble([bytes]).messages == [[2, 3], [11, 0], [14, 0]])
  }

  @Test("a message spans records, cut anywhere", arguments: 0...11)
  func spans(cut: Int) {
    let bytes = handshake(2, [1, 2, 3]) + handshake(14, [9])
    let fragments = [Array(bytes.prefix(cut)), Array(bytes.dropFirst(cut))]
    #expect(assemble(fragments).messages == [[2, 3], [14, 1]])
  }

  @Test("a message over the limit is skipped and the next one read")
  func skipsLong() {
    let long = handshake(11, [UInt8](repeating: 0, count: 3_000_000))
    let bytes = handshake(2, [1]) + long + handshake(14, [])
    for size in [16_384, 1000, bytes.count] {
      let fragments = stride(from: 0, to: bytes.count, by: size).map {
        Array(bytes[$0..<min($0 + size, bytes.count)])
      }
      let result = assemble(fragments)
      #expect(result.messages == [[2, 1], [14, 0]])
      #expect(result.tooLong == [11])
    }
  }

  @Test("what is unfinished never grows beyond the limit and a record")
  func bounded() {
    var assembler = HandshakeAssembler()
    for _ in 0..<200 {
      _ = assembler.consume([22, 1, 0, 0] + [UInt8](repeating: 22, count: 18_000)) { _, _ in }
      #expect((assembler.unfinished?.body.count ?? 0) <= HandshakeAssembler.messageLimit + 18_432)
    }
  }

  @Test("the message that has begun is told")
  func unfinished() {
    var assembler = HandshakeAssembler()
    _ = assembler.consume(handshake(1, [1, 2, 3, 4]).dropLast(2)) { _, _ in }
    #expect(assembler.unfinished?.type == 1)
    #expect(assembler.unfinished?.body == [1, 2])
    #expect(assembler.unfinished?.length == 4)
  }
}
