extension MessageBook {
  /// Texts of records of the operational logs of Remote Desktop, without their ids.
  static let records = """
    event 16 :: local multi-user session manager; local session manager & failed to start; start failed
    event 17 :: remote desktop service start failed; remote desktop services start failed
    event 18 :: remote desktop service is shutdown for unknown reason; shutdown for unknown reason
    event 32 :: plugin & has been successfully initialized & rds; rdp; termsrv; remote; multi-user
    event 33 :: plugin & failed to initialize & rds; rdp; termsrv; remote desktop; multi-user
    event 34 :: not accepting log ons; not accepting log on & setup; remote desktop services
    event 36 :: error occurred when transitioning from & session; in response to & errorcode; connect; arbitration; csm
    event 37 :: invalid state transition from
    event 39 :: session & has been disconnected by session
    event 40 :: session & has been disconnected reason code
    event 41 :: begin session arbitration; end session arbitration
    event 43 :: windows subsystem has taken too long to process
    event 54 :: session manager received system shutdown
    event 59 :: called & session control; winstation & from; caller
    event 65 :: connection rdp-tcp & created
    event 66 :: connection rdp-tcp; the connection & was assigned to session
    event 72 :: interface method called
    event 97 :: rdp protocol component & detected an error & 0x; protocol stream
    event 98 :: tcp connection has been successfully established
    event 99 :: tcp connection & failed & established; could not; rdpcorets
    event 100 :: server has confirmed that the client s multi-transport; confirmed & multi-transport capability
    event 102 :: server has terminated main rdp connection
    event 103 :: disconnect reason is
    event 104 :: client timezone is; client time zone is
    event 129 :: server is listening on tcp; server is listening on udp; server is listening for tcp; server is listening & binding
    event 130 :: server has initiated a multi-transport request
    event 131 :: server accepted a new
    event 132 :: channel & has been connected between the server and the client
    event 135 :: multi-transport connection finished for tunnel
    event 138 :: multi-transport & failed; error & server; tunnel; udp
    event 139 :: server security layer detected an error
    event 140 :: connection from the client computer with an ip address & failed because the user name or password
    event 141 :: perfcounter session started
    event 142 :: tcp socket read operation failed; socket read operation failed
    event 143 :: tcp socket write operation failed; socket write operation failed
    event 145 :: server has not sent data or graphics update
    event 148 :: channel & has been closed between the server and the client
    event 153 :: tls version; negotiated tls & rdpcorets; rdp server
    event 162 :: client supports version & rdp graphics; graphics protocol; rdpegfx
    event 169 :: client operating system type is
    event 226 :: encountered when transitioning from; an error was encountered when transitioning
    event 1024 :: clientactivex is trying to connect; rdp clientactivex & trying to connect
    event 1025 :: clientactivex has connected; rdp clientactivex & has connected
    event 1026 :: clientactivex has been disconnected
    event 1027 :: connected to domain & with session
    event 1028 :: server supports ssl
    event 1029 :: base64 & sha256; username
    event 1031 :: error while disconnecting; error occurred while disconnecting & activex; client
    event 1102 :: client has initiated a multi-transport connection
    event 1103 :: client has established a multi-transport connection
    event 1104 :: multi-transport & result; attempt
    event 1105 :: multi-transport connection has been disconnected
    event 200 :: met connection authorization policy requirements; met connection authorization policy & therefore authorized to access; authorized to access the rd gateway
    event 300 :: met resource authorization policy requirements; met resource authorization policy & therefore authorized to connect; authorized to connect to
    event 258 :: listener & has started working; has started listening
    event 259 :: listener & has stopped working; stopped listening
    event 260 :: listener & failed while listening; failed & rdp-tcp; error code
    event 1136 :: rd session host server role is not installed
    event 1158 :: remote desktop services accepted a connection
    event 1011 :: remote session from client; remote desktop client & temporary license & expired
    event 20503 :: shadow view session started
    event 20504 :: shadow view session stopped; shadow view session ended
    event 20506 :: shadow control session started
    event 20507 :: shadow control session stopped; shadow control session ended
    event 4624 :: an account was successfully logged on
    event 4634 :: an account was logged off
    event 4648 :: log on was attempted using explicit credentials
    event 4767 :: user account was unlocked
    event 4768 :: kerberos authentication ticket & requested
    event 4769 :: kerberos service ticket was requested
    event 5152 :: windows filtering platform has blocked a packet
    event 5157 :: windows filtering platform has blocked a connection
    event 5156 :: windows filtering platform has permitted a connection
    event 6037 :: can not resolve the target name; program & target name & local computer; authenticate locally
    event 40960 :: security system detected an authentication error; security system detected an attempted downgrade
    event 40961 :: security system could not establish a secured connection
    event 8003 :: wlan autoconfig service has successfully disconnected; successfully disconnected from a wireless
    event 8001 :: wlan autoconfig service has successfully connected; successfully connected to a wireless
    event 12013 :: wireless 802.1x authentication failed
    event 10001 :: network disconnected & category & name
    event 10000 :: network connected & category & name
    event 4227 :: tcp ip failed to establish an outgoing connection & endpoint; local; port
    event 4202 :: network adapter & was disconnected from the network; has been disconnected from the network
    event 7040 :: start type of the & service was changed & remote desktop; termservice
    event 7011 :: timeout; time-out & was reached while waiting for a transaction response & termservice; remote desktop; sessionenv; umrdpservice; terminal
    event 7011 :: service; dienst & did not respond to the start or control; hung on starting; failed to start; terminated with the following error; depends on & remote desktop; termservice; umrdpservice; sessionenv; tssdis; terminal
    ?event 1014 :: name resolution for the name & timed out; none of the configured dns servers
    ?event 4101 :: display driver & stopped responding
    event 9009 :: desktop window manager has exited; desktop window manager has encountered; dwm & exited with code
    event 243 :: desktop heap allocation failed; desktop heap & exhaust; failed; full
    ?event 2004 :: low virtual memory condition; resource exhaustion
    ?event 1111 :: driver & required for printer & is unknown
    message slow logon :: winlogon notification subscriber & taking long time; took; gpclient; profiles; sens; trustedinstaller
    message slow logon :: bitte warten auf; please wait for; veuillez patienter; espere & group policy; user profile service; gpsvc; gruppenrichtlinie; benutzerprofildienst; applying; winlogon
    subject shadowing :: shadow & error; group policy setting; not configured to allow; permission; version of windows running; mstsc; denied; interrupted; consent; failed
    subject shadowing :: spiegeln; spiegelung; remoteuberwachung & sitzung; fehler; rdp; remotedesktop
    message RemoteApp program :: remoteapp; remote program; remoteapps & not in the list of authorized; not on the list; not published; could not be found; can not be found; can t find; is not available; file was not found; application could not be started
    message RemoteApp program :: not in the list of authorized programs
    message RemoteApp program :: remoteapp-programm; programme remoteapp; programa remoteapp & liste; autoris; lista; nicht
    message workspace :: workspace; workspaces; webfeed; feed & couldn t find; can t find; could not find; not found; no workspaces; associated with; couldn t download; could not download; couldn t refresh; failed to subscribe; unsubscribe; couldn t subscribe; no resources; empty & email address; remote; avd; virtual desktop; windows app; rdweb; feed; cloud computer
    message workspace :: remoteapp and desktop connection; work resources & error; could not; couldn t; update; failed; can t
    message port listening :: 3389 & listening; listen_; abhoren; ecoute; escucha & 0.0.0.0; 127.0.0.1; tcp6; netstat; findstr; lsof; localport; ss_
    subject stuck sessions :: no user exists for; no session exists for; benutzer ist nicht vorhanden fur
    subject stuck sessions :: could not log off session; could not logoff session; could not reset session; could not disconnect session; error resetting session; error logging off
    NTSTATUS 0xC000018D :: test-computersecurechannel & false; broken; fail
    subject Entra :: azureadjoined; azureadprt; workplacejoined; domainjoined & no_; yes; error; 0x
    subject profile :: group policy client & failed the log on; service failed the log on
    subject profile :: can t log on to your account; can not log on to your account; log on to your account & temporary; log off; sign out; files
    subject NPS :: radius & invalid radius client; client; shared secret; authenticator; ip address & message was received; invalid; mismatch; not valid; not configured; malformed
    subject NPS :: ests_token_error; request_missing_code; azuremfa; access rejected; access challenge & nps; mfa; cid; extension; radius
    subject licensing :: licensing diagnoser; lsdiag; licenses are not available for the remote desktop; number of licenses available for clients; number of rds cals; number of ts cals
    subject licensing :: license server; licensing server & not activated; activate; terminal server license servers group; domain policy; overused
    subject firewall :: just-in-time; jit access; network security group; security group & rdp; 3389; remote desktop; mstsc
    subject certificate :: sslcertificatesha1hash; win32_tsgeneralsetting
    message smart card certificate :: smart card; smartcard; smartkarte; chipkarte; carte a puce; tarjeta inteligente; smart-card; cartao inteligente; karta inteligentna; karty inteligentnej; smartcardcertificaat; смарт-карт; 智能卡; 智慧卡; スマート カード; 스마트 카드 & certificate; certificates; zertifikat; certificat; certificado; certificato; certyfikat; сертификат; 证书; 憑證; 証明書; 인증서 & no valid; not valid; no certificates; not found; could not; can not; kein; nicht; aucun; pas; ningun; no se; nessun; non; nao; nie; не на; не уда; 找不到; 没有; 無; 见; せん; 없
    message smart card certificate :: 找不到有效的证书; 找不到有效的憑證; no valid certificates found; no valid certificates were found; 有効な証明書が見つかり & 卡; card; カード; 卡片
    mstsc 0x10A :: scard_e_no_service; smart card resource manager is not running; scardsvr & not running; stopped
    mstsc 0x20A :: scard_e_no_readers_available; scard_e_reader_unavailable
    mstsc 0x30A :: scard_e_no_smartcard; scard_w_removed_card
    mstsc 0x1C07 :: scard_w_wrong_chv; scard_w_chv_blocked
    ?subject licensing :: exactly 60 minutes; after 60 minutes; exactly one hour; after an hour; after one hour; every 60 minutes & terminal server; rds; session host; kicked; logged off; logged out; signed out
    """
}
