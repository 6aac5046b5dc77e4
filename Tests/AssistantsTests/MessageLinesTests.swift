@testable import Assistants
import Support
import Testing

@Suite("Messages of an assistant") struct MessageLinesTests {
  @Test("lines are the same however they are cut", arguments: 1..<12)
  func cuts(size: Int) {
    let text = Array("one\r\n\n  \ntwo two\nthree".utf8)
    var lines = MessageLines()
    var found: [MessageLines.Line] = []
    var rest = text[...]
    while !rest.isEmpty {
      found += lines.receive(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    if let last = lines.finish() { found.append(last) }
    #expect(found == ["one", "two two", "three"].map { .message(Array($0.utf8)) })
  }

  @Test("a line beyond the limit is passed over, and the next one read", arguments: [1, 3, 100])
  func tooLong(size: Int) {
    var lines = MessageLines(limit: 8)
    var found: [MessageLines.Line] = []
    var rest = Array("12345678\n123456789\nnext\n".utf8)[...]
    while !rest.isEmpty {
      found += lines.receive(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    #expect(found == [.message(Array("12345678".utf8)), .tooLong, .message(Array("next".utf8))])
  }

  @Test(
    "JSON is read as it is written",
    arguments: [
      "null", "true", "[1,-2.5,\"a\"]", #"{"a":{"b":[]},"c":"\n\\\""}"#, "9223372036854775807",
    ])
  func roundTrip(json: String) throws {
    var written: [UInt8] = []
    try JSONParser.value(of: Array(json.utf8)).append(to: &written)
    #expect(String(decoding: written, as: UTF8.self) == json)
  }

  @Test("escapes mean what they say")
  func escapes() throws {
    #expect(try JSONParser.value(of: Array(#""\u00e9\ud83d\ude00\/\t""#.utf8)) == "é😀/\t")
    for wrong in [#""\ud83d""#, #""\ud83dx""#, #""\u12""#, #""\x""#, #""\u+123""#, "\"\n\""] {
      #expect(throws: JSONParser.Failure.self) { try JSONParser.value(of: Array(wrong.utf8)) }
    }
  }

  @Test(
    "what is not JSON is refused",
    arguments: [
      "", "01", "+1", "1.", ".5", "1e999", "tru", "[1,]", "{\"a\":1,}", "{a:1}", "[", "{\"a\"",
      "{\"a\":1,\"a\":2}", "NaN", "\"", "[1 2]",
    ])
  func refused(json: String) {
    #expect(throws: JSONParser.Failure.self) { try JSONParser.value(of: Array(json.utf8)) }
  }

  @Test("no prefix and no changed byte of a message does more than fail")
  func mutations() throws {
    let message = Array(
      #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"explain","arguments":{"code":"\u00e9 0x904"}}}"#
        .utf8)
    for length in 0..<message.count {
      #expect(throws: RPCFailure.self) { try IncomingMessage(Array(message.prefix(length))) }
    }
    var random = SeededRandom(seed: 23)
    for _ in 0..<2_000 {
      var changed = message
      changed[Int.random(in: changed.indices, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
      _ = try? IncomingMessage(changed)
    }
  }
}
