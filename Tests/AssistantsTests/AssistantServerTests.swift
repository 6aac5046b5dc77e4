@testable import Assistants
import CaptureReader
import Carving
import Foundation
import Reporting
import Support
import Synchronization
import Testing

/// A client that collects what the server sends.
final class RecordingClient: Sendable {
  let server: AssistantServer

  init(root: URL = Recordings.fixtures, carveFolder: URL? = nil) throws {
    let messages = Messages()
    self.received = messages
    server = AssistantServer(
      roots: try #require(FolderRoots([root.path])),
      carveFolder: carveFolder.map { CarveFolder(path: $0.path, replaces: false) },
      program: Tool(name: "rdpwhy", version: "1.2.3")
    ) { line in messages.add(line) }
  }

  private let received: Messages

  private final class Messages: Sendable {
    private let values = Mutex<[JSONValue]>([])
    func add(_ line: [UInt8]) {
      let value = (try? JSONParser.value(of: line)) ?? .text("not JSON")
      values.withLock { $0.append(value) }
    }
    func take() -> [JSONValue] {
      values.withLock { values in
        defer { values = [] }
        return values
      }
    }
  }

  /// What comes back for the lines, once all calls are done.
  func answers(to lines: String...) -> [JSONValue] {
    for line in lines { server.receive(.message(Array(line.utf8))) }
    server.finish()
    return received.take()
  }

  func call(_ name: String, _ arguments: String) throws -> JSONValue {
    let answers = answers(
      to:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"\#(name)","arguments":\#(arguments)}}"#
    )
    #expect(answers.count == 1)
    return try #require(answers.first?["result"])
  }
}

@Suite("Assistant server") struct AssistantServerTests {
  static let outage = "captures/network/path-outage.pcap.gz"

  @Test("greets with the client's revision, or with its newest")
  func greeting() throws {
    let client = try RecordingClient()
    for (asked, given) in [("2025-06-18", "2025-06-18"), ("1999-01-01", "2025-11-25")] {
      let answer = try #require(
        client.answers(
          to:
            #"{"jsonrpc":"2.0","id":"a","method":"initialize","params":{"protocolVersion":"\#(asked)"}}"#
        ).first)
      #expect(answer["id"] == "a")
      #expect(answer["result"]?["protocolVersion"] == .text(given))
      #expect(answer["result"]?["serverInfo"]?["version"] == "1.2.3")
      #expect(answer["result"]?["capabilities"]?["tools"] != nil)
    }
    #expect(
      client.answers(to: #"{"jsonrpc":"2.0","method":"notifications/initialized"}"#).isEmpty)
    #expect(
      client.answers(to: #"{"jsonrpc":"2.0","id":2,"method":"ping"}"#).first?["result"]
        == .object([:]))
  }

  @Test("names its tools with the schemas of their arguments and answers")
  func tools() throws {
    let answer = try RecordingClient()
      .answers(to: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#)
    let tools = try #require(answer.first?["result"]?["tools"]?.list)
    #expect(
      Set(tools.compactMap { $0["name"]?.text }) == ["analyze", "inspect", "explain", "summary"])
    for tool in tools {
      #expect(tool["inputSchema"]?["type"] == "object")
      #expect(tool["inputSchema"]?["additionalProperties"] == false)
      #expect(tool["outputSchema"]?["type"] == "object")
      #expect(tool["outputSchema"]?["$defs"] != nil)
      #expect(tool["annotations"]?["readOnlyHint"] == true)
    }
  }

  @Test("carve is there where its folder was named, and writes a session once")
  func carve() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "carve-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let client = try RecordingClient(carveFolder: folder)
    let found = try client.call("analyze", #"{"paths":["\#(Self.outage)"]}"#)
    let uid = try #require(
      found["structuredContent"]?["sessions"]?.list?.first?["uid"]?.text)
    let arguments = #"{"paths":["\#(Self.outage)"],"sessions":["\#(uid)"]}"#
    let result = try client.call("carve", arguments)
    let captures = try #require(result["structuredContent"]?["captures"]?.list)
    #expect(captures.count == 1)
    #expect(captures.first?["code"] == "network.path_outage")
    #expect(captures.first?["same_verdict"] == true)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["\(uid).pcapng"])
    let again = try client.call("carve", arguments)
    #expect(again["structuredContent"]?["captures"] == .list([]))
    #expect(again["content"]?.list?.first?["text"]?.text?.contains("there already") == true)
    let other = try client.call("carve", #"{"paths":["\#(Self.outage)"],"sessions":["Cnone"]}"#)
    #expect(other["content"]?.list?.first?["text"]?.text?.contains("no such session") == true)
  }

  @Test("analyze answers with the records and a text, worst first, as many as asked for")
  func analyze() throws {
    let client = try RecordingClient()
    let result = try client.call("analyze", #"{"paths":["\#(Self.outage)"]}"#)
    #expect(result["isError"] == false)
    let sessions = try #require(result["structuredContent"]?["sessions"]?.list)
    #expect(sessions.first?["schema"] == "rdpwhy/session/1")
    #expect(sessions.first?["verdict"]?["code"] == "network.path_outage")
    #expect(
      result["content"]?.list?.first?["text"]?.text?.contains("network.path_outage") == true)
    let none = try client.call("analyze", #"{"paths":["\#(Self.outage)"],"causes":["tls"]}"#)
    #expect(none["structuredContent"]?["sessions"] == .list([]))
    let folder = try client.call("analyze", #"{"paths":["captures/credssp"],"limit":1}"#)
    #expect(folder["structuredContent"]?["sessions"]?.list?.count == 1)
    #expect((folder["structuredContent"]?["sessions_omitted"]?.integer ?? 0) > 0)
  }

  @Test("a key log is read below the folders too")
  func keyLog() throws {
    let result = try RecordingClient().call(
      "analyze",
      #"{"paths":["captures/decryption/account-disabled.pcap.gz"],"keylogs":["captures/decryption/account-disabled.keys"]}"#
    )
    #expect(
      result["structuredContent"]?["sessions"]?.list?.first?["verdict"]?["code"]
        == "credssp.account_restricted")
  }

  @Test("inspect, summary and explain answer with their documents")
  func documents() throws {
    let client = try RecordingClient()
    let inspection = try client.call("inspect", #"{"paths":["\#(Self.outage)"]}"#)
    #expect(inspection["structuredContent"]?["schema"] == "rdpwhy/inspect/1")
    let summary = try client.call("summary", #"{"paths":["captures/network"]}"#)
    #expect(summary["structuredContent"]?["by_cause"]?["network"] != nil)
    let page = try client.call("explain", #"{"code":"0x904 0x7"}"#)
    #expect(page["structuredContent"]?["explanations"]?.list?.isEmpty == false)
    #expect(try client.call("explain", #"{"code":"tls.version_mismtch"}"#)["isError"] == true)
  }

  @Test(
    "arguments that the schema does not allow are answered in words",
    arguments: [
      #"{}"#, #"{"paths":[]}"#, #"{"paths":"a.pcap"}"#, #"{"paths":[1]}"#,
      #"{"paths":["a"],"limit":0}"#, #"{"paths":["a"],"limit":1.5}"#,
      #"{"paths":["a"],"ports":[70000]}"#, #"{"paths":["a"],"series":"some"}"#,
      #"{"paths":["a"],"frobnicate":1}"#, #"{"paths":["no/such.pcap"]}"#,
      #"{"paths":["captures/labels.tsv"]}"#,
    ])
  func wrongArguments(arguments: String) throws {
    let result = try RecordingClient().call("analyze", arguments)
    #expect(result["isError"] == true)
    #expect(result["content"]?.list?.first?["text"]?.text?.isEmpty == false)
  }

  @Test(
    "what is no request is answered by the protocol's errors",
    arguments: [
      ("{", -32700), ("nonsense", -32700), (#"{"a":1}x"#, -32700), ("\"\u{1}\"", -32700),
      (String(repeating: "[", count: 1000), -32700), ("[]", -32600), ("1", -32600),
      (#"{"id":1,"method":"ping"}"#, -32600), (#"{"jsonrpc":"2.0","id":1}"#, -32600),
      (#"{"jsonrpc":"2.0","id":null,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1.5,"method":"ping"}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":7}"#, -32600),
      (#"{"jsonrpc":"2.0","id":1,"method":"ping","params":[1]}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"resources/list"}"#, -32601),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call"}"#, -32602),
      (#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"rm"}}"#, -32602),
      (
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"explain","arguments":[]}}"#,
        -32602
      ),
    ])
  func malformed(line: String, code: Int) throws {
    let client = try RecordingClient()
    let answers = client.answers(to: line)
    #expect(answers.count == 1)
    #expect(answers.first?["error"]?["code"] == .integer(Int64(code)))
    #expect(
      client.answers(to: #"{"jsonrpc":"2.0","id":9,"method":"ping"}"#).first?["id"] == 9)
  }

  @Test("answers and unknown notifications are taken without a word")
  func silence() throws {
    let client = try RecordingClient()
    #expect(client.answers(to: #"{"jsonrpc":"2.0","id":5,"result":{}}"#).isEmpty)
    #expect(client.answers(to: #"{"jsonrpc":"2.0","method":"notifications/other"}"#).isEmpty)
    client.server.receive(.tooLong)
    #expect(client.answers().first?["error"]?["code"] == -32600)
  }

  @Test("progress grows to its total, before the answer")
  func progress() throws {
    let messages = try RecordingClient().answers(
      to:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"analyze","arguments":{"paths":["\#(Self.outage)"]},"_meta":{"progressToken":"p"}}}"#
    )
    #expect(messages.last?["result"] != nil)
    let notices = messages.dropLast().compactMap { $0["params"] }
    #expect(notices.allSatisfy { $0["progressToken"] == "p" })
    let done = notices.compactMap { $0["progress"]?.integer }
    #expect(done.first == 0)
    #expect(done == done.sorted() && Set(done).count == done.count)
    #expect(done.last == notices.last?["total"]?.integer)
  }

  @Test("a cancelled call has no answer, and the others have theirs")
  func cancellation() throws {
    let call = { (id: Int, path: String) in
      #"{"jsonrpc":"2.0","id":\#(id),"method":"tools/call","params":{"name":"summary","arguments":{"paths":["\#(path)"]}}}"#
    }
    let answers = try RecordingClient().answers(
      to: call(1, "captures/credssp"), call(2, "captures/network"), call(2, "captures/tls"),
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}"#,
      #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":77}}"#)
    // The second call with an id that is in use is refused, the first is cancelled.
    #expect(answers.contains { $0["id"] == 1 && $0["result"] != nil })
    #expect(answers.filter { $0["id"] == 2 }.allSatisfy { $0["error"]?["code"] == -32600 })
    #expect(answers.count == 2)
  }
}
