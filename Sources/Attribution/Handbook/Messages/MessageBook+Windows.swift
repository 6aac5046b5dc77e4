extension MessageBook {
  /// Texts of Windows clients and servers, by their key words in several languages.
  static let windows: [MessagePattern] = [
    MessagePattern(
      "subject protocol error",
      [
        [
          "because of a protocol error", "protokollfehlers", "erreur de protocole",
          "error de protocolo", "プロトコル エラー", "プロトコルエラー",
        ]
      ]),
    MessagePattern(
      "event 56",
      [
        [
          "terminal server security layer detected an error", "terminalserver-sicherheitsschicht",
          "sicherheitsschicht des terminalservers",
        ]
      ]),
    MessagePattern(
      "event 50",
      [
        ["rdp protocol component"],
        ["detected an error in the protocol stream"],
      ]),
    MessagePattern(
      "event 50",
      [
        ["rdp-protokollkomponente"]
      ]),
    MessagePattern(
      "subject internal error",
      [
        [
          "internal error has occurred", "internal error occurred", "interner fehler",
          "erreur interne", "error interno", "内部エラー",
        ]
      ]),
    MessagePattern(
      "subject encryption oracle",
      [
        [
          "encryption oracle", "verschlüsselungsorakel", "oracle de chiffrement",
          "oracle de cryptage", "oráculo de cifrado", "暗号化オラクル", "credssp-encryption-oracle",
        ]
      ]),
    MessagePattern(
      "subject encryption oracle",
      [
        [
          "function requested is not supported", "angeforderte funktion wird nicht unterstützt",
          "fonction demandée n est pas prise en charge", "función solicitada no se admite",
          "función solicitada no es compatible", "要求された関数はサポートされていません",
        ]
      ]),
    MessagePattern(
      "mstsc 0x204",
      [
        [
          "for one of these reasons", "aus einem der folgenden gründe",
          "pour l une des raisons suivantes", "por una de las siguientes razones",
          "por uno de los siguientes motivos", "いずれかの理由",
        ],
        ["remote", "distant", "remoto", "リモート"],
      ]),
    MessagePattern(
      "mstsc 0x204",
      [
        [
          "verify remote desktop is enabled", "verify that remote desktop is enabled",
          "verify that the remote computer is turned on",
        ]
      ]),
    MessagePattern(
      "extended 0x101",
      [
        [
          "no remote desktop license servers", "no terminal server license servers",
          "keine remotedesktop-lizenzserver", "aucun serveur de licences",
          "no hay servidores de licencias", "ライセンス サーバーがない", "利用できるリモート デスクトップ ライセンス サーバー",
        ]
      ]),
    MessagePattern(
      "extended 0x102",
      [
        ["no remote desktop client access licenses", "no licenses available for this computer"]
      ]),
    MessagePattern(
      "subject licensing",
      [
        [
          "licensing protocol", "lizenzierungsprotokoll", "protocole de licence",
          "protocole de gestion des licences", "protocolo de licencias", "ライセンス プロトコル",
        ]
      ]),
    MessagePattern(
      "subject licensing",
      [
        ["grace period has expired", "licensing grace period"]
      ]),
    MessagePattern(
      "extended 0x5",
      [
        [
          "another user connected to the remote computer", "another user has connected",
          "anderer benutzer hat eine verbindung", "anderer benutzer mit dem remotecomputer",
          "autre utilisateur s est connecté", "otro usuario se conectó",
          "otro usuario se ha conectado", "別のユーザーが",
        ]
      ]),
    MessagePattern(
      "subject network",
      [
        [
          "possibly due to network connectivity problems", "netzwerkverbindungsprobleme",
          "problemen mit der netzwerkverbindung", "problèmes de connectivité réseau",
          "problemas de conectividad de red", "ネットワーク接続の問題",
        ]
      ]),
    MessagePattern(
      "mstsc 0x3",
      [
        ["session has ended", "sitzung wurde beendet", "ended this session"],
        [
          "administrator has ended", "administrator ended", "administrator might have",
          "administrator may have", "by an administrator",
          "by the administrator", "vom administrator", "administrator hat", "admin has ended",
        ],
      ]),
    MessagePattern(
      "subject password",
      [
        [
          "credentials did not work", "logon attempt failed", "sign-in attempt failed",
          "anmeldeinformationen funktionierten nicht",
          "anmeldeinformationen haben nicht funktioniert", "anmeldeversuch ist fehlgeschlagen",
          "anmeldeversuch fehlgeschlagen", "informations d identification n ont pas fonctionné",
          "informations d identification ne fonctionnent pas",
          "tentative d ouverture de session a échoué",
          "échec de la tentative d ouverture de session", "credenciales no funcionaron",
          "credenciales no han funcionado", "intento de inicio de sesión", "資格情報は機能しませんでした",
          "資格情報が機能しませんでした", "ログオンに失敗", "user name or password is incorrect",
          "unknown user name or bad password", "benutzername oder kennwort",
          "nom d utilisateur ou le mot de passe", "nombre de usuario o la contraseña",
          "ユーザー名またはパスワード",
        ]
      ]),
    MessagePattern(
      "credssp.account_restricted",
      [
        [
          "account has been locked", "account is locked", "account is currently locked",
          "referenced account is currently locked", "locked out and may not be logged on",
          "konto ist gesperrt", "konto ist zurzeit gesperrt", "konto wurde gesperrt",
          "compte est verrouillé", "compte a été verrouillé", "compte est actuellement verrouillé",
          "cuenta está bloqueada", "cuenta bloqueada", "アカウントはロックされ", "アカウントがロック", "ロックアウト",
        ]
      ]),
    MessagePattern(
      "credssp.account_restricted",
      [
        [
          "account is disabled", "account has been disabled", "account has expired",
          "account restriction", "account restrictions", "logon hours", "konto ist deaktiviert",
          "konto wurde deaktiviert", "kontoeinschränkungen", "compte est désactivé",
          "cuenta está deshabilitada", "アカウントは無効", "アカウントの制限",
        ]
      ]),
    MessagePattern(
      "credssp.password_expired",
      [
        [
          "password has expired", "password expired", "must change your password",
          "password must be changed", "kennwort ist abgelaufen", "kennwort abgelaufen",
          "mot de passe a expiré", "contraseña ha expirado", "contraseña ha caducado", "パスワードの有効期限",
          "パスワードを変更する必要",
        ]
      ]),
    MessagePattern(
      "credssp.access_denied",
      [
        [
          "not authorized for remote login", "not authorized for remote sign-in",
          "right to sign in through remote desktop services",
          "log on through remote desktop services", "log on through terminal services",
          "nicht für die remoteanmeldung autorisiert", "anmelden über remotedesktopdienste",
          "n est pas autorisé à se connecter à distance", "connexion à distance n est pas autorisé",
          "ouvrir une session par les services bureau à distance",
          "no está autorizada para el inicio de sesión remoto",
          "no está autorizado para iniciar sesión de forma remota", "リモート ログインを許可されていない",
          "リモート ログインが許可されていない", "リモート デスクトップ サービスを使ったログオン",
        ]
      ]),
    MessagePattern(
      "subject NLA",
      [
        [
          "network level authentication", "authentifizierung auf netzwerkebene",
          "authentification au niveau du réseau", "authentification nla",
          "autenticación a nivel de red", "ネットワーク レベル認証", "ネットワークレベル認証",
        ]
      ]),
    MessagePattern(
      "subject certificate",
      [
        [
          "identity of the remote computer can", "identity of the remote computer could",
          "identity of the remote computer", "identität des remotecomputers",
          "identité de l ordinateur distant", "identidad del equipo remoto", "リモート コンピューターの id",
        ]
      ]),
    MessagePattern(
      "subject certificate",
      [
        [
          "unexpected server authentication certificate",
          "unerwartetes serverauthentifizierungszertifikat",
          "certificat d authentification serveur inattendu",
          "certificado de autenticación de servidor inesperado",
        ]
      ]),
    MessagePattern(
      "subject certificate",
      [
        [
          "authentication certificate received from the remote computer",
          "problem with its security certificate", "problem with the security certificate",
          "security certificate is not from", "certificate is not from a trusted",
          "certificate expired or is not", "zertifikat ist abgelaufen", "zertifikat abgelaufen",
          "problem mit dem sicherheitszertifikat", "certificat a expiré", "certificat de sécurité",
          "certificado ha expirado", "certificado de seguridad", "証明書の有効期限", "セキュリティ証明書",
        ]
      ]),
    MessagePattern(
      "subject certificate",
      [
        [
          "because of a security error", "aufgrund eines sicherheitsfehlers", "erreur de sécurité",
          "error de seguridad", "セキュリティ エラー",
        ]
      ]),
    MessagePattern(
      "mstsc 0x104",
      [
        [
          "can t find the computer", "cannot find the computer", "could not find the computer",
          "couldn t find the pc", "pc can t be found", "kann den computer",
          "computer nicht gefunden", "trouver l ordinateur", "no encuentra el equipo",
          "no se encuentra el equipo", "コンピューターが見つかりません",
        ],
        ["remote", "computer", "rdp", "pc", "ordinateur", "equipo", "コンピューター"],
      ]),
    MessagePattern(
      "subject auto-reconnect",
      [
        [
          "attempting to reconnect", "attempting reconnect", "verbindung wird wiederhergestellt",
          "tentative de reconnexion", "intentando volver a conectar", "再接続を試みています", "再接続しています",
        ]
      ]),
    MessagePattern(
      "SEC_E 0x80090304",
      [
        [
          "local security authority cannot be contacted", "lokale sicherheitsautorität",
          "autorité de sécurité locale", "autoridad de seguridad local", "ローカル セキュリティ機関",
        ]
      ]),
    MessagePattern(
      "SEC_E 0x80090311",
      [
        [
          "no authority could be contacted for authentication",
          "keine autorität konnte für die authentifizierung",
          "aucune autorité n a pu être contactée", "認証のための証明機関",
        ]
      ]),
    MessagePattern(
      "SEC_E 0x80090322",
      [
        [
          "target principal name is incorrect", "zielprinzipalname ist falsch",
          "nom principal cible est incorrect", "ターゲット プリンシパル名",
        ]
      ]),
    MessagePattern(
      "SEC_E 0x80090308",
      [
        ["token supplied to the function is invalid"]
      ]),
    MessagePattern(
      "SEC_E 0x80090331",
      [
        [
          "do not possess a common algorithm", "keinen gemeinsamen algorithmus",
          "algorithme commun", "algoritmo común", "共通のアルゴリズム",
        ]
      ]),
    MessagePattern(
      "SEC_E 0x80090326",
      [
        ["message received was unexpected or badly formatted"]
      ]),
    MessagePattern(
      "extended 0x3",
      [
        [
          "idle over its time limit", "idle limit", "idle timer expired", "idle session time limit",
          "leerlaufzeit", "délai d inactivité", "tiempo de inactividad", "アイドル時間",
        ]
      ]),
    MessagePattern(
      "extended 0x4",
      [
        ["logon timer expired", "active session time limit", "exceeded the total logon time"]
      ]),
    MessagePattern(
      "subject stuck sessions",
      [
        [
          "remote desktop services is currently busy", "remotedesktopdienste ist ausgelastet",
          "remotedesktopdienste zurzeit ausgelastet", "remotedesktopdienste momentan ausgelastet",
          "services bureau à distance sont actuellement occupés",
          "services bureau à distance est actuellement occupé",
          "servicios de escritorio remoto están ocupados", "現在ビジー",
        ]
      ]),
    MessagePattern(
      "subject stuck sessions",
      [
        ["taken too long to process"]
      ]),
    MessagePattern(
      "subject session limits",
      [
        [
          "number of connections to this computer is limited",
          "maximum number of allowed connections", "too many users", "zu viele benutzer",
        ]
      ]),
    MessagePattern(
      "subject gateway",
      [
        [
          "remote desktop gateway", "rd gateway server", "remotedesktop-gateway",
          "remotedesktopgateway", "passerelle des services bureau à distance",
          "passerelle bureau à distance", "puerta de enlace de escritorio remoto",
          "リモート デスクトップ ゲートウェイ",
        ]
      ]),
    MessagePattern(
      "subject NLA",
      [
        [
          "authentication error has occurred", "authentifizierungsfehler",
          "erreur d authentification", "error de autenticación", "認証エラー",
        ]
      ]),
    MessagePattern(
      "subject 0x904",
      [
        ["at clientwinsockfdclose", "rdp disconnected socket closed", "socket closed 2308"]
      ]),
    MessagePattern(
      "subject remote desktop off",
      [
        [
          "remote access to the server is not enabled", "remote desktop is not enabled",
          "remotezugriff auf den server ist nicht aktiviert",
          "accès à distance au serveur n est pas activé",
        ]
      ]),
    MessagePattern(
      "mstsc 0x1C07",
      [
        ["smart card"],
        ["wrong pin", "incorrect pin"],
      ]),
    MessagePattern(
      "subject graphics",
      [
        ["graphics subsystem", "graphics driver failed", "display driver in the remote session"]
      ]),
  ]
}
