extension MessageBook {
  /// Names of policies and values that are asked about; what else a text says comes first.
  static let settings = """
    subject UDP :: turn off udp on client; fclientdisableudp; select rdp transport protocols; selecttransport
    subject security layer :: require use of specific security layer; set client connection encryption level
    subject NLA :: require user authentication for remote connections by using network level
    subject remote desktop off :: fdenytsconnections; allow users to connect remotely by using
    subject session limits :: set time limit for disconnected; time limit for active but idle; time limit for active remote; limit number of connections; restrict remote desktop services users to a single; fsinglesessionperuser; maxidletime; maxdisconnectiontime; maxconnectiontime
    subject saved credentials :: allow delegating saved credentials; allow delegating default credentials; allow delegating fresh credentials
    subject encryption oracle :: allowencryptionoracle
    subject idle timers :: keep-alive connection interval; configure keep-alive; keepaliveinterval; proxy_read_timeout; proxy read timeout
    subject licensing :: use the specified remote desktop license servers; set the remote desktop licensing mode
    subject certificate :: server authentication certificate template; sslcertificatesha1hash
    subject screen lock :: machine inactivity limit; inactivitytimeoutsecs
    subject graphics :: use hardware graphics adapters for all; prioritize h 264; configure h 264
    """

  /// Boxes and lines of Windows and its apps in the order in which people retell them.
  static let retold = """
    ERRCONNECT_TARGET_BOOTING :: host is starting up; desktop is starting up; cloud computer is starting; target is booting; computer is still starting & connect; desktop; cloud
    mstsc 0x106 :: not enough memory; not enough virtual memory; low virtual memory; insufficient memory & remote computer; remote desktop; could not connect; can not connect; mstsc; rdp
    mstsc 0x1D07 :: difference between & time; clock & date & client; computer; server
    NTSTATUS 0xC000006F :: time of day & log on; logging on & restricted; allowed; may; restriction
    negotiation.hybrid_required :: authentication is not enabled; authentication be enabled & requires that authentication; authentication be enabled & remote; computer; connect; proceed
    mstsc 0x104 :: not belong to the specified network; gehort moglicherweise nicht zum angegebenen netzwerk; nicht zum angegebenen netzwerk; n appartient peut-etre pas au reseau; pas au reseau specifie; no pertenezca a la red especificada; no pertenecer a la red; non appartenere alla rete; nao pertencer a rede; niet tot het opgegeven netwerk
    subject client crash :: faulting application name mstsc; faulting application name msrdc; name der fehlerhaften anwendung mstsc
    message gateway HTTP :: rdweb; rpc rpcproxy; remotedesktopgateway & http error; service is unavailable; bad gateway & 500; 502; 503; 504
    subject Entra :: azure ad; azuread; entra & log on method; log on methods
    message guacd internal :: guacd & not installed
    message OpenSSL legacy :: digital envelope routines & unsupported
    clean.redirected :: sending server redirection
    message GNOME client too old :: received invalid monitor layout
    mstsc 0x108 :: tcpeventconnectiontimeout
    """
}
