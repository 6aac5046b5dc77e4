/// Words that are no names although they stand where names do.
enum KnownWords {
  /// They stay as they are everywhere: accounts and domains that every machine has, domains of the
  /// root, and words of names of services.
  static func isKept(_ lower: String) -> Bool { kept.contains(lower) }

  /// They are replaced only where a text clearly names somebody (`user=info`): elsewhere they are
  /// words of the log itself. Words of one character and numbers are so too.
  static func isWeak(_ lower: String) -> Bool {
    lower.utf8.count < 3 || weak.contains(lower) || lower.utf8.allSatisfy { !isLetter($0) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
  }

  private static func words(_ text: String) -> Set<String> {
    Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
  }

  private static let kept = words(
    """
    administrator administrateur administrador guest gast system network service local nt authority
    autorität builtin anonymous logon everyone localhost localdomain workgroup microsoftaccount
    azuread defaultaccount wdagutilityaccount window manager font driver host termsrv termserv
    msts tsv mstshash cookie root nobody null none unknown redacted
    com net org edu gov mil int info biz lan arpa internal invalid onmicrosoft
    de at ch uk us eu fr it es nl be pl cz se no fi dk ru cn jp kr in br au ca co io ac
    www cn ou dc
    """)

  private static let weak = words(
    """
    a about access account accounts activity address addresses admin after agent alert all also an
    and any api app application are as attempt auth authentication auto bad be because been before
    bind bit by bytes call callback can cannot cert certificate channel channels check cipher class
    clean client clients close closed code color com command common complete computer config
    configuration connect connected connecting connection console context control core create
    created credential credentials credssp data date debug default demo desktop device devices
    digest disabled disconnect disconnected display dll dns domain done down drdynvc drive driver
    dump dynamic enabled encryption end endpoint entry err error errors event events exit
    expired failed failure false fatal file finished first flags for format freerdp from gateway
    get gfx global group guacd guest handler handle has hash have header hello host hostname id idle
    image in info init initialized input instance interface internal invalid io ip is it java kerberos
    key keyboard krb last layout level library license licensing limit line linux list listener load
    loaded local log logger login logoff logon main make manager max message method min mode
    module monitor name negotiation net network new nla no node not notify ntlm null number of off ok
    old on open operation option or order other out output packet page password path pc peer pdu
    pid plugin port post pre primary print printer private process profile program protocol proxy
    public query rail rdp rdpdr rdpsnd rdpwhy read reason receive received reconnect record redirect
    refused remote report request reset resource response result return root router rpc running
    sam sec secure security seconds selected self send sent server servers service session sessions
    set setting settings setup shared shell signal size smartcard socket software sound source ssl
    standard start started state static status stop stream string success support svc sync
    syslog system tcp temp template terminal terminated test thread time timeout tls token trace
    transport true try tunnel type udp unable unexpected unix up update url use used user username
    users using utils valid value version vm warn warning was web weston window windows
    winpr with work worker workstation write xorg xrdp xrdp-sesman sesman xvnc you
    """)
}

/// What words of names are made of.
enum NameToken {
  static func isPart(_ character: Unicode.Scalar) -> Bool {
    switch character.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x5F: true
    case ..<0x80: false
    default: character.properties.isAlphabetic || character.properties.numericType != nil
    }
  }
}
