import CaptureReader
import Testing

@testable import LogReader

/// A log of which only a part is kept at a time tells what one tells that is kept whole.
@Suite("Sessions built while a long log is read") struct SessionStreamTests {
  private struct Form: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var line: @Sendable (_ second: Int, _ program: String, _ process: Int, _ text: String) -> String
  }

  private static func clock(_ second: Int) -> String {
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(second / 3_600 % 24)):\(two(second / 60 % 60)):\(two(second % 60))"
  }

  private static let forms = [
    Form(testDescription: "system log with process ids") {
      "2026-11-\(10 + $0 / 86_400)T\(clock($0)).250000+00:00 TS01 \($1)[\($2)]: \($3)\n"
    },
    Form(testDescription: "own file without process ids") {
      "[202611\(10 + $0 / 86_400)-\(clock($0))] \($3)\n"
    },
    Form(testDescription: "system log of two hosts") {
      "2026-11-\(10 + $0 / 86_400)T\(clock($0)).250000+00:00 TS0\($2 % 2) \($1)[\($2)]: \($3)\n"
    },
    Form(testDescription: "session manager alone") { second, program, process, text in
      program == "xrdp"
        ? "" : "[202611\(10 + second / 86_400)-\(clock(second))] \(text)\n"
    },
  ]

  /// Connections that overlap: each begins while those before it are still open.
  private static func log(_ form: Form, sessions: Int) -> String {
    var lines: [(second: Int, text: String)] = []
    for number in 0..<sessions {
      let address = "10.0.\(number / 200).\(number % 200 + 1)"
      let (port, process, start) = (40_000 + number, 1_000 + number % 90, number * 9)
      let user = "user\(number % 40)"
      let end: [String] =
        switch number % 4 {
        case 0:
          [
            "[ERROR] SSL_read: I/O error", "[ERROR] libxrdp_force_read: header read error",
            "[ERROR] xrdp_iso_send: trans_write_copy_s failed",
          ]
        case 1: ["[ERROR] xrdp_iso_send: trans_write_copy_s failed"]
        case 2: ["[INFO ] login failed for user \(user)"]
        default: []
        }
      let add = { (offset: Int, program: String, process: Int, text: String) in
        lines.append((start + offset, form.line(start + offset, program, process, text)))
      }
      add(
        0, "xrdp", 800 + process % 2,
        "[INFO ] Socket 12: AF_INET6 connection received from ::ffff:\(address) port \(port)")
      add(
        1, "xrdp", process,
        "[INFO ] Security protocol: configured [SSL|RDP], requested [SSL|HYBRID|RDP], selected [SSL]"
      )
      add(
        1, "xrdp", process,
        "[INFO ] TLS connection established from ::ffff:\(address) port \(port): TLSv1.3 with cipher X"
      )
      add(2, "xrdp", process, "[INFO ] connected client computer name: PC\(number)")
      add(
        3, "xrdp-sesman", 900 + process % 2,
        "[INFO ] ++ created session (access granted): username \(user), ip ::ffff:\(address):\(port) - socket: 12"
      )
      add(
        4, "xrdp", process,
        "[INFO ] login successful for user \(user) on display \(10 + number % 30)"
      )
      for text in end { add(30 + number % 5 * 40, "xrdp", process, text) }
      if number % 97 == 96 {
        add(5, "xrdp", 801, "[INFO ] starting xrdp with pid \(7_000 + number)")
      }
    }
    return lines.enumerated().sorted {
      ($0.element.second, $0.offset) < ($1.element.second, $1.offset)
    }
    .map(\.element.text).joined()
  }

  private static func contents(_ text: String, _ change: (inout LogOptions) -> Void) throws
    -> LogContents
  {
    var options = LogOptions()
    options.isAlone = true
    change(&options)
    return try LogText.contents(text, options: options)
  }

  @Test("the sessions are those of the whole log", arguments: forms.indices, [64, 100, 300, 900])
  func law(form: Int, kept: Int) throws {
    let text = Self.log(Self.forms[form], sessions: form == 3 ? 1_200 : 400)
    let whole = try Self.contents(text) { _ in }
    let part = try Self.contents(text) { $0.limits.events = kept }
    #expect(whole.built == nil)
    let built = try #require(part.built)
    #expect(built.sessions.count > 10 && built.late == 0)
    #expect(part.events.isEmpty && part.summary == whole.summary && part.clock == whole.clock)
    #expect(LogSessions.sessions(of: [part]) == LogSessions.sessions(of: [whole]))
    #expect(LogAdvice.wishes(for: [part]) == LogAdvice.wishes(for: [whole]))
  }

  @Test("beside other logs, and where the newest lines stand first, the newest events are kept")
  func notAlone() throws {
    let text = Self.log(Self.forms[1], sessions: 100)
    let beside = try Self.contents(text) {
      $0.limits.events = 100
      $0.isAlone = false
    }
    #expect(beside.built == nil && beside.summary.eventsLeftOut > 0)
    let turned = text.split(separator: "\n").reversed().joined(separator: "\n")
    let newestFirst = try Self.contents(turned) { $0.limits.events = 100 }
    #expect(newestFirst.built == nil && newestFirst.summary.eventsLeftOut > 0)
  }

  @Test("the newest sessions are kept, and those left out are counted")
  func bounded() throws {
    let text = Self.log(Self.forms[0], sessions: 2_000)
    let whole = try Self.contents(text) { _ in }
    let part = try Self.contents(text) {
      $0.limits.events = 200
      $0.limits.sessions = 600
    }
    let told = LogSessions.told(of: [part])
    let sessions = told.sessions
    #expect(sessions.count == 600 && told.leftOut == [0: 1_400])
    #expect(
      sessions.suffix(100).map(\.events)
        == LogSessions.sessions(of: [whole]).suffix(100).map(\.events))
  }

  @Test("lines that come far too late are counted")
  func late() throws {
    let lines = Self.log(Self.forms[0], sessions: 300).split(separator: "\n")
    let moved = lines.dropFirst() + lines.prefix(1)
    let part = try Self.contents(moved.joined(separator: "\n")) { $0.limits.events = 200 }
    #expect(part.built?.late == 1)
    #expect(part.summary.notes.contains { $0.hasPrefix("1 lines stand far behind") })
  }
}
