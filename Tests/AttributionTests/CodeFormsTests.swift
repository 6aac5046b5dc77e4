import Testing

@testable import Attribution

/// Every code in the forms in which people give it: alone, in decimal, with a sign, without `0x`, under the
/// dialog's heading, in a sentence, in other languages.
///
/// Each page is asked in a few forms, so that over a family all forms are asked.
@Suite("Forms of codes") struct CodeFormsTests {
  /// What a person writes for a number, and whether the page must come first.
  private typealias Form = @Sendable (UInt32) -> String

  private static func hex(_ number: UInt32) -> String { String(number, radix: 16) }

  private static let clientForms: [Form] = [
    { "0x\(hex($0))" }, { "0X\(hex($0).uppercased())" },
    { "Remote Desktop Connection\nError code: 0x\(hex($0))\nExtended error code: 0x0" },
    { "Remotedesktopverbindung\nFehlercode: 0x\(hex($0))\nErweiterter Fehlercode: 0x0" },
    { "Code d’erreur : 0x\(hex($0))\nCode d’erreur étendu : 0x0" },
    { "Código de error: 0x\(hex($0)), código de error extendido: 0x0" },
    { "リモート デスクトップ接続 エラー コード: 0x\(hex($0)) 拡張エラー コード: 0x0" },
    { "Код ошибки: 0х\(hex($0))" }, { "error 0×\(hex($0)) in remote desktop" },
    { "our users get error 0x\(hex($0)) when they connect to the terminal server" },
    { "mstsc error \($0)" }, { "OnDisconnected discReason=\($0)" },
    { "RDP ClientActiveX has been disconnected (Reason= \($0))" },
  ]
  private static let statusForms: [Form] = [
    { "0x\(hex($0))" }, { hex($0).uppercased() }, { "\(Int32(bitPattern: $0))" }, { "\($0)" },
    { "SPNEGO failed with NTSTATUS: 0x\(hex($0))" },
    { "Failure Information: Status: 0xC000006D Sub Status: 0x\(hex($0))" },
    { "an authentication error has occurred (code: 0x\(hex($0))). Remote computer: srv7" },
    { "Authentifizierungsfehler (Code: 0x\(hex($0))). Remotecomputer: srv7" },
  ]
  private static let extendedForms: [Form] = [
    { "Extended error code: 0x\(hex($0))" }, { "Erweiterter Fehlercode: 0x\(hex($0))" },
    { "Code d’erreur étendu : 0x\(hex($0))" }, { "拡張エラー コード: 0x\(hex($0))" },
    { "ExtendedDisconnectReason = \($0)" },
    { "Session 3 has been disconnected, reason code \($0)" },
  ]
  private static let eventForms: [Form] = [
    { "event \($0)" }, { "Event ID: \($0), Source: Microsoft-Windows-TerminalServices" },
    { "Ereignis-ID: \($0) Quelle: Remotedesktop" }, { "ID de l’événement : \($0)" },
    { "イベント ID: \($0)" }, { "what does event id \($0) mean when an rdp session drops" },
    { "<Provider Name='Microsoft-Windows-TerminalServices'/><EventID>\($0)</EventID>" },
  ]
  private static let alertForms: [Form] = [
    { "TLS alert \($0)" }, { "SSL alert number \($0)" },
    { "A fatal alert was received. The TLS protocol defined fatal alert code is \($0)." },
  ]

  /// Forms asked of each page.
  private static let asked = 2

  static let questions: [(text: String, code: String)] = {
    let tables: [(Explanation.Family, [Form])] = [
      (.disconnectReason, clientForms), (.ntStatus, statusForms), (.securityStatus, statusForms),
      (.extendedDisconnectReason, extendedForms), (.windowsEvent, eventForms),
      (.tlsAlert, alertForms),
    ]
    return tables.flatMap { family, forms in
      HandbookIndex.shared.entries.filter { $0.explanation.family == family }.enumerated()
        .flatMap { position, entry -> [(String, String)] in
          // Small numbers of the client, and of statuses that are no failure, are those of other tables, too.
          let own: ClosedRange<UInt32> =
            switch family {
            case .disconnectReason: 0x100...0x2FF_FFFF
            case .ntStatus, .securityStatus: 0x8000_0000...UInt32.max
            default: 1...UInt32.max
            }
          guard let number = entry.number, own.contains(number) else { return [] }
          return (0..<asked).map { step in
            (forms[(position * asked + step) % forms.count](number), entry.explanation.code)
          }
        }
    }
  }()

  @Test("every page is found first by its number, however it is given")
  func forms() {
    #expect(Self.questions.count >= 700)
    for (text, code) in Self.questions {
      let pages = Handbook.lookup([text])
      // A pair of codes has a note of its own before the code's page.
      let first = pages.first { $0.family != .codePair }?.code
      #expect(first == code, "\(text)")
    }
  }

  @Test(
    "HRESULTs that say nothing of their own are found without their mark, and by Windows' names")
  func generalResults() {
    for number: UInt32 in [0x8000_4005, 0x8000_4004, 0x8000_FFFF] {
      let code = "HRESULT 0x\(number.hexadecimal(width: 8))"
      let signed = Int32(bitPattern: number)
      for text in [
        Self.hex(number), "error code \(Self.hex(number))",
        "Status: \(Self.hex(number).uppercased())",
        "Fehlercode: \(signed)", "remote desktop fails with \(Self.hex(number))",
      ] {
        #expect(Handbook.answer(to: [text]).pages.first?.code == code, "\(text)")
      }
    }
    for (name, code) in [
      ("E_ACCESSDENIED", "Win32 5"), ("E_OUTOFMEMORY", "Win32 14"), ("E_INVALIDARG", "Win32 87"),
    ] {
      #expect(Handbook.answer(to: [name]).pages.first?.code == code)
    }
  }

  @Test("a zero is not the answer where another status is given that no page knows")
  func zeroBesideUnknown() {
    let text = "An error has occurred (Code: 0x80080005). Error code: 0x0, Extended error code: 0x0"
    #expect(Handbook.answer(to: [text]).pages.isEmpty)
    let known = text.replacing("0x80080005", with: "0x80004005")
    let pages = Handbook.answer(to: [known]).pages
    #expect(pages.contains { $0.code == "mstsc 0x0" })
  }

  @Test("Guacamole's numbers in hexadecimal, alerts in brackets, managers' decimals")
  func otherTables() {
    for (text, code) in [
      ("guacamole error 0x0301", "Guacamole 769"), ("guacd status 0x203", "Guacamole 515"),
      ("TLS alert received: name not recognised [112]", "TLS alert 112"),
      ("mremote 516", "mstsc 0x204"), ("the app on an iPhone says 0x516", "mstsc 0x516"),
    ] {
      #expect(Handbook.answer(to: [text]).pages.first?.code == code, "\(text)")
    }
  }
}
