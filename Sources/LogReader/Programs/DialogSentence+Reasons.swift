/// Sentences that name a reason: they are more exact than what else the dialog says.
extension DialogSentence {
  static let reasons: [DialogSentence] = accounts + ends

  private static let accounts: [DialogSentence] = [
    DialogSentence(
      "no_domain_controller", is: .logonRefused, "No domain controller answers for NLA",
      code: LogCode(.ntStatus, 0xc000_005e),
      [
        ["network level authentication", "domain controller"],
        ["netzwerkebene", "domänencontroller"], ["réseau", "contrôleur de domaine"],
        ["nivel de red", "controlador de dominio"],
      ]),
    DialogSentence(
      "locked", is: .logonRefused, "The account is locked out",
      code: LogCode(.ntStatus, 0xc000_0234),
      [
        ["account has been locked"], ["account is currently locked out"], ["konto", "gesperrt"],
        ["compte", "verrouillé"], ["cuenta", "bloquead"], ["account", "bloccato"],
      ]),
    DialogSentence(
      "password", is: .logonRefused, "The password is expired or must be changed",
      code: LogCode(.ntStatus, 0xc000_0071),
      [
        ["password", "must be changed"], ["must change your password"], ["password has expired"],
        ["kennwort", "abgelaufen"], ["kennwort", "geändert werden"], ["mot de passe", "expiré"],
        ["contraseña", "expirado"], ["contraseña", "caducado"], ["password", "scaduta"],
      ]),
    DialogSentence(
      "logon_type", is: .logonRefused, "The account may not log on this way",
      code: LogCode(.ntStatus, 0xc000_015b),
      [
        ["local policy", "interactively"], ["lokale richtlinie", "interaktiv"],
        ["stratégie locale", "interactive"], ["directiva local", "interactiv"],
      ]),
    DialogSentence(
      "restriction", is: .logonRefused, "A restriction of the account",
      code: LogCode(.ntStatus, 0xc000_006e),
      [
        ["account restriction"], ["kontoeinschränkung"], ["restriction de compte"],
        ["restrictions de compte"], ["restricción de cuenta"], ["restricciones de cuenta"],
      ]),
    DialogSentence(
      "clock", is: .logonRefused, "The clocks of client and server differ too much",
      code: LogCode(.ntStatus, 0xc000_0133),
      [
        ["time or date difference"], ["uhrzeit", "datum", "remotecomputer"],
        ["différence d'heure ou de date"], ["diferencia de hora o fecha"],
      ]),
    DialogSentence(
      "session_access", is: .authorizationDenied, "The user may not take that session",
      [["session access is denied"], ["sitzungszugriff", "verweigert"]]),
  ]

  private static let ends: [DialogSentence] = [
    DialogSentence(
      "no_input", is: .errorInfo, "The server's limit of idle time was reached",
      code: LogCode(.errorInfo, 3),
      [["receive any input from you"], ["keine eingaben"], ["aucune entrée"]]),
    DialogSentence(
      "connections", is: .limitReached, "No more connections are allowed",
      [
        ["number of connections", "limited"], ["anzahl der verbindungen", "begrenzt"],
        ["nombre de connexions", "limité"], ["número de conexiones", "limitado"],
      ]),
    DialogSentence(
      "busy", is: .sessionStuck, "The Remote Desktop service does not answer",
      [["services is currently busy"], ["derzeit ausgelastet"], ["actuellement occupé"]]),
    DialogSentence(
      "profile", is: .backendFailed, "The user's profile could not be loaded",
      [
        ["user profile", "cannot be loaded"], ["user profile failed to load"],
        ["benutzerprofil", "nicht geladen"], ["profil utilisateur", "chargé"],
      ]),
    DialogSentence(
      "certificate", is: .certificateRefused, "The client refused the server's certificate",
      [
        ["certificate", "expired or invalid"], ["zertifikat", "abgelaufen"],
        ["certificat", "expiré"], ["certificado", "caducado"], ["certificado", "expirado"],
      ]),
    DialogSentence(
      "protocol", is: .clientCode, "A protocol error at the client",
      code: LogCode(.disconnectReason, 3_334),
      [
        ["protocol error"], ["protokollfehler"], ["erreur de protocole"], ["error de protocolo"],
        ["errore di protocollo"],
      ]),
    DialogSentence(
      "lost", is: .clientCode, "The connection was lost",
      code: LogCode(.disconnectReason, 2_308),
      [
        ["connection", "lost", "network"], ["verbindung", "netzwerkfehler"],
        ["verbindung", "netzwerkproblem"], ["connexion", "perdue", "réseau"],
        ["conexión", "perdi", "red"], ["connessione", "persa", "rete"],
      ]),
  ]
}
