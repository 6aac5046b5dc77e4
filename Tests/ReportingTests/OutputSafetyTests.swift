import Attribution
@testable import Analysis
import CaptureReader
import Evidence
import Foundation
import GRDB
@testable import RDPProtocol
@testable import Reporting
import Support
import Testing

/// Text from captures comes out harmless, whatever it is, wherever it stands, in every form.
@Suite("Output safety") struct OutputSafetyTests {
  static let hostile = [
    "\u{1B}]0;owned\u{7}\u{1B}[2J", "\u{9B}31m", "a\u{202E}gpj.exe\u{202C}",
    "zero\u{200B}width\u{FEFF}",
    "two\r\nlines\tand\0nul\u{2028}x", "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'\u{301} onmouseover='\u{301}alert(1)", "\"\u{301} autofocus onfocus=\"\u{301}x", "&lt;b&gt;",
    "=HYPERLINK(\"http://x.example\")", "+1+cmd|' /C calc'!A0", "-2+3", "@SUM(1)", "\t=1", "a;=1+1",
    "[x](javascript:alert(1))", "![x](http://x.example/a.png)", "<http://x.example>",
    "http://x.example www.x.example a@x.example @all", "`code` ``` ~~~ | a | b |",
    "# head *b* _i_ - 1. x",
    "'); DROP TABLE sessions; --", "{{verdict}} {{{summary}}} {{#a}}",
    "]]> --> */ </style></title>",
    String(decoding: [0x61, 0xFF, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self),
    "a" + String(repeating: "\u{301}", count: 5_000), String(repeating: "long ", count: 30_000),
    "`\u{301}code`\u{301} |\u{301} a", ";\u{301}=1", "\"\u{301},=1", "\\\u{301}\"", "(empty)", "-",
    "a,b\\x09c", "\u{E0041}\u{AD}\u{3164}\u{E000}",
  ]

  /// A report with `text` everywhere that an input's text can stand.
  static func report(_ text: String) -> Report {
    var session = Sample.refusal
    session.wire?.trace.request?.value.cookie = text
    session.wire?.trace.request?.value.routingToken = text
    session.wire?.trace.request?.value.correlationID = text
    session.wire?.trace.mcs.clientName = text
    session.wire?.trace.tls.clientHello?.value.serverName = text
    session.wire?.trace.tls.certificate?.value.subject = text
    session.wire?.trace.tls.certificate?.value.issuer = text
    session.wire?.trace.tls.certificate?.value.commonName = text
    session.wire?.trace.tls.certificate?.value.names = [text]
    session.wire?.trace.tls.certificate?.value.usages = [text]
    session.wire?.trace.tls.certificate?.value.serialNumber = text
    var inside = DecryptedTrace()
    inside.credssp.mechanism = text
    inside.credssp.account.user = text
    inside.credssp.account.domain = text
    inside.credssp.account.workstation = text
    inside.credssp.server.dnsComputer = text
    inside.credssp.server.targetName = text
    inside.credssp.server.netBIOSComputer = text
    inside.credssp.server.netBIOSDomain = text
    inside.credssp.server.dnsDomain = text
    inside.credssp.server.dnsForest = text
    session.wire?.trace.decrypted = inside
    session.wire?.trace.mcs.details.clientInfo = ClientInfo(
      domain: text, user: text, address: text, isAutoLogon: false, isRemoteApp: false)
    session.wire?.trace.mcs.details.redirection = Seen(
      Redirection(
        sessionID: 1, flags: 0x30F, address: text, fullyQualifiedName: text, netBIOSName: text,
        loadBalanceInfo: text, user: text, domain: text), Sample.frame(6))
    session.wire?.trace.carrier = carrier(text)
    session.wire?.trace.notes.append(
      ProtocolNote(code: "note", message: text, frame: Sample.frame(1)))
    session.verdict.summary = text
    session.verdict.nextAction = text
    session.verdict.settledBy = [text]
    for index in session.verdict.evidence.indices {
      session.verdict.evidence[index].evidence.summary = text
    }
    var input = Sample.input(text)
    input.notes = [.init(code: "note", message: text)]
    var interface = CaptureInterface(linkType: .ethernet, snapLength: 0)
    interface.name = text
    interface.description = text
    interface.filter = text
    input.summary?.interfaces = [interface]
    input.summary?.ending = .cut(offset: 24, expected: text)
    return Sample.report([session, Sample.outage], inputs: [input, Sample.unreadable(text)])
  }

  private static func carrier(_ text: String) -> Carrier {
    var carrier = Carrier(kind: .gatewayHTTP, basis: .read, frame: Sample.frame(4))
    carrier.host = text
    carrier.connectionID = text
    carrier.correlationID = text
    carrier.response = Seen(Carrier.Response(status: 401, reason: text), Sample.frame(5))
    var gateway = GatewayTrace()
    gateway.target = text
    carrier.gateway = gateway
    return carrier
  }

  static let benign = report("benign")

  enum Form: String, CaseIterable, Sendable {
    case text, json, ndjson, csvSessions, csvConnections, csvStories, csvEvidence, csvInputs
    case zeekSessions, zeekConnections, zeekStories, zeekEvidence, zeekInputs, markdown, html,
      summaryText, summaryJSON, summaryMarkdown, notes

    func write(_ report: Report) throws -> String {
      var data = Data()
      switch self {
      case .text:
        try TextReport(.init(style: TerminalStyle(), showsAll: true)).write(report) {
          data.append($0)
        }
      case .json: try JSONReport(.document).write(report) { data.append($0) }
      case .ndjson: try JSONReport(.lines).write(report) { data.append($0) }
      case .csvSessions: try TableText(.sessions, as: .csv).write(report) { data.append($0) }
      case .csvConnections: try TableText(.connections, as: .csv).write(report) { data.append($0) }
      case .csvStories: try TableText(.stories, as: .csv).write(report) { data.append($0) }
      case .csvEvidence: try TableText(.evidence, as: .csv).write(report) { data.append($0) }
      case .csvInputs: try TableText(.inputs, as: .csv).write(report) { data.append($0) }
      case .zeekSessions: try TableText(.sessions, as: .zeek).write(report) { data.append($0) }
      case .zeekConnections:
        try TableText(.connections, as: .zeek).write(report) { data.append($0) }
      case .zeekStories: try TableText(.stories, as: .zeek).write(report) { data.append($0) }
      case .zeekEvidence: try TableText(.evidence, as: .zeek).write(report) { data.append($0) }
      case .zeekInputs: try TableText(.inputs, as: .zeek).write(report) { data.append($0) }
      case .markdown:
        try MarkdownReport(showsAll: true).write(report) { data.append($0) }
      case .html: try HTMLReport().write(report) { data.append($0) }
      case .summaryText:
        data = Data(SummaryText(style: TerminalStyle()).text(of: document(report)).utf8)
      case .summaryJSON: data = document(report).json()
      case .summaryMarkdown: data = Data(SummaryMarkdown().text(of: document(report)).utf8)
      case .notes:
        let messages = InputMessages(report)
        data = Data((messages.failures + messages.notes).joined(separator: "\n").utf8)
      }
      return try #require(String(data: data, encoding: .utf8))
    }

    private func document(_ report: Report) -> SummaryDocument {
      SummaryDocument(Summary(report), tool: report.tool)
    }

    /// Characters that are the form's own, although they are not seen.
    var structure: Set<Unicode.Scalar> {
      switch self {
      case .csvSessions, .csvConnections, .csvStories, .csvEvidence, .csvInputs: ["\r", "\n"]
      case .zeekSessions, .zeekConnections, .zeekStories, .zeekEvidence, .zeekInputs: ["\t", "\n"]
      default: ["\n"]
      }
    }
  }

  @Test("nothing that a terminal would act on or hide is written", arguments: Form.allCases)
  func visible(form: Form) throws {
    for text in Self.hostile {
      let output = try form.write(Self.report(text))
      let hidden = output.unicodeScalars.first { $0.isInvisible && !form.structure.contains($0) }
      #expect(hidden == nil, "\(form) \(text.debugDescription.prefix(60))")
      // JSON has all of it.
      #expect(form == .json || form == .ndjson || output.utf8.count < 500_000)
    }
  }

  @Test("a record stays one line, and a table keeps its columns", arguments: Form.allCases)
  func lines(form: Form) throws {
    guard ![.text, .html, .markdown, .json, .summaryJSON, .summaryText].contains(form) else {
      return
    }
    let expected = try Self.lines(form.write(Self.benign))
    for text in Self.hostile {
      let lines = try Self.lines(form.write(Self.report(text)))
      #expect(lines.count == expected.count, "\(form) \(text.debugDescription.prefix(60))")
      guard form.structure.contains("\t") else { continue }
      let fields = { (line: Substring) in
        line.split(separator: "\t", omittingEmptySubsequences: false).count
      }
      #expect(lines.map(fields) == expected.map(fields))
    }
  }

  @Test(
    "CSV keeps its fields, and no text is a formula",
    arguments: [
      Form.csvSessions, .csvConnections, .csvStories, .csvEvidence, .csvInputs,
    ])
  func formulas(form: Form) throws {
    let width = CSVReader.rows(try form.write(Self.benign)).first?.count
    for text in Self.hostile {
      let output = try form.write(Self.report(text))
      for row in CSVReader.rows(output) {
        #expect(row.count == width)
        for case let field? in row {
          let first = field.first { $0 != " " && $0 != "\"" }.flatMap(\.unicodeScalars.first)
          #expect(
            first.map { !"=+-@＝＋－＠\t".unicodeScalars.contains($0) } ?? true || Double(field) != nil,
            "\(field.prefix(40))")
        }
      }
      // What a spreadsheet whose separator is the semicolon sees.
      for part in output.split(separator: ";").dropFirst() {
        let first = part.first { $0 != " " && $0 != "\"" }
        #expect(first.map { !"=+@".contains($0) } ?? true, "\(part.prefix(40))")
      }
    }
  }

  @Test("NDJSON gives the text back as it was")
  func exact() throws {
    for text in Self.hostile {
      let lines = try Form.ndjson.write(Self.report(text)).split(separator: "\n")
      let session = try JSONValue(Data(lines[0].utf8))
      #expect(session["rdp"]?["cookie"]?.string == text)
      #expect(session["verdict"]?["summary"]?.string == text)
      #expect(try JSONValue(Data(lines[2].utf8))["name"]?.string == text)
    }
  }

  @Test("HTML has the same tags whatever the text is")
  func tags() throws {
    let expected = Self.tags(try Form.html.write(Self.benign))
    #expect(expected.count > 100)
    for text in Self.hostile {
      let tags = Self.tags(try Form.html.write(Self.report(text)))
      #expect(tags == expected, "\(text.debugDescription.prefix(60))")
    }
  }

  @Test(
    "Markdown has the same structure whatever the text is",
    arguments: [
      Form.markdown, .summaryMarkdown,
    ])
  func structure(form: Form) throws {
    let expected = Self.structure(try form.write(Self.benign))
    for text in Self.hostile {
      let output = try form.write(Self.report(text))
      #expect(Self.structure(output) == expected, "\(text.debugDescription.prefix(60))")
      let prose = Self.withoutCode(output)
      #expect(!prose.contains(/(?i)https?:\/|www\.|\w@\w|^@|[^\w]@\w/), "\(prose.prefix(200))")
    }
  }

  @Test("a database holds the text as text")
  func database() throws {
    for text in Self.hostile {
      try DatabaseTests.reading(Self.report(text)) { (database: Database) throws in
        let cookie = try String.fetchOne(
          database, sql: "SELECT rdp_cookie FROM sessions WHERE id = 1")
        #expect(cookie == Cell.visible(text))
        #expect(try Int.fetchOne(database, sql: "SELECT count(*) FROM sessions") == 2)
        let names = try String.fetchAll(database, sql: "SELECT name FROM inputs")
        #expect(names == [Cell.visible(text), Cell.visible(text)])
        #expect(
          try String.fetchAll(
            database, sql: "SELECT j.value FROM inputs i, json_each(i.notes) j"
          ).first == Cell.visible(text))
        for table in ["sessions", "connections", "stories", "evidence", "inputs", "frames"] {
          let values = try Row.fetchAll(database, sql: "SELECT * FROM \(table)")
            .flatMap(\.databaseValues).compactMap(String.fromDatabaseValue)
          #expect(!values.isEmpty)
          let hidden = values.first { $0.unicodeScalars.contains(where: \.isInvisible) }
          #expect(hidden == nil, "\(table) \(text.debugDescription.prefix(60))")
        }
      }
    }
  }

  private static func lines(_ text: String) -> [Substring] {
    // "\r\n" is one character, so lines are split at bytes' level.
    text.replacing("\r\n", with: "\n").split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Tags with their attributes, as a browser finds them in the bytes: not by characters, since a
  /// quote with a mark on it is still a quote.
  private static func tags(_ html: String) -> [String] {
    var tags: [String] = []
    var tag: String.UnicodeScalarView?
    for scalar in html.unicodeScalars {
      if scalar == "<" { tag = String.UnicodeScalarView() }
      tag?.append(scalar)
      if scalar == ">", let whole = tag {
        // Numbers differ with the text's length nowhere, so whole tags are compared.
        tags.append(String(whole))
        tag = nil
      }
    }
    return tags
  }

  /// What is left of Markdown's active characters where code spans and escapes are taken out.
  private static func structure(_ markdown: String) -> [String] {
    withoutCode(markdown).split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(
        line.unicodeScalars.filter { "*[]<>|~`#".unicodeScalars.contains($0) }.map(Character.init))
    }
  }

  private static func withoutCode(_ markdown: String) -> String {
    markdown.replacing(/\\[^A-Za-z0-9 ]/, with: "").replacing(/`[^`\n]*`/, with: "`")
      .replacing(/&#[0-9]+;/, with: "")
  }
}
