/// What a text is about: Remote Desktop, another product, or neither said.
struct Surroundings: Sendable {
  /// Something of Remote Desktop is named.
  let isRemoteDesktop: Bool
  /// A session is spoken of, of whatever kind.
  let isSession: Bool
  /// A computer is spoken of that stands elsewhere, as those do who use Remote Desktop.
  let isRemoteWork: Bool
  /// It is about sessions or computers elsewhere, whatever they are called.
  var isAtHome: Bool { isRemoteDesktop || isSession || isRemoteWork }
  /// Another product is named, and nothing of Remote Desktop.
  let isForeign: Bool
  /// What makes it foreign is a thing that Remote Desktop's computers have, too: a printer, a backup. A
  /// code in the text then says more.
  let isBesideOurs: Bool
  /// What makes it foreign are words that may be circumstances: "teams rings, too".
  let isForeignByWords: Bool
  /// Another product is named that has errors of its own, whatever else is.
  let namesOthers: Bool
  /// It is about a connection of another kind in a program that manages connections of all kinds.
  let isOfManager: Bool

  /// - Parameter joined: Parts of names that are joined with `_`: they are no words of the text.
  init(words: [String], text: SearchedText, joined: Set<String> = []) {
    let own = words.filter(Self.isOwnWord)
    let isNamed = Self.holds(Self.ownPhrases, text)
    let isCertain = !own.isEmpty || isNamed
    let speaksOfOurs = Self.holds(Self.likelyPhrases, text)
    let isLikely = isCertain || speaksOfOurs
    // "telnet HOST 3389", "ssh -L 13389:HOST:3389"
    let isPortTest = words.contains("3389")
    let isOther = !isPortTest && Self.holds(Self.otherRemote, text)
    let foreign = words.filter { word in
      guard !joined.contains(word) else { return false }
      // "Netflixの…": Japanese puts no space behind a name.
      let name = word.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
      // "github.com"
      if word.dropFirst(name.count).hasPrefix("."), Self.foreignSites.contains(String(name)) {
        return true
      }
      // "smtp-server"
      if !word.contains("rdp"), let hyphen = word.firstIndex(of: "-"),
        Self.foreignWords.contains(String(word[..<hyphen]))
      {
        return true
      }
      return Self.foreignWords.contains(
        name == word || name.endIndex < word.endIndex && !word.allSatisfy(\.isASCII)
          ? String(name) : word)
    }
    let isForeignWord = !foreign.isEmpty
    isRemoteDesktop = isCertain || isLikely && !isOther
    isSession = Self.holds(Self.sessions, text)
    isRemoteWork = Self.holds(Self.remoteWork, text)
    let isOtherProtocol = Self.holds(Self.otherProtocols, text)
    let isTunnelOnly =
      !isSession && !isRemoteWork && Self.holds(Self.tunnelPrograms, text)
    let isForeignPhrase = Self.holds(Self.foreignPhrases, text) || isTunnelOnly
    // "mRemoteNG, PuTTY tab": a manager of connections of all kinds.
    let isOfManager =
      isOther && !isNamed && !own.isEmpty && own.allSatisfy(Self.isManager) && !speaksOfOurs
    isForeign =
      isOtherProtocol || isOfManager
      || !isCertain && (isOther || !isLikely && (isForeignWord || isForeignPhrase))
    isBesideOurs =
      isForeign && !isOfManager && !isOtherProtocol && !isOther && !isForeignPhrase
      && foreign.allSatisfy(Self.besideOurs.contains)
    isForeignByWords = isForeign && !isOfManager && !isOtherProtocol && !isOther && !isForeignPhrase
    namesOthers =
      isOtherProtocol || isOther || isForeignPhrase
      || foreign.contains(where: Self.withErrorsOfTheirOwn.contains)
    self.isOfManager = isOfManager
  }

  private static func holds(_ phrases: [SoughtPhrase], _ text: SearchedText) -> Bool {
    phrases.contains { !text.positions(of: $0).isEmpty }
  }

  private static func isOwnWord(_ word: String) -> Bool {
    ownWords.contains(word) || ownStarts.contains(where: word.hasPrefix) || word.contains("freerdp")
      || word.contains("terminalservices") || word.contains("remotedesktop")
  }

  /// Of the products those that stand beside a server of Remote Desktop and fail for themselves; with the
  /// others people only spend their day.
  private static let withErrorsOfTheirOwn: Set<String> = [
    "docker", "kubectl", "kubernetes", "ldap", "dpkg", "pacman", "snapd", "flatpak", "homebrew",
    "winget", "choco", "pip", "npm", "yarn", "mysql", "mariadb", "postgres", "postgresql", "sql",
    "mongodb", "redis", "samba", "nfs", "rsync", "ansible", "terraform", "apt-get", "wordpress",
  ]

  private static func isManager(_ word: String) -> Bool {
    managers.contains(where: word.hasPrefix)
  }

  private static let managers = [
    "mremote", "remmina", "guac", "royalts", "1remote", "rdcman", "krdc",
  ]

  private static let ownStarts = [
    "rdp", "xrdp", "rdsh", "mremote", "remmina", "guac", "mstsc", "errconnect", "errinfo",
  ]
  private static let ownWords: Set<String> = [
    "rds", "tse", "rdsh", "rdweb", "rdcman", "mremoteng", "royalts", "1remote", "avd", "wvd",
    "remoteapp",
    "nla", "credssp", "termdd", "termservice", "termsrv", "tsgateway", "qwinsta",
    "krdc", "tsadmin", "rwinsta", "tscon", "tsdiscon",
    "grd", "rdcb", "msrdc", "ms-wbt-server", "rdesktop", "krdp", "vmconnect", "winstation", "umrdp",
  ]
  private static let ownPhrases = [
    "terminal server", "terminal services", "windows app", "royal ts", "session host",
    "rd gateway", "rd web", "rd client", "remote desktop services", "remote desktop connection",
    "azure virtual desktop", "vnc error", "port 3389", "x509_name_print_ex",
    "gnome-remote-desktop", "microsoft remote desktop", "connection broker", "rd licensing",
  ].map(SoughtPhrase.init)
  private static let likelyPhrases = [
    "the ts ", "our ts ", "to ts ", "on ts ", "same ts ", "dem ts ", "den ts ", "vom ts ",
    "autoreconnect",
    "auto-reconnect", "windows desktop service", "x224", "remote desktop", "remote computer",
    "remotecomputer",
    "remote session", "remotesitzung", "remote machine",
    "bureau a distance", "ordinateur distant", "escritorio remoto", "equipo remoto", "リモート",
    "удаленного рабочего", "удаленному рабочему", "удаленный рабочий",
    "удаленных рабочих", "удаленному компьютеру", "удаленный компьютер", "удаленном компьютере",
    "удаленного компьютера", "远程桌面", "远程计算机", "远程服务器", "远程连接", "远程电脑", "远程登录", "遠端桌面", "遠端電腦",
    "원격 데스크톱", "원격 컴퓨터",
    "area de trabalho remota", "ambiente de trabalho remoto", "computador remoto",
    "desktop remoto", "computer remoto", "extern bureaublad", "externe computer",
    "pulpit zdalny", "pulpitu zdalnego", "komputerem zdalnym", "komputer zdalny",
    "cloud computer", "windows 365", "remote apps", "remote app ", "fjarrskrivbord", "fjarrdator",
    "fjarranslut", "fjernskriveb",
    "fjerncomputer", "fjernforbind", "fjern-computer", "eksternt skriveb", "ekstern datamask",
    "ekstern computer", "vzdalena plocha", "vzdalene ploch", "vzdalenou ploch", "vzdalene plose",
    "vzdaleny pocitac", "vzdaleneho pocitac", "vzdalenemu pocitac", "vzdalena relac",
    "vzdalene relac", "vzdialen", "etatyopoy", "etatietokon", "etayhtey", "uzak masaustu",
    "uzak bilgisayar", "uzak oturum", "uzak baglan", "tavoli asztal", "tavoli szamitogep",
    "tavoli munkamenet", "віддалений робочий", "віддаленого робочого", "віддаленому робочому",
    "віддаленого комп", "віддалений комп", "віддаленому комп", "віддалений сеанс", "удаленке",
    "удаленку", "терминальн", "terminalserver", "remote bureaublad", "desktop remot", "ts-farm",
    "escritorios remotos", "jump box", "jumpbox", "jump host", "jumphost", "jump server", "jump pc",
    "zdalny pulpit", "zdalnego pulpitu", "zdalnym pulpicie", "can not remote", "remote to",
    "cloud pc", "pantalla remota", "ecran distant", "allow remote connections",
    "remote connections", "ctrl alt end", "ctrl+alt+end", "attempting to reconnect",
    "attempt 1 of 20",
    "attempt 2 of 20",
    "network access protection",
    "remote in", "remoting in", "remote into", "remoting into", "remoted in",
    "desktop la distan", "απομακρυσμενη", "απομακρυσμενου", "απομακρυσμενο", "سطح المكتب البعيد",
    "سطح مكتب بعيد", "الكمبيوتر البعيد", "שולחן עבודה מרוחק", "שולחן העבודה המרוחק", "מחשב מרוחק",
    "may tinh tu xa", "man hinh tu xa", "desktop tu xa", "เดสก์ท็อประยะไกล",
    "รีโมท", "ระยะไกล", "tavoli kapcsolat", "etayhtey", "etayhteyd", "remote pc",
  ].map(SoughtPhrase.init)
  private static let sessions = [
    "session", "sitzung", "sesion", "セッション", "сеанс", "会话", "세션", "sessao", "sessie", "sesja",
    "sesji", "工作階段",
  ].map(SoughtPhrase.init)

  private static let remoteWork = [
    "office computer", "work computer", "home computer", "office desktop", "reach my desktop",
    "computer du bureau", "computer de la oficina", "buro-computer", "computer im buro",
    "burorechner", "working remotely", "work remotely",
    "computer in the office", "somebody else logs", "someone else logs", "my wife has to",
    "terminal", "virtual machine", "virtual desktop",
    "virtual pc", "branch office", "log on screen", "logged off", "logs off", "logged out",
    "logs out", "signed out", "signs out", "booted out", "booted off", "kicked out", "kicks out",
    "kicks everyone", "kicks users", "kicks us", "kicked from", "get kicked", "gets kicked",
    "computer at work", "computer at the office",
    "computer at home", "jump host", "jump server", "thin client", "thinclient", "thinpro",
    "thinstation", "igel", "wyse", "vdi", "from home",
    "home office", "homeoffice", "teletravail", "teletrabajo", "thuiswerk", "praca zdalna",
    "rechner im buro", "rechner in der firma", "firmenrechner", "bumped off", "kicked off",
    "kicks me", "kicking me", "thrown out", "throws me out", "3389", "butta fuori", "me echa",
    "me expulsa", "gooit me", "wirft mich raus", "schmeisst mich raus", "m ejecte", "выкидывает",
    "выбрасывает", "wyrzuca mnie", "kastar ut", "smider mig", "a distance", "remote access",
    "fernzugriff", "acceso remoto", "accesso remoto", "acesso remoto", "dostep zdalny",
    "удаленный доступ",
  ].map(SoughtPhrase.init)

  /// What gateways for several protocols say about the others, and what else bears a word of ours.
  private static let otherProtocols = [
    "known host keys", "extract public key", "no password configured for vnc", "ansible", "winrm",
    "volume shadow copy", "kubectl", "wsman", "httpsconnectionpool", "client loop send disconnect",
    "client_loop", "vdpconnect", "remote debug protocol", "postgresql",
    "msvsmon", "while connecting to upstream", "douglas-peucker",
    "ramer-douglas-peucker", "crashloopbackoff",
  ].map(SoughtPhrase.init)

  /// Programs of other makers whose sessions are remote, too.
  private static let otherRemote = [
    "chrome remote desktop", "apple remote desktop", "teamviewer", "anydesk", "rustdesk", "vnc",
    "realvnc", "tightvnc", "citrix", "vmware horizon", "horizon client", "parsec", "splashtop",
    "parallels ras", "ras console", "nomachine", "screenconnect", "connectwise", "logmein", "ssh",
    "sshd", "openssh", "putty",
    "telnet", "x2go", "spice client",
  ].map(SoughtPhrase.init)
  private static let besideOurs: Set<String> = [
    "backup", "snapshot", "boot", "bios", "battery", "printer", "drucker", "imprimante",
    "impresora", "scanner", "printing", "internet", "browser", "tv", "bank", "website", "iphone",
  ]
  /// Programs of a VPN and what they report: beside a session it is a circumstance.
  private static let tunnelPrograms = [
    "vpn client failed", "vpn connection failed", "tls key negotiation", "vpn server could not",
    "anyconnect", "globalprotect", "forticlient", "openvpn tls", "wireguard handshake", "vpn error",
  ].map(SoughtPhrase.init)
  private static let foreignSites: Set<String> = ["github", "gitlab", "google", "npmjs", "docker"]
  private static let foreignPhrases = [
    "base de donnees", "base de datos", "banca dati", "banco de dados", "база данных",
    "базе данных",
    "データベース", "数据库", "資料庫", "데이터베이스", "メールサーバ", "邮箱", "почт",
    "ssl handshake has read", "s client", "verify return 1", "depth 0", "failed to fetch",
    "please reset password", "please reset the password", "please unlock", "listen eaddrinuse",
    "crashloopbackoff", "scheduled task",
    "closing connection 0", "using password", "site can not be reached", "404 not found",
    "error 404",
    "net use", "mapped network drive", "map a network drive", "share is not accessible",
    "windows error reporting", "application popup", "application hang", "18456",
    "au demarrage", "beim hochfahren", "al arrancar", "all avvio", "at startup", "on startup",
    "host key verification", "game server", "vsphere", "flexlm", "autocad", "bluestacks",
    "windows can not access", "hadoop", "sql error", "ssl provider", "apache",
    "client initiated renegotiation",
    "windows update", "microsoft store", "apple id", "sql server", "visual studio", "port 22 ",
    "port 25 ", "port 21 ", "league of legends", "home assistant", "no matching host key",
    "no matching key exchange", "protocol driver error", "office activation",
  ].map(SoughtPhrase.init)
  private static let foreignWords: Set<String> = [
    "outlook", "gmail", "mysql", "mariadb", "postgres", "postgresql", "psql", "mongodb", "redis",
    "sqlstate", "curl", "wget", "git", "github", "gitlab", "npm", "yarn", "pip", "docker",
    "kubectl", "kubernetes", "nginx", "apache", "haproxy", "chrome", "firefox", "safari",
    "chromium", "browser", "java", "javax.net.ssl.sslhandshakeexception", "php", "python", "node",
    "ruby", "maven", "steam", "xbox", "playstation", "minecraft", "fortnite", "netflix", "spotify",
    "facebook", "instagram", "whatsapp", "icloud", "iphone", "itunes", "dpkg", "pacman", "snapd",
    "flatpak",
    "homebrew", "winget", "choco", "teams", "zoom", "skype",
    "slack", "webex", "excel", "powerpoint", "sharepoint", "onedrive", "dropbox", "bsod",
    "bluescreen", "printer", "drucker", "imprimante", "impresora", "scanner",
    "tv", "bank", "banque", "banco", "ftp", "sftp", "imap", "smtp", "pop3", "l2tp", "pptp", "wsl",
    "phishing", "matlab", "voip", "pppoe", "sql", "neighborhood", "thermostat", "camera", "kamera",
    "cameras",
    "paypal", "amazon", "ebay", "kitchen", "nas", "gift", "coupon", "kurses",
    "internet", "интернет", "인터넷이", "игра", "jeu", "juego", "gioco", "jogo", "gra", "spel", "spiel",
    "boot", "bios", "x509", "battery", "google", "yahoo", "discord", "wordpress", "valorant",
    "roblox", "warcraft", "adobe", "photoshop", "plex", "synology", "samba", "thunderbird",
    "quickbooks", "odbc", "jdbc", "mssql", "sqlcmd", "ssms", "elasticsearch", "kafka", "rabbitmq",
    "mqtt", "telegram", "twitter", "tiktok", "ps5", "ps4", "nintendo", "cups", "epson", "bluetooth",
    "airpods", "kodi", "hdmi", "webcam", "torrent", "fritzbox", "nfs", "ldap", "rsync", "ansible",
    "terraform", "openconnect", "veeam", "snapshot", "backup", "ssl-vpn", "canon", "copier",
    "printing", "pcl6", "rgs", "pcoip",
    "nmap", "winrm", "wsman", "vagrant", "jenkins", "grafana", "django", "laravel", "tomcat",
    "oauth", "3306", "5432",
    "correo", "courriel", "posta", "courrier", "mailserver",
    "mailbox", "postfach", "webseite", "website", "datenbank", "elster", "datev",
    "lexware", "sap", "kubelet", "s_client", "apt-get", "webshop", "1433", "6379", "27017", "9200",
    "5672", "5900", "5901", "spooler", "bitlocker", "wuauserv", "mssqlserver",
  ]
}
