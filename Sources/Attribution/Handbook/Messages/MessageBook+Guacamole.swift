extension MessageBook {
  /// What Guacamole's page in the browser shows for each status code, by the words that only this code's
  /// text has, in the languages it is most used in.
  static let guacamole = """
    Guacamole 513 :: connection has been closed because the server is busy
    Guacamole 513 :: aufgrund hoher serverauslastung; car le serveur est occupe; porque el servidor esta ocupado & verbindung; connexion; conexion
    Guacamole 513 :: rejected this connection attempt because there are too many; aufgrund zu vieler bestehender verbindungen; car il y a trop de connexions ouvertes; porque hay muchas conexiones activas
    Guacamole 513 :: アクティブな接続が多すぎる; サーバーがビジー; サーバがビジー & 接続
    Guacamole 514 :: remote desktop; the server & taking too long to respond; is taking too long to answer & closed; guacamole
    Guacamole 514 :: abgebrochen da der entfernte computer nicht reagiert; aufgrund hoher latenz geschlossen; distant a mis trop de temps a repondre; le serveur met trop de temps a repondre; tardando mucho en responder
    Guacamole 514 :: 応答に時間がかかりすぎる & guacamole; リモートデスクトップ; 接続
    Guacamole 515 :: remote desktop server; the server & encountered an error and has closed the connection; encountered an error and closed the connection
    Guacamole 515 :: entfernte computer hat einen fehler hervorgerufen; serveur distant a rencontre une erreur; servidor de escritorio remoto encontro un error; el servidor encontro un error y ha cerrado
    Guacamole 515 :: リモートデスクトップサーバーでエラー; サーバーでエラーが発生し & 切断
    Guacamole 516 :: requested connection does not exist; angeforderte verbindung existiert nicht; connexion demandee n existe pas; conexion solicitada no existe; 指定された接続は存在しません
    Guacamole 517 :: concurrent access to this connection is not allowed; konkurrierender zugriff ist nicht gestattet; connexions multiples ne sont pas autorisees; acceso concurrente a la misma no; 同時アクセスは許可されていません
    Guacamole 519 :: remote desktop server is currently unreachable; remote desktop server does not appear to exist; remote desktop server is unreachable
    Guacamole 519 :: entfernte computer ist gegenwartig nicht erreichbar; entfernte computer ist nicht erreichbar; serveur distant est inaccessible; serveur distant est injoignable; 現在リモートデスクトップサーバーにアクセスできません
    Guacamole 520 :: remote desktop server is currently unavailable; remote desktop server is unavailable; remote desktop server is not available
    Guacamole 520 :: entfernte computer ist gegenwartig nicht verfugbar; entfernte computer ist nicht verfugbar; serveur distant est indisponible; servidor de escritorio remoto no esta disponible; リモートデスクトップサーバーは現在利用できません
    Guacamole 521 :: conflicts with another connection; conflicts with another session; einer anderen verbindung in konflikt; conflit avec une autre; hay conflicto con otra conexion; 他の接続と競合
    Guacamole 522 :: closed the connection because it appeared to be inactive; da sie als inaktiv erkannt wurde; car elle semblait etre inactive; porque parece estar inactivo; リモートデスクトップサーバーが停止しているため
    Guacamole 523 :: remote desktop server has forcibly closed; remote desktop server forcibly closed; forcibly closed the connection & remote desktop; desktop server; guacamole
    Guacamole 523 :: entfernte computer hat die verbindung geschlossen bitte kontaktieren; serveur distant a force la fermeture; servidor de escritorio remoto ha forzado el cierre; リモートデスクトップサーバーが強制的に
    Guacamole 769 :: log on failed please reconnect and try again; anmeldung fehlgeschlagen bitte versuchen sie es erneut & guac; verbindungsfehler; connection error
    Guacamole 769 :: permission to access this connection because you are not logged on; ohne anmeldung keine berechtigung; acceder a cette connexion car vous n etes pas connecte; acceder a esta conexion porque no ha iniciado
    Guacamole 771 :: denied access to this connection; permission to access this connection; access to this connection & if you require access; grant your account; add you; list of allowed users
    Guacamole 771 :: keine berechtigung auf diese verbindung; keine zugriffsberechtigung fur diese verbindung; permissions pour acceder a cette connexion; pas le droit d acceder a cette connexion; ha denegado el acceso a esta conexion; permiso para acceder a esta conexion
    Guacamole 771 :: この接続へのアクセスを拒否しました; この接続にアクセスする権限がありません & 管理者; 許可
    Guacamole 776 :: no response from your browser; keine aktive interkommunikation mit dem browser; pas de reponse de votre navigateur; no ha habido respuesta del navegador; respuesta desde el navegador; ブラウザからの応答
    Guacamole 797 :: limit for simultaneous connection; gleichzeitigen zugriffe & guac; verbindung; erreicht; individual user
    Guacamole 797 :: limite de connexion simultanee; limite de connexions simultanees; limite de conexiones simultaneas; 同時接続の使用制限
    Guacamole 512 :: internal error & within the guacamole; in the guacamole server; inside the guacamole
    Guacamole 512 :: internen fehlers im guacamole; erreur interne est apparue dans le serveur guacamole; error interno en el servidor guacamole; guacamoleサーバ内で内部エラー; サーバー内で内部エラー
    Guacamole 520 :: guacamole server is not accepting; guacamole server ist gegenwartig nicht verfugbar; serveur guacamole n accepte pas; servidor guacamole no esta aceptando
    message guacd browser :: guacamole server ist gegenwartig nicht erreichbar; serveur guacamole n est pas actuellement accessible; servidor guacamole no esta disponible; guacamole server appears unstable; connection to the guacamole server appears; verbindung zum guacamole-server ist nicht stabil; serveur guacamole est instable; servidor guacamole es inestable
    message port taken :: guacd & unable to bind; could not bind; address already in use
    message client parts :: guacd; guacamole & unable to load client plugin; could not load client plugin; libguac-client-rdp; plugin & load; not found; can not open; not installed
    message guacd unreachable :: guacd & connection did not succeed
    """

  /// What Set Error Info's reasons are described by: clients built on FreeRDP show it as it stands.
  static let errorInfo = """
    error info 0x01 :: disconnection was initiated by an administrative tool; disconnected by an administrative tool & another session
    error info 0x02 :: forced log off initiated by an administrative tool on the server; forced logoff; disconnection was due to a forced log off & administrative tool
    error info 0x03 :: idle session limit timer on the server; idle session limit timer has elapsed
    error info 0x04 :: active session limit timer on the server; active session limit timer has elapsed
    error info 0x05 :: another user connected to the server forcing; forcing the disconnection of the current
    error info 0x06 :: server ran out of available memory; ran out of available memory resources
    error info 0x07 :: server denied the connection & freerdp; rdp; remmina; errinfo; remote
    error info 0x09 :: insufficient access privileges; due to insufficient privileges & connect; user; server
    error info 0x0A :: does not accept saved user credentials; requires that the user enter their credentials for each
    error info 0x0B :: administrative tool on the server running in the user s session; administrative tool running in the user s
    error info 0x0C :: initiated by the user logging off; user logging off his or her session; user logging off their session
    error info 0x100 :: internal error & licensing component
    error info 0x101 :: license server & could not be found to provide; not be found to provide a license
    error info 0x102 :: no client access licenses & available for the target; target remote computer
    error info 0x103 :: invalid licensing message from the client; received an invalid licensing message
    error info 0x104 :: client access license & stored by the client has been modified; by the client has been modified; stored on the client has been modified
    error info 0x105 :: client access license & stored by the client is in an invalid format; in an invalid format
    error info 0x106 :: network problems have caused the licensing protocol; caused the licensing protocol to be terminated
    error info 0x107 :: client prematurely ended the licensing protocol; ended the licensing protocol
    error info 0x108 :: licensing message & incorrectly encrypted
    error info 0x109 :: client access license & could not be upgraded or renewed & stored by the client; by the client
    error info 0x10A :: not licensed to accept remote connections
    error info 0x10C9 :: unknown pdutype2
    error info 0x10CA :: unknown pdutype field
    error info 0x10CB :: out-of-sequence slow-path data pdu; out of sequence slow-path data pdu
    error info 0x10CD :: out-of-sequence slow-path non-data; out of sequence slow-path non-data
    error info 0x10CE :: control pdu & invalid action field
    error info 0x10CF :: input event & invalid messagetype; invalid eventcode
    error info 0x10D0 :: mouse event & invalid pointerflags
    error info 0x10D1 :: invalid refresh rect
    error info 0x10D2 :: failed to construct the gcc conference create response
    error info 0x10D3 :: processing during the channel connection phase; channel connection phase & failed
    error info 0x10D4 :: confirm active pdu & invalid shareid; wrong shareid
    error info 0x10D5 :: confirm active pdu & invalid originatorid; wrong originatorid
    error info 0x10DA :: not enough data to process a persistent key list
    error info 0x10DB :: persistent key list & pdu_first; prior persistent key
    error info 0x10DC :: persistent key list & larger than 262144
    error info 0x10DD :: persistent key list & invalid total number of keys
    error info 0x10DE :: not enough data to process input event; data to process a fast-path input
    error info 0x10DF :: not enough data & numinfoblocks; bitmap cache error
    error info 0x10E0 :: datasignature & fast-path input; not contain enough data
    error info 0x10E1 :: not enough data & virtual channel configuration; channel pdu header
    error info 0x10E2 :: not enough data to process control pdu; read a complete share control header; read a complete share data header; process font list pdu
    error info 0x10E3 :: suppress output & not enough data; is invalid
    error info 0x10E5 :: not enough data & lengthcombinedcapabilities; numbercapabilities
    error info 0x10E7 :: not enough data & capabilitysettype; lengthcapability
    error info 0x10E8 :: capability set & greater than the total length
    error info 0x10E9 :: pointercachesize & zero; not present
    error info 0x10EA :: capabilities received from the client & not accepted
    error info 0x10EC :: decompress a virtual channel pdu; bulk compressor
    error info 0x10ED :: invalid bulk compression package
    error info 0x10EF :: invalid mcs channel id
    error info 0x10F0 :: more than the maximum allowed 31; 31 static virtual channels
    error info 0x10F3 :: info_rail; only host remote applications
    error info 0x10F4 :: persistent key list & without including the prerequisite
    error info 0x10F6 :: offscreen bitmap cache error
    error info 0x10F7 :: drawninegrid cache error
    error info 0x112D :: graphics mode requested by the client is not supported; graphics mode & not supported by the server; session must end; has changed
    error info 0x112E :: server-side graphics subsystem failed to reset; graphics subsystem failed to reset
    error info 0x112F :: server-side graphics subsystem is in an error state; graphics subsystem & unable to continue; failed to initialize; error state
    error info 0x1134 :: virtual desktop size; desktop size & too large
    error info 0x1191 :: attempt to update the session keys; update session keys
    error info 0x1192 :: decryption using & failed & fips; rc4; session
    error info 0x1194 :: encryption using & failed & fips
    error info 0x17 :: winlogon & unexpectedly terminated; terminated unexpectedly; crashed & remote server; rdp; freerdp; session
    error info 0x18 :: csrss & unexpectedly terminated; terminated unexpectedly; crashed & remote server; rdp; freerdp; session
    error info 0x19 :: remote server is busy shutting down; server is shutting down & rdp; freerdp; errinfo; disconnect
    error info 0x1A :: remote server is busy rebooting; server is rebooting & rdp; freerdp; errinfo; disconnect
    error info 0x10 :: desktop window manager; dwm_ & crashed; unexpectedly terminated; terminated unexpectedly; failed & rdp; session; remote; freerdp
    """

  /// Boxes and lines of the clients and servers that are neither Windows' nor Guacamole's.
  static let otherPrograms = """
    subject saved credentials :: default credentials & does not allow; not allow; not allowed
    message xrdp no X server :: x server for display & startup timeout; timeout; did not start
    message xrdp no X server :: another xserver might already be active; xserver might already
    message xrdp session ended :: window manager & exited quickly; exited with
    message xrdp no X server :: xorg server closed connection
    credssp.access_denied :: terminalserverusers; tsusers; terminal server users & not; denied; no_
    message Remmina cannot connect :: remmina & refused the connection; server refused
    extended 0x5 :: disconnected by another session
    mstsc 0x108 :: timeout occurred while connecting to the host; timed out while connecting to the host & krdc; connections; remote; host
    mstsc 0x204 :: host may be offline; host is offline; could not be established with the specified host
    rdp.server_ultimatum :: server initiated disconnect; server-initiated disconnect
    negotiation.refused :: failed to negotiate protocol & rdp
    subject VMConnect :: virtual machine connection; vmconnect & error while attempting to connect; encountered an error; video remoting; lost
    mstsc 0x3 :: because an administrator ended; administrator ended it & session; connection
    """
}
