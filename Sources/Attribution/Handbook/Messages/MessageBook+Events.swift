extension MessageBook {
  /// Texts of Windows events, and of system errors on Windows and Linux.
  static let events: [MessagePattern] = [
    MessagePattern(
      "event 21",
      [
        ["session logon succeeded"]
      ]),
    MessagePattern(
      "event 23",
      [
        ["session logoff succeeded"]
      ]),
    MessagePattern(
      "event 24",
      [
        ["session has been disconnected"],
        ["source network address"],
      ]),
    MessagePattern(
      "event 25",
      [
        ["session reconnection succeeded"]
      ]),
    MessagePattern(
      "event 22",
      [
        ["shell start notification received"]
      ]),
    MessagePattern(
      "event 1149",
      [
        ["user authentication succeeded"]
      ]),
    MessagePattern(
      "event 261",
      [
        ["listener rdp-tcp received a connection"]
      ]),
    MessagePattern(
      "event 131",
      [
        ["server accepted a new tcp connection", "server accepted a new udp connection"]
      ]),
    MessagePattern(
      "event 140",
      [
        ["user name or password is not correct"],
        ["connection from the client computer"],
      ]),
    MessagePattern(
      "event 102",
      [
        ["terminated main rdp connection"]
      ]),
    MessagePattern(
      "event 4625",
      [
        [
          "an account failed to log on", "ein konto konnte nicht angemeldet werden",
          "fehler beim anmelden eines kontos", "échec d ouverture de session d un compte",
          "error de una cuenta al iniciar sesión", "アカウントのログオンに失敗",
        ]
      ]),
    MessagePattern(
      "event 4825",
      [
        ["denied the access to remote desktop", "denied access to remote desktop"]
      ]),
    MessagePattern(
      "event 4740",
      [
        ["user account was locked out"]
      ]),
    MessagePattern(
      "event 7031",
      [
        ["service terminated unexpectedly"],
        ["remote desktop services", "remotedesktopdienste", "termservice"],
      ]),
    MessagePattern(
      "event 7034",
      [
        ["service terminated unexpectedly"],
        ["it has done this"],
      ]),
    MessagePattern(
      "event 6008",
      [
        ["previous system shutdown at"],
        ["unexpected"],
      ]),
    MessagePattern(
      "event 6008",
      [
        ["system shutdown"],
        ["was unexpected"],
      ]),
    MessagePattern(
      "event 41",
      [
        ["rebooted without cleanly shutting down"]
      ]),
    MessagePattern(
      "event 42",
      [
        ["system is entering sleep"]
      ]),
    MessagePattern(
      "event 1",
      [
        ["system has returned from a low power state"]
      ]),
    MessagePattern(
      "event 36871",
      [
        ["fatal error occurred while creating a tls", "fatal error occurred while creating an ssl"]
      ]),
    MessagePattern(
      "event 36874",
      [
        ["none of the cipher suites supported by the client"]
      ]),
    MessagePattern(
      "event 36882",
      [
        ["certificate received from the remote server was issued by an untrusted"]
      ]),
    MessagePattern(
      "event 36884",
      [
        ["certificate received from the remote server does not contain the expected name"]
      ]),
    MessagePattern(
      "event 36887",
      [
        ["fatal alert was received from the remote endpoint"]
      ]),
    MessagePattern(
      "event 36888",
      [
        ["fatal alert was generated and sent"]
      ]),
    MessagePattern(
      "event 6041",
      [
        ["credssp authentication to"],
        ["failed to negotiate a common protocol version"],
      ]),
    MessagePattern(
      "event 10400",
      [
        ["network interface"],
        ["has begun resetting"],
      ]),
    MessagePattern(
      "event 4199",
      [
        ["address conflict"],
        ["system detected"],
      ]),
    MessagePattern(
      "event 302",
      [
        ["terminalservices-gateway"],
        ["302"],
      ]),
    MessagePattern(
      "event 304",
      [
        ["met connection authorization policy and resource authorization policy"],
        ["could not connect"],
      ]),
    MessagePattern(
      "event 201",
      [
        ["did not meet connection authorization policy"]
      ]),
    MessagePattern(
      "event 301",
      [
        ["did not meet resource authorization policy"]
      ]),
    MessagePattern(
      "Winsock 10054",
      [
        [
          "existing connection was forcibly closed",
          "vorhandene verbindung wurde vom remotehost geschlossen",
          "connexion existante a dû être fermée", "interrupción de una conexión existente",
          "既存の接続はリモート ホストに",
        ]
      ]),
    MessagePattern(
      "Winsock 10061",
      [
        [
          "target machine actively refused", "zielcomputer die verbindung verweigerte",
          "ordinateur cible l a expressément refusée", "equipo de destino denegó expresamente",
          "対象のコンピューターによって拒否",
        ]
      ]),
    MessagePattern(
      "Winsock 10060",
      [
        [
          "connected party did not properly respond", "connected host has failed to respond",
          "gegenstelle nach einer bestimmten zeitspanne", "parti connecté n a pas répondu",
          "parte conectada no respondió", "接続済みの呼び出し先が",
        ]
      ]),
    MessagePattern(
      "Winsock 10053",
      [
        ["established connection was aborted by the software in your host"]
      ]),
    MessagePattern(
      "Winsock 10065",
      [
        ["socket operation was attempted to an unreachable host"]
      ]),
    MessagePattern(
      "Winsock 10051",
      [
        ["socket operation was attempted to an unreachable network"]
      ]),
    MessagePattern(
      "Win32 121",
      [
        [
          "semaphore timeout", "semaphor", "délai de temporisation de sémaphore",
          "tiempo de espera del semáforo", "セマフォがタイムアウト",
        ]
      ]),
    MessagePattern(
      "Win32 64",
      [
        [
          "specified network name is no longer available",
          "angegebene netzwerkname ist nicht mehr verfügbar",
          "nom réseau spécifié n est plus disponible",
          "nombre de red especificado ya no está disponible", "指定されたネットワーク名は利用できません",
        ]
      ]),
    MessagePattern(
      "Win32 1722",
      [
        [
          "rpc server is unavailable", "rpc-server ist nicht verfügbar",
          "serveur rpc n est pas disponible", "servidor rpc no está disponible", "rpc サーバーを利用できません",
        ]
      ]),
    MessagePattern(
      "Win32 53",
      [
        ["network path was not found", "netzwerkpfad wurde nicht gefunden"]
      ]),
    MessagePattern(
      "errno 104",
      [
        [
          "connection reset by peer", "connexion ré-initialisée par le correspondant",
          "verbindungsaufbau abgebrochen",
          "die verbindung wurde vom kommunikationspartner zurückgesetzt",
          "conexión reinicializada por la máquina remota", "接続が相手からリセットされました",
        ]
      ]),
    MessagePattern(
      "errno 110",
      [
        [
          "connection timed out", "die wartezeit für die verbindung ist abgelaufen",
          "connexion terminée par expiration du délai", "expiró el tiempo de conexión",
          "接続がタイムアウトしました",
        ]
      ]),
    MessagePattern(
      "errno 111",
      [
        [
          "connection refused", "verbindungsaufbau abgelehnt", "connexion refusée",
          "conexión rehusada", "接続を拒否されました",
        ]
      ]),
    MessagePattern(
      "errno 113",
      [
        [
          "no route to host", "keine route zum zielrechner",
          "aucun chemin d accès pour atteindre l hôte cible", "no hay ninguna ruta",
          "ホストへの経路がありません",
        ]
      ]),
    MessagePattern(
      "errno 101",
      [
        [
          "network is unreachable", "das netzwerk ist nicht erreichbar",
          "le réseau n est pas accessible", "la red es inaccesible", "ネットワークに届きません",
        ]
      ]),
    MessagePattern(
      "errno 32",
      [
        ["broken pipe"]
      ]),
    MessagePattern(
      "subject name resolution",
      [
        [
          "name or service not known", "temporary failure in name resolution",
          "name resolution failed", "nodename nor servname provided", "dns lookup failed",
          "no such host is known", "could not resolve host",
          "could not find the address for the rdp server",
        ]
      ]),
  ]
}
