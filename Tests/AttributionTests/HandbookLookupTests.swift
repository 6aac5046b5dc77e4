import Attribution
import Testing

@Suite("Handbook lookup") struct HandbookLookupTests {
  private func codes(_ words: String...) -> [String] { Handbook.lookup(words).map(\.code) }

  @Test(
    "finds exactly the page meant",
    arguments: [
      ("0x904", ["mstsc 0x904"]),
      ("2308", ["mstsc 0x904"]),
      ("904", ["mstsc 0x904"]),
      ("mstsc 0x904", ["mstsc 0x904"]),
      ("0xA07", ["mstsc 0xA07"]),
      ("a07", ["mstsc 0xA07"]),
      ("credssp.logon_failure", ["credssp.logon_failure"]),
      ("tls.version_mismatch", ["tls.version_mismatch"]),
      ("TLS.Version_Mismatch", ["tls.version_mismatch"]),
      ("version_mismatch", ["tls.version_mismatch"]),
      ("tcp.reset_foreign_ttl", ["tcp.reset_foreign_ttl"]),
      ("alert 70", ["TLS alert 70"]),
      ("TLS alert 70", ["TLS alert 70"]),
      ("70", ["TLS alert 70", "event 70"]),
      ("handshake_failure", ["TLS alert 40"]),
      ("handshake failure", ["TLS alert 40"]),
      ("0xC000006D", ["NTSTATUS 0xC000006D"]),
      ("c000006d", ["NTSTATUS 0xC000006D"]),
      ("0xD000006D", ["NTSTATUS 0xC000006D"]),
      ("-1073741715", ["NTSTATUS 0xC000006D"]),
      ("3221225581", ["NTSTATUS 0xC000006D"]),
      ("STATUS_LOGON_FAILURE", ["NTSTATUS 0xC000006D"]),
      ("SSL_ERR_LOGON_FAILURE", ["mstsc 0x807"]),
      ("0x8009030C", ["SEC_E 0x8009030C"]),
      ("SEC_E_LOGON_DENIED", ["SEC_E 0x8009030C"]),
      ("ERRINFO_LOGOFF_BY_USER", ["error info 0x0C"]),
      ("error info 0x0C", ["error info 0x0C"]),
      ("errinfo 12", ["error info 0x0C", "error info 0x12"]),
      ("0x0001000C", ["error info 0x0C"]),
      ("ERRINFO_DISCONNECTED_BY_OTHER_CONNECTION", ["error info 0x05"]),
      ("negotiation failure 5", ["negotiation failure 5"]),
      ("ERRCONNECT_TLS_CONNECT_FAILED", ["ERRCONNECT_TLS_CONNECT_FAILED"]),
      ("[0x0002000D]", ["ERRCONNECT_CONNECT_TRANSPORT_FAILED"]),
      ("exit 131", ["xfreerdp exit 131"]),
      ("131", ["xfreerdp exit 131", "event 131"]),
      ("event 4625", ["event 4625"]),
      ("licensing error 6", ["licensing error 6"]),
      ("extended 5", ["extended 0x5"]),
      ("0x300005F", ["mstsc 0x300xxxx"]),
      ("AtClientWinsockFDCLOSE", ["mstsc 0x904"]),
    ])
  func findsPage(words: String, expected: [String]) {
    #expect(Handbook.lookup([words]).map(\.code) == expected)
    #expect(Handbook.lookup(words.split(separator: " ").map(String.init)).map(\.code) == expected)
    #expect(Handbook.lookup([words.uppercased()]).map(\.code) == expected)
  }

  @Test("gives all families for a bare small number")
  func bareNumberIsAmbiguous() {
    let families = Set(Handbook.lookup(["5"]).map(\.family))
    #expect(
      families.isSuperset(of: [
        .negotiationFailure, .errorInfo, .extendedDisconnectReason, .freeRDPExit,
      ]))
    #expect(codes("5").contains("negotiation failure 5"))
  }

  @Test("gives all families for a name without its prefix")
  func bareNameIsAmbiguous() {
    let found = codes("LOGON_FAILURE")
    #expect(
      Set(found).isSuperset(of: [
        "credssp.logon_failure", "NTSTATUS 0xC000006D", "mstsc 0x807", "ERRCONNECT_LOGON_FAILURE",
      ]))
    let hybrid = codes("HYBRID_REQUIRED_BY_SERVER")
    #expect(hybrid == ["negotiation failure 5", "ERRCONNECT_HYBRID_REQUIRED_BY_SERVER"])
  }

  @Test(
    "explains error code and extended error code together and apart",
    arguments: [
      ["0x904", "0x7"], ["0x904 0x7"], ["904/7"], ["0x904/0x7"], ["2308", "7"],
      ["Error code: 0x904", "Extended error code: 0x7"],
      ["Error code: 0x904\nExtended error code: 0x7"],
    ])
  func explainsPair(words: [String]) throws {
    let pages = Handbook.lookup(words)
    #expect(pages.map(\.code) == ["mstsc 0x904/0x7", "mstsc 0x904", "extended 0x7"])
    let note = try #require(pages.first)
    #expect(note.family == .codePair)
    #expect(note.meaning.contains("Set Error Info 7"))
  }

  @Test("makes a note for pairs without a page")
  func notesOtherPairs() throws {
    let pages = Handbook.lookup(["0x3", "0x5"])
    #expect(pages.map(\.code) == ["mstsc 0x3/0x5", "mstsc 0x3", "extended 0x5"])
    #expect(pages.first?.seeAlso == ["mstsc 0x3", "extended 0x5"])
    #expect(
      codes("0x904", "0x112F")
        == [
          "mstsc 0x904/0x112F", "mstsc 0x904", "extended 0x1000-0x7FFF",
          "error info 0x112F",
        ])
  }

  @Test("does not pair numbers that are no error code with its extension")
  func doesNotPairOthers() {
    #expect(codes("alert", "40", "alert", "70") == ["TLS alert 40", "TLS alert 70"])
    #expect(codes("0xC000006D", "0xC000006A") == ["NTSTATUS 0xC000006A", "NTSTATUS 0xC000006D"])
  }

  @Test("reads a code inside a pasted message")
  func readsPastedMessage() {
    let message =
      "This computer can't connect to the remote computer. The connection was closed. (0x204)."
    #expect(codes(message) == ["mstsc 0x204"])
    let log =
      "freerdp_set_last_error_ex ERRCONNECT_CONNECT_TRANSPORT_FAILED [0x0002000D]"
    #expect(codes(log) == ["ERRCONNECT_CONNECT_TRANSPORT_FAILED"])
  }

  @Test("lists a cause's pages for the cause alone")
  func listsCause() {
    let found = codes("credssp")
    #expect(found.contains("credssp.logon_failure"))
    #expect(found.contains("credssp.client_left_after_credentials"))
    #expect(found.first == "subject NLA")
    #expect(found.dropFirst().allSatisfy { $0.hasPrefix("credssp.") })
  }

  @Test("leads back from every page's own code", arguments: Explanation.Family.allCases)
  func ownCodesAreFound(family: Explanation.Family) {
    for page in Handbook.all where page.family == family {
      #expect(Handbook.lookup([page.code]).contains(page), "\(page.code)")
    }
  }

  @Test(
    "finds nothing for words that mean nothing",
    arguments: ["", " ", "0x", "-", "zebra", "0xFFFFFFFFFF", "99999999999999999999", ".", "0x-5"])
  func findsNothing(word: String) {
    #expect(Handbook.lookup([word]).isEmpty)
  }

  @Test("finds nothing for no words, and survives very many")
  func survivesExtremes() {
    #expect(Handbook.lookup([]).isEmpty)
    #expect(Handbook.lookup(Array(repeating: "zebra", count: 10_000)).isEmpty)
    #expect(Handbook.suggestions(for: String(repeating: "x", count: 100_000)).isEmpty)
  }

  @Test(
    "suggests the nearest code for a typing error",
    arguments: [
      ("credssp.logon_failur", "credssp.logon_failure"),
      ("tls.verison_mismatch", "tls.version_mismatch"),
      ("handshake_failre", "TLS alert 40"),
      ("STATUS_LOGON_FALURE", "NTSTATUS 0xC000006D"),
      ("ERRINFO_LOGOF_BY_USER", "error info 0x0C"),
      ("HYBRID_REQIRED_BY_SERVER", "negotiation failure 5"),
      ("0x905", "mstsc 0x904"),
    ])
  func suggestsNearest(word: String, code: String) {
    let suggestions = Handbook.suggestions(for: word)
    #expect(suggestions.contains(code))
    #expect(suggestions.count <= 5)
  }

  @Test("suggests nothing for a word that is like nothing", arguments: ["", "x", "qqqqqqqqqqqq"])
  func suggestsNothing(word: String) {
    #expect(Handbook.suggestions(for: word).isEmpty)
  }
}
