/// What the sentence of a dialog of Microsoft's client says, in the languages that it is written in.
///
/// Sentences count below the dialog's title only: elsewhere people write such words themselves.
struct DialogSentence: Sendable {
  let key: String
  let kind: LogEventKind
  let code: LogCode?
  let meaning: String
  /// Words in lower case; all of one of the groups have to stand in the sentence.
  let groups: [[String]]

  init(
    _ key: String, is kind: LogEventKind, _ meaning: String, code: LogCode? = nil,
    _ groups: [[String]]
  ) {
    self.key = "mstsc.\(key)"
    self.kind = kind
    self.code = code
    self.meaning = meaning
    self.groups = groups
  }

  private static let titles: Set<String> = [
    "remote desktop connection", "remotedesktopverbindung", "connexion bureau à distance",
    "conexión a escritorio remoto", "connessione desktop remoto",
    "verbinding met extern bureaublad", "conexão de área de trabalho remota",
    "подключение к удаленному рабочему столу", "podłączanie pulpitu zdalnego",
    "připojení ke vzdálené ploše", "anslutning till fjärrskrivbord", "uzak masaüstü bağlantısı",
    "リモート デスクトップ接続", "远程桌面连接", "remotedesktop-forbindelse", "windows app",
    "remote desktop disconnected", "microsoft remote desktop",
  ]
  private static let longestTitle = 80
  private static let longestSentence = 1_000

  /// The title of the dialog, alone on its line.
  static func isTitle(_ line: LineBytes) -> Bool {
    guard line.count >= 11, line.count < longestTitle else { return false }
    let marks: Set<Character> = ["#", "*", ">", "_", "`", "[", "]", "\"", "-", " ", "\t"]
    var text = line.text.lowercased()[...]
    while let first = text.first, marks.contains(first) { text.removeFirst() }
    while let last = text.last, marks.contains(last) || last.isNewline { text.removeLast() }
    if titles.contains(String(text)) { return true }
    // `ts01 - Remote Desktop Connection`, and the other way round.
    let parts = text.split(separator: "-", maxSplits: 4).map { String($0).trimmed }
    guard parts.count > 1, let first = parts.first, let last = parts.last else { return false }
    return titles.contains(first) || titles.contains(last)
  }

  static func meaning(of line: LineBytes) -> DialogSentence? {
    guard line.count > 20, line.count < longestSentence else { return nil }
    let text = line.text.lowercased().replacing("’", with: "'")
    return all.first { row in row.groups.contains { $0.allSatisfy { text.contains($0) } } }
  }

  /// The number that the sentence names, `(code: 0x1104)`, else that of its kind.
  func code(in line: LineBytes) -> LogCode? {
    guard kind == .clientCode, let value = line.after("0x")?.leadingHexadecimal, value < 0x1_0000
    else { return code }
    return LogCode(.disconnectReason, UInt32(truncatingIfNeeded: value))
  }

  static let all: [DialogSentence] = limits + reasons + failures

  private static let limits: [DialogSentence] = [
    DialogSentence(
      "time_limit", is: .errorInfo, "The server's limit of session time was reached",
      code: LogCode(.errorInfo, 4),
      [
        ["total logon time limit"], ["zeitlimit für die gesamtanmeldezeit"],
        ["limite de temps d'ouverture de session"], ["límite de tiempo de inicio de sesión"],
      ]),
    DialogSentence(
      "idle_limit", is: .errorInfo, "The server's limit of idle time was reached",
      code: LogCode(.errorInfo, 3),
      [
        ["idle", "limit", "session"], ["leerlauf", "limit"], ["limite d'inactivité"],
        ["límite de tiempo de inactividad"], ["limite di tempo di inattività"],
      ]),
    DialogSentence(
      "taken_over", is: .errorInfo, "Another connection took the session over",
      code: LogCode(.errorInfo, 5),
      [
        ["another user connected to the remote computer"], ["anderer benutzer", "verbindung"],
        ["autre utilisateur", "connecté"], ["otro usuario", "conectado"],
        ["altro utente", "connesso"],
      ]),
    DialogSentence(
      "administrator", is: .errorInfo, "An administrator or a program ended the session",
      code: LogCode(.errorInfo, 1),
      [
        ["administrator has ended"], ["administrative tool"], ["verwaltungstool"],
        ["outil d'administration"], ["herramienta administrativa"],
      ]),
    DialogSentence(
      "licence", is: .licensingFailed, "The server could not give the client a licence",
      [
        ["license servers available"], ["lizenzserver"], ["serveur de licences"],
        ["serveurs de licences"], ["servidor de licencias"], ["servidores de licencias"],
        ["server licenze"], ["licentieserver"], ["during the licensing protocol"],
        ["lizenzierungsprotokoll"], ["no license available"],
      ]),
  ]

  private static let failures: [DialogSentence] = [
    // The protocol's name stands in no other of the client's dialogs, whatever their language.
    DialogSentence(
      "oracle", is: .policyRefused, "CredSSP's oracle remediation forbids the connection",
      [["credssp"]]),
    DialogSentence(
      "encryption", is: .protocolError, "Data could not be decrypted",
      [
        ["error in data encryption"], ["fehler", "datenverschlüsselung"],
        ["erreur", "chiffrement des données"], ["error", "cifrado de datos"],
        ["errore", "crittografia dei dati"],
      ]),
    DialogSentence(
      "gateway_policy", is: .authorizationDenied, "The gateway's policy denies the user",
      [
        ["not listed in the rd gateway's permission list"], ["gateway", "berechtigungsliste"],
        ["passerelle", "liste d'autorisations"], ["gateway", "not authorized to access"],
      ]),
    DialogSentence(
      "gateway_certificate", is: .certificateRefused,
      "The client refused the gateway's certificate",
      [
        ["gateway", "certificate", "expired"], ["gateway", "certificate", "revoked"],
        ["gateway", "certificate", "not match"], ["gateway", "certificate", "not trust"],
        ["gateway", "zertifikat"], ["passerelle", "certificat"],
      ]),
    DialogSentence(
      "gateway", is: .negotiationRefused, "The gateway could not be used",
      [
        ["gateway", "temporarily unavailable"], ["gateway", "vorübergehend nicht verfügbar"],
        ["passerelle", "temporairement indisponible"],
        ["puerta de enlace", "no está disponible temporalmente"],
        ["gateway", "temporaneamente non disponibile"], ["gateway", "tijdelijk niet beschikbaar"],
      ]),
    DialogSentence(
      "name", is: .nameNotFound, "The server's name was not found",
      [
        ["can't find the computer"], ["computer", "nicht finden"], ["ne trouve pas l'ordinateur"],
        ["no encuentra el equipo"], ["no puede encontrar el equipo"],
      ]),
    DialogSentence(
      "nla", is: .negotiationRefused, "The server demands NLA",
      code: LogCode(.negotiation, 5, name: "HYBRID_REQUIRED_BY_SERVER"),
      [
        ["requires network level authentication"], ["authentifizierung auf netzwerkebene"],
        ["authentification au niveau du réseau"], ["autenticación a nivel de red"],
      ]),
    DialogSentence(
      "credentials", is: .logonRefused, "The log-on was refused",
      [
        ["logon attempt failed"], ["credentials did not work"],
        ["anmeldeinformationen", "nicht funktioniert"], ["anmeldeversuch", "fehlgeschlagen"],
        ["tentative d'ouverture de session a échoué"],
      ]),
    DialogSentence(
      "authority", is: .logonRefused, "The server's authority could not be asked",
      code: LogCode(.hresult, 0x8009_0304),
      [
        ["local security authority cannot be contacted"], ["lokale sicherheitsautorität"],
        ["autorité de sécurité locale"], ["autoridad de seguridad local"],
      ]),
    DialogSentence(
      "security", is: .clientCode, "The security layer failed",
      code: LogCode(.disconnectReason, 1_030),
      [["because of a security error"], ["sicherheitsfehler"], ["erreur de sécurité"]]),
    DialogSentence(
      "internal", is: .clientCode, "An error without a public meaning",
      code: LogCode(.disconnectReason, 4),
      [
        ["internal error has occurred"], ["interner fehler"], ["erreur interne"],
        ["error interno"], ["errore interno"],
      ]),
    DialogSentence(
      "right", is: .authorizationDenied, "The user may not use Remote Desktop",
      [
        ["not authorized for remote login"], ["sign in through remote desktop services"],
        ["log on through remote desktop services"], ["log on through terminal services"],
        ["remotedesktopdienste", "recht"], ["benutzerkonto", "nicht", "remoteanmeldung"],
        ["compte", "autorisé", "ouverture de session à distance"],
        ["cuenta", "autorizada", "inicio de sesión remoto"],
      ]),
    DialogSentence(
      "unreachable", is: .clientCode, "No TCP connection came about",
      code: LogCode(.disconnectReason, 516),
      [
        ["can't connect to the remote computer for one of these reasons"],
        ["aus einem der folgenden gründe", "verbindung"],
        ["pour l'une des raisons suivantes"], ["por uno de los siguientes motivos"],
      ]),
  ]
}
