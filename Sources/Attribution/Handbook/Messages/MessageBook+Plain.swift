extension MessageBook {
  /// What people write in words of their own, with the mistakes that they make, and the heads of
  /// messages whose rest they leave out.
  static let plain: [MessagePattern] = [
    MessagePattern(
      "mstsc 0x204",
      [
        [
          "remote desktop can t connect to the remote computer",
          "kann keine verbindung mit dem remotecomputer herstellen",
          "kann keine verbindung mit dem remote-computer herstellen",
          "ne peut pas se connecter à l ordinateur distant",
          "no se puede conectar al equipo remoto", "no puede conectarse al equipo remoto",
          "リモート デスクトップに接続できません", "リモート コンピューターに接続できません",
        ]
      ]),
    MessagePattern(
      "subject internal error",
      [
        ["internal error has", "internal eror", "internal err "],
        ["occurred", "occured", "ocurred"],
      ]),
    MessagePattern(
      "mstsc 0x3",
      [
        ["administrator", "l administrateur", "administrador"],
        [
          "has ended the session", "ended your session", "sitzung beendet", "mis fin à la session",
          "finalizó la sesión", "ha finalizado la sesión",
        ],
      ]),
    MessagePattern(
      "undetermined.not_rdp",
      [
        [
          "not an rdp server", "no rdp server", "isn t an rdp server",
          "not a remote desktop server",
          "kein rdp-server", "kein rdp server", "pas un serveur rdp", "no es un servidor rdp",
        ],
        ["port", "3389", "answer", "antwortet", "répond", "puerto", "responde"],
      ]),
    MessagePattern(
      "subject certificate",
      [["name mismatch", "wrong name", "falscher name"], ["certificate", "cert ", "zertifikat"]]),
    MessagePattern(
      "subject password",
      [["login failed for user", "login failed for display"]]),
    MessagePattern(
      "client.unresponsive",
      [["guacd", "guacamole"], ["client is not responding", "user is not responding"]]),
    MessagePattern(
      "subject gateway",
      [
        [
          "couldn t connect to the gateway", "could not connect to the gateway",
          "can t connect to the gateway", "keine verbindung mit dem gateway",
          "impossible de se connecter à la passerelle", "no se pudo conectar a la puerta de enlace",
          "ゲートウェイに接続できません",
        ]
      ]),
    MessagePattern(
      "mstsc 0xB06", [["error in data encryption", "fehler bei der datenverschlüsselung"]]),
    MessagePattern("mstsc 0xC06", [["because of a decryption error", "entschlüsselungsfehler"]]),
    MessagePattern(
      "subject stuck sessions",
      [
        ["session stuck", "stuck in disconnected", "sitzung hängt", "session bloquée"]
      ]),
    MessagePattern(
      "subject encryption oracle",
      [["credssp"], ["oracle", "oracel", "orcale", "oracal", "windows update", "after update"]]),
    MessagePattern(
      "subject network",
      [
        [
          "disconnecting every", "dissconnecting every", "disconecting every",
          "disconnects every", "dissconnects every", "disconects every", "disconnected every",
          "bricht alle", "bricht ständig ab", "bricht immer wieder ab", "se déconnecte toutes les",
          "se desconecta cada", "disconnects randomly", "randomly disconnects",
          "keeps disconnecting", "keeps dropping", "drops randomly", "keeps dissconnecting",
        ],
        ["rdp", "remote", "mstsc", "session", "sitzung", "desktop", "connection", "verbindung"],
      ]),
  ]
}
