extension MessageBook {
  /// Texts of the Windows client, the Windows App and its relatives on other systems.
  static let client = """
    mstsc 0x108 :: couldn t connect in the amount of time
    mstsc 0x304 :: connection was lost due to a network error; connection was lost because of a network error
    message cannot connect :: this computer can t connect to the remote computer & contact the owner of the remote computer
    mstsc 0x408 :: computer name contains invalid characters
    mstsc 0x1D07 :: time or date difference between your computer; uhrzeit- oder datumsunterschied; difference d heure ou de date; diferencia de hora o fecha
    mstsc 0xE09 :: doesn t support restricted administration; restricted administration mode
    mstsc 0xE09 :: restricted admin mode & support
    mstsc 0xF08 :: credentials may not be sent; connection will not be made because credentials
    mstsc 0xE06 :: doesn t support fips; fips encryption level
    mstsc 0xA07 :: specified username does not exist; specified user name does not exist; user does not exist
    mstsc 0x10A :: smart card service is not running
    mstsc 0x20A :: smart card reader was not detected; no smart card reader is detected
    mstsc 0x30A :: no card inserted; no smart card is available
    mstsc 0x40A :: error has occurred in the smart card subsystem
    mstsc 0xC08 :: decompression failure; could not decompress; dekomprimierungsfehler; echec de la decompression
    mstsc 0x708 :: another console session on the remote; console session in progress
    mstsc 0x2604 :: client and server versions do not match
    mstsc 0x1008 :: low on video resources
    mstsc 0x1107 :: limited the computers you can log on; limited the computers
    mstsc 0x1007 :: restricted the times during which you may
    mstsc 0x1307 :: restricted the types of log on
    mstsc 0x1407 :: user2user
    mstsc 0x2507 :: couldn t auto-reconnect to your applications
    mstsc 0x2000001 :: failed to reconnect to the remote program
    mstsc 0x2000002 :: does not support remoteapp; doesn t support remoteapp
    mstsc 0xB09 :: requires network level authentication which your computer does not support; requires network level authentication nla which your computer
    credssp.account_restricted :: account is currently disabled; account currently disabled; account is disabled; account restriction; account restrictions
    credssp.account_restricted :: limited the computers you can log on; restricted the types of log on; restricted the times during which
    credssp.account_restricted :: account & of rdp server; on the rdp server & locked; disabled; expired
    credssp.password_expired :: password of the account; password for the account & expired
    credssp.access_denied :: log on method you re trying to use isn t allowed; method you are trying to use isn t allowed; log on method you re trying to use
    credssp.access_denied :: requested session access is denied; requested access to the session is denied
    credssp.access_denied :: permission to log on through; not granted the log on type; not been granted the requested log on type
    subject saved credentials :: use of saved credentials to log on; gespeicherten anmeldeinformationen; gespeicherte anmeldeinformationen; informations d identification enregistrees; credenciales guardadas; 保存された資格情報
    subject saved credentials :: saved credentials & not allow; not allowed; not permitted; does not work; did not work
    subject saved credentials :: credential guard & does not allow; not allow; saved
    Kerberos 14 :: encryption type requested is not supported by the kdc; has no support for encryption type; etype not supported; encryption type not supported
    ?Kerberos 37 :: time on; time of; clock of; clock on; clock is; clocks are; uhrzeit; uhr geht; systemzeit; heure du; hora del; reloj del & off; behind; ahead; wrong; differ; fast; slow; late; falsch; weicht; nach; vor; decale; avance; retard; atrasad; adelantad & log on; log-on; kerberos; password; anmeld; connect; rejected; refused; credentials; connexion; sesion
    ?event 4199 :: duplicate ip; ip conflict; ip address conflict; address conflict; same ip address; ip twice; doppelte ip; ip-adresskonflikt; adresskonflikt; conflit d adresse; conflicto de direccion; conflicto de ip
    Kerberos 37 :: clocks on the client and server machines are skewed; clock skew too great; clock skew; time skew; zeitabweichung; decalage d horloge
    Kerberos 24 :: preauthentication failed; pre-authentication failed; pre-authentication information was invalid
    Kerberos 6 :: client not found in kerberos database
    Kerberos 7 :: server not found in kerberos database
    Kerberos 18 :: credentials have been revoked; client s credentials have been revoked
    subject Kerberos :: can t find kdc; can t contact any kdc; unable to reach any kdc; kdc unreachable; no credentials cache found
    NTSTATUS 0xC000005E :: can t contact a domain controller to service; no log on servers available; keine anmeldeserver; anmeldeserver nicht verfugbar; aucun serveur d acces; aucun serveur d ouverture de session; no hay servidores de inicio de sesion; ログオン サーバーがありません; ログオン要求を処理できる
    NTSTATUS 0xC000018D :: trust relationship between this workstation; vertrauensstellung zwischen dieser; relation d approbation entre; relacion de confianza entre; ワークステーションとプライマリ ドメイン; 信頼関係に失敗
    Win32 1787 :: doesn t have a computer account for this workstation; kein computerkonto fur diese
    SEC_E 0x80090303 :: specified target is unknown or unreachable; angegebene ziel ist unbekannt
    SEC_E 0x8009030E :: no credentials are available in the security package
    extended 0x3 :: idle time-out; idle time out; idle limit; wegen inaktivitat; pour inactivite; en raison de l inactivite; por inactividad; アイドル状態のため & session; sitzung; remotedesktopsitzung; sesion; remote; セッション
    mstsc 0x3 :: administrator & logged you off; ended your session; disconnected you; closed your session
    subject network :: connection was lost; connection is lost; verbindung ging verloren; verbindung verloren; verbindung wurde unterbrochen; connexion a ete perdue; se perdio la conexion; perdio la conexion & network; netzwerk; reseau; red_
    extended 0x5 :: autre personne s est connecte; otra persona se conecto; andere person hat sich & distant; remoto; remote; ordinateur; equipo; remotecomputer
    subject session limits :: trop d utilisateurs; demasiados usuarios; ユーザーが多すぎ
    extended 0x3 :: idle over its time limit; session has been idle; about to time out & idle; session is idle
    extended 0x5 :: another user is logged on; another user is currently logged on & disconnected; continue
    extended 0x5 :: because another user connected; lost because another user; replaced by another connection
    extended 0x5 :: weil eine andere verbindung mit dem remotecomputer; weil sich ein anderer benutzer; otro usuario ha iniciado sesion; otro usuario inicio sesion; autre utilisateur a ouvert une session; autre connexion a ete etablie
    mstsc 0x3 :: logged off by administrator; logged off by an administrator; ended by the administrator; terminated by administrator; terminated by an administrator; disconnected by administrator; disconnected by an administrator; ended by an administrator; vom administrator getrennt; vom administrator beendet; par l administrateur; por el administrador; 管理者によって
    mstsc 0x3 :: remote computer ended the connection; remote computer has ended the connection; ordinateur distant a mis fin a la connexion; equipo remoto finalizo la conexion; remotecomputer hat die verbindung beendet; リモート コンピューターにより接続が終了; リモート コンピューターが接続を終了
    subject session limits :: too many users & logged on; disconnect
    subject session limits :: select a user to disconnect
    subject session limits :: only one; only 1; only have one; only have 1 & remote session; rdp session; remote desktop session; user can; concurrent
    subject licensing :: licensing mode; will stop working in & remote desktop; session host; rds
    subject licensing :: client access license; client license & modified; mismatched; changed; can t issue; unable to issue; expired; invalid
    subject licensing :: license server; licensing server & not found; not available; unavailable; no_; unreachable; can not; could not; available
    subject licensing :: no license server
    subject licensing :: lizenzserver; serveur de licences; servidor de licencias; ライセンス サーバー
    subject licensing :: grace period; karenzfrist; 120-day; 120 day & license; licensing; rds; rd_; rdp; remote; terminal; expired
    extended 0x102 :: client access licenses available; no client access licenses; keine remotedesktop-clientzugriffslizenzen; aucune licence d acces client; no hay licencias de acceso de cliente; クライアント アクセス ライセンスがない
    extended 0x102 :: clientzugriffslizenzen & keine; nicht verfugbar
    extended 0x101 :: keine lizenzserver; 使用できるリモート デスクトップ ライセンス サーバーが; 利用可能なライセンス サーバーがない; no license servers available to provide
    subject client crash :: has stopped working; stopped working; is not responding; funktioniert nicht mehr; a cesse de fonctionner; dejo de funcionar; 動作を停止しました; crashes; crashed; crashing & mstsc; remote desktop connection; rdp client; remotedesktopverbindung; connexion bureau a distance; conexion a escritorio remoto; windows app; リモート デスクトップ接続
    subject client crash :: faulting application & mstsc; msrdc; wfreerdp
    server.terminated :: faulting application & termservice; termsrv; rdpcorets; svchost
    subject stuck connecting :: configuring remote session; configuring remote desktop; securing remote connection; initiating remote connection; estimating connection quality; loading the virtual machine; remotesitzung wird konfiguriert; remoteverbindung wird gesichert; remoteverbindung wird initiiert; verbindungsqualitat wird geschatzt; configuration de la session distante; securisation de la connexion; estimation de la qualite de connexion; configurando sesion remota; protegiendo la conexion remota; estimando la calidad de la conexion; リモート接続をセキュリティで保護; リモート セッションを構成; 接続品質を推定
    subject stuck sessions :: please wait for the; bitte warten auf; 待ちください & group policy; local session manager; user profile service; remote desktop services
    message slow logon :: please wait for the; bitte warten auf; 待ちください & group policy; local session manager; user profile service; remote desktop services
    message slow logon :: preparing windows; applying group policy; applying user settings; applying computer settings; applying your personal settings; windows wird vorbereitet; preparation de windows; preparando windows & stuck; hangs; forever; ages; minutes; long; slow; minuten; hangt; bleibt; dauert
    message slow logon :: please wait for the remote desktop configuration; wait for the remote desktop configuration
    subject black screen :: please wait for the remote desktop configuration; wait for the remote desktop configuration
    ?subject stuck sessions :: close; disappear; vanish; disconnect; exit; logs off; kicked & immediately; right after; straight after; instantly; directly after; sofort nach; after entering; after typing & log on; password; credential; anmeldung; without error; no error
    ?message xrdp no X server :: xrdp & close; disconnect; exit; kicked; crash & immediately; right after; after log on; after entering; instantly; session
    subject certificate :: certificate & not trusted; untrusted; isn t trusted; couldn t be verified; can t be verified; has changed; mismatch; different name; doesn t match; wrong name; does not match; not match; nicht vertrauenswurdig; stimmt nicht uberein; ungultig; geandert; non approuve; ne correspond pas; no es de confianza; no coincide
    subject certificate :: match the name given in the certificate; do you trust the above certificate
    subject certificate :: server name on the certificate; revocation check could not; publisher of this remote; publisher can not be identified; herausgeber dieser remoteverbindung; editeur de cette connexion
    subject certificate :: fingerprint; host key & changed; differs; mismatch; not match; trust
    subject password :: check your username and password; check your user name and password
    subject password :: username or password; user name or password & incorrect; wrong; invalid; not correct; try again; not valid
    """
}
