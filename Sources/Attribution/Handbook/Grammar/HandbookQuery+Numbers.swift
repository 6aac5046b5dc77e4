/// Numbers, by the words around them or by their own form.
extension HandbookQuery {
  /// The pages of a number whose table the text names, or which says it itself.
  ///
  /// - Parameter isNamed: the text has the name of a code, whose number this may be.
  func certainPages(
    _ number: Number, _ index: HandbookIndex, isNamed: Bool
  ) -> [Explanation] {
    if isOfNamedResult(number, isNamed: isNamed) {
      let found = number.value.pages(from: index, in: [.disconnectReason])
      if !found.isEmpty { return found }
    }
    if isOfTicket(number.value) { return number.value.pages(from: index, in: [.kerberos]) }
    if isAlert(number) { return number.value.pages(from: index, in: [.tlsAlert]) }
    if let families = number.families {
      if families == [.freeRDPExit], isOfOtherProcess, !number.value.speaksForItself { return [] }
      if families == [.windowsEvent], isCount(number.value) { return [] }
      let wide = number.value.speaksForItself ? number.value.pages(from: index, in: nil) : []
      if !wide.isEmpty { return wide }
      let isGeneric = families.count > 3
      if isGeneric, let own = numberOfItsWords(number.value, index) { return own }
      let all = families.map { number.value.pages(from: index, in: [$0]) }
      // A page of its own says more than that of a range which another table has.
      let own = all.filter { $0.contains { $0.code != ExtendedReasonEntries.protocolRangeCode } }
      for found in own + all where !found.isEmpty {
        // "error 5" leaves the table open; "error info 5" does not.
        let isShort = text.tokens.count <= Self.fewWords && isGeneric && !number.value.isMarked
        return isShort ? found + number.value.pages(from: index, in: nil) : found
      }
      // "error 0x10b": only the extended codes have it.
      let isExtended =
        isGeneric && number.value.isMarked && surroundings.isRemoteDesktop
        && number.value.plain.map { $0 >= 0x100 } ?? false
      return isExtended ? number.value.pages(from: index, in: [.extendedDisconnectReason]) : []
    }
    if number.value.speaksForItself { return number.value.pages(from: index, in: nil) }
    if isOfDialog(number) { return number.value.pages(from: index, in: [.disconnectReason]) }
    if isOfManager(number.value) { return number.value.pages(from: index, in: [.disconnectReason]) }
    if let own = numberOfItsWords(number.value, index) { return own }
    // A library's log is full of numbers of its own.
    let isOfLibrary = text.words.contains {
      $0.hasPrefix("com.freerdp") || $0 == "guacd" || $0 == "xrdp"
    }
    // "it fails with 0x1": a task of Windows, or anything else.
    let least: UInt32 = 0x100
    guard surroundings.isRemoteDesktop || number.value.plain.map({ $0 >= least }) ?? true
    else { return [] }
    guard number.value.isMarked, number.value.plain != 0, !isNamed, !isOfLibrary,
      text.tokens.count > Self.fewWords
    else { return [] }
    return number.value.pages(from: index, in: [.disconnectReason])
  }

  /// Diagnostics of virtual desktops show the client's code behind a name that no table has:
  /// "SocketConnectionTimedOut (1796)".
  private func isOfNamedResult(_ number: Number, isNamed: Bool) -> Bool {
    let least: UInt32 = 0x100
    guard !isNamed, text.tokens.count == 2, names.count == 1, !number.value.isMarked,
      number.families == nil, number.value.plain.map({ $0 >= least }) ?? false,
      let name = names.first?.written
    else { return false }
    return Self.isJoinedWords(name)
  }

  /// "event=1" in a program's line; Windows' events of one digit stand with "event id" or their source.
  private func isCount(_ number: CodeNumber) -> Bool {
    let least: UInt32 = 10
    return number.plain.map { $0 < least } ?? false && text.tokens.count > Self.fewWords
      && text.words.contains("event")
      && !text.words.contains { ["id", "log", "source", "troubleshooter"].contains($0) }
      && !text.words.contains { $0.hasPrefix("kernel-") || $0.hasPrefix("power-") }
  }

  /// Every process has an exit status; a long text that names no FreeRDP speaks of another.
  private var isOfOtherProcess: Bool {
    let short = surroundings.isRemoteDesktop ? 12 : 4
    return text.tokens.count > short
      && !text.words.contains { word in
        ["freerdp", "remmina", "winapps", "myrtille"].contains { word.contains($0) }
      }
  }

  /// Connection managers begin the line of the dialog's text with the client's code.
  private func isOfDialog(_ number: Number) -> Bool {
    let least: UInt32 = 0x100
    return number.startsLine && surroundings.isRemoteDesktop && !number.value.isMarked
      && (3...4).contains(number.value.digits) && number.value.plain.map { $0 >= least } ?? false
      && text.tokens.count > Self.fewWords && !text.words.contains(where: Self.eventWords.contains)
  }

  /// Events of Kerberos tickets hold Kerberos' own error codes: "4771 0x18".
  private func isOfTicket(_ number: CodeNumber) -> Bool {
    let most: UInt32 = 0x80
    return number.isMarked && number.plain.map { $0 > 0 && $0 < most } ?? false
      && text.words.contains { ["4768", "4769", "4771"].contains($0) }
  }

  /// Schannel's events name the alert in a sentence whose last words differ by language and version.
  private func isAlert(_ number: Number) -> Bool {
    let most: UInt32 = 120
    guard number.families?.isEmpty != true, !number.value.isMarked,
      let value = number.value.plain, value <= most
    else { return false }
    if number.families == nil, text.tokens.count <= Self.tokensOfAlert,
      text.words.contains("alert"), text.words.contains(where: ["tls", "ssl"].contains)
    {
      return true
    }
    return Self.alertTexts.contains { !searched.positions(of: $0).isEmpty }
  }

  /// A line about one alert; more words hold other numbers.
  private static let tokensOfAlert = 24
  private static let alertTexts = [
    "fatal alert was", "schwerwiegende warnung", "alerte irrecuperable", "alerta irrecuperable",
    "致命的な警告", "36887", "36888",
  ].map(SoughtPhrase.init)

  /// Numbers that hardly anything else has, in a text with the words that go with them.
  private func numberOfItsWords(_ number: CodeNumber, _ index: HandbookIndex) -> [Explanation]? {
    guard let value = number.plain else { return nil }
    // Guacamole shows its own numbers in hexadecimal, too.
    if Self.guacamoleCodes.contains(value), text.words.contains(where: Self.guacamole.contains) {
      let found = number.pages(from: index, in: [.message])
      if !found.isEmpty { return found }
    }
    guard !number.isMarked else { return nil }
    let tables: [(ClosedRange<UInt32>, Set<String>, Family)] = [
      (23_000...23_040, ["gateway", "cap", "rap", "nps", "tsgateway"], .gateway),
      (
        10_004...11_004, ["socket", "winsock", "socketexception", "wsa", "connect", "connection"],
        .winsock
      ),
    ]
    for (range, words, family) in tables
    where range.contains(value) && text.words.contains(where: words.contains) {
      let found = number.pages(from: index, in: [family])
      if !found.isEmpty { return found }
    }
    return nil
  }

  private static let guacamoleCodes: ClosedRange<UInt32> = 512...797
  private static let guacamole: Set<String> = ["guacamole", "guacd", "guac"]

  /// Connection managers show the client's error code as a bare decimal: "Socket closed (2308)".
  private func isOfManager(_ number: CodeNumber) -> Bool {
    let least: UInt32 = 0x100
    return number.plain.map { $0 >= least } ?? false
      && text.words.contains { Self.managers.contains($0) }
  }

  private static let managers: Set<String> = [
    "rdcman", "mremoteng", "mremote", "royal", "royalts", "royaltsx", "1remote", "devolutions",
    "mstsc",
  ]
}
