extension MessageBook {
  /// What people say in words of their own: a thing and what is wrong with it.
  static let concepts = """
    credssp.account_restricted :: account; konto; benutzerkonto; compte; cuenta; アカウント & lock; gesperrt; verrouill; bloquead; ロック; disabled; deaktiviert; desactive; deshabilitad; 無効; expired; abgelaufen; expire; expirad; caducad
    ?credssp.account_restricted :: locked out; lockout; ausgesperrt
    credssp.password_expired :: password; kennwort; mot de passe; contrasena; パスワード & expired; abgelaufen; expire; expirad; caducad; 期限; must be changed; must change; geandert werden; doit etre; debe cambiar; cambiar la contrasena; 変更する必要
    subject password :: user name or; username or; benutzername oder; nom d utilisateur ou; nombre de usuario o; ユーザー名または & password; kennwort; mot de passe; contrasena; パスワード
    ?subject password :: password; kennwort; credential; anmeldeinformation; mot de passe; informations d identification; contrasena; credenciales; パスワード; 資格情報 & wrong; incorrect; reject; not accept; refus; falsch; abgelehnt; faux; rechazad; 正しくありません; 間違; not work; bad; invalid; asks; asking; ask for; prompt; fragt; demande; pide; again and again
    ?subject password :: authentication fail; authentication error; log on fail
    ?subject password :: azuread; entra id; entra join; microsoft account; upn; domain user; local account; user name; username & log on; format; prefix; fails; password; rdp
    ?subject certificate :: certificate; cert_; zertifikat; certificat; certificado; 証明書 & expired; abgelaufen; expire; expirad; caducad; 期限; warning; warnung; avertissement; advertencia; 警告; self-signed; selbstsigniert; auto-signe; autofirmado; untrusted; invalid; ungultig; replace; renew; erneuern; renouvel; renovar; 更新; thumbprint; issued; incorrect; revocation; error; fehler
    ?subject licensing :: license; licenses; licensing; cal_; cals_; lizenz; lizenzen; licencia; licencias; ライセンス & expired; server; mode; grace; no_; per user; per device; not found; missing; temporary; abgelaufen; keine; aucune; ninguna; ありません; revoked; issue
    ?subject idle timers :: idle; inactiv; inaktiv; leerlauf; アイドル; unused; not touched; not used; do nothing; does nothing for; doing nothing; not doing anything; away from keyboard; nichts tue; ne fais rien; sin actividad; nicht benutz & disconnect; drop; kick; lost; lose; timeout; time out; times out; minute; minuto; minuten; hour; stunde; getrennt; abgebrochen; deconnect; desconect; 切断
    ?extended 0x3 :: idle; inactivity; leerlauf & policy; gpo; group policy; time limit; limit; maxidletime
    ?subject session limits :: max idle time; maxidletime; session time limit; end session when time limits; max disconnect; maximum session; session length; limit & gpo; policy; rds; rdp; remote; session
    subject session limits :: connection count; number of connections; connections limit; connection limit; session count & exceeded; too high; reached
    ?subject session limits :: only one; only 1; only have one; only have 1; one rdp; multiple rdp; multiple session; multiple user; multiple connection; multiple people; multiple concurrent; second; simultaneous; concurrent; mehrere; nur eine; plusieurs; varias; 同時 & rdp session; session; sitzung; users; connection; セッション
    subject session limits :: maximum number; maximale anzahl; nombre maximal; numero maximo; 最大数 & connection; verbindung; connexion; conexion; session; sitzung; sesion; user; benutzer; 接続
    ?subject network :: disconnect; drop; unstable; unreliable; cuts out; cut off; flaky; bricht; abbruch; abbruche; trennt; getrennt; deconnect; deconnexion; coupe; coupure; desconect; desconexion; se corta; corta; se cae; 切断; 切れる & random; every few; every; constant; keeps; keep_; intermittent; repeatedly; frequent; all the time; standig; immer wieder; alle; regelmassig; dauernd; sans arret; toutes les; regulier; sans cesse; cada; constante; aleatori; 頻繁; 何度も; 数分; several times; many times
    ?subject network :: wifi; wireless; packet loss; paketverlust; perte de paquets; perdida de paquetes; latency; jitter; crackl; choppy; hotspot; lte_; 4g_; 5g_; mobile data; starlink; satellite; roaming
    ?network.latency :: latency; lag_; lags; laggy; slow; langsam; lent_; lenteur; lento; 遅い; typing lag
    ?subject freezes :: freez; froze; hangs; hanging; stutter; friert; eingefroren; hangt; einfrier; fige; gele_; congela; cuelga; フリーズ; 固まる; 止まる; unresponsive screen
    ?subject black screen :: black screen; blackscreen; blank screen; black window; goes black; stays black; turns black; is black; only black; just black; shows black; schwarzer bildschirm; bildschirm schwarz; bleibt schwarz; wird schwarz; ecran noir; pantalla negra; pantalla en negro; 黒い画面; 画面が黒; 真っ黒; white screen; grey screen; gray screen
    ?subject sleep :: sleep; asleep; standby; hibernat; ruhezustand; energiesparmodus; schlafmodus; mise en veille; en veille; veille; suspension; suspend; スリープ; wake; aufwach; lid_; zugeklappt
    ?subject MTU :: mtu; mss; pmtu; fragment; fragmentation; ping -f; df bit; jumbo; ping f l; ping m do
    ?subject VPN :: vpn; openvpn; wireguard; anyconnect; globalprotect; forticlient; ipsec
    ?subject firewall :: firewall; nsg; security group; port forwarding; port forward; port_; ports; pare-feu; cortafuegos; ファイアウォール; nat_ & 3389; 3387; 3392; blocked; block; open; allow; allowed; closed; forwarding; rule; rules; regel; change; changed; listening; custom; windows; bloque; bloqueado
    ?subject firewall :: from outside; from the internet; over the internet; not internet; only works on lan; works on lan; inside the lan; external; von aussen; depuis l exterieur; desde fuera & rdp; remote; works; not; can t; nicht; only
    ?subject firewall :: change; changed; listening; custom; andern; geandert; changer; cambiar & port_; ports & rdp; remote desktop; remotedesktop; bureau a distance; escritorio remoto; 3389
    ?subject firewall :: websocket; rdp ws; 3387; 3392
    ?subject inspection :: zscaler; netskope; palo alto; tls inspection; ssl inspection; deep inspection; https scanning; decryption; web filter; ssl decrypt; fortigate & inspection; tls; ssl; zscaler; netskope; scanning; proxy
    ?subject inspection :: zscaler; netskope; ssl inspection; tls inspection; deep packet
    ?subject idle timers :: session ttl; nat timeout; tcp timeout; idle timeout; session timeout; conntrack; keepalive; keep alive; keep-alive; load balancer
    ?subject Kerberos :: kerberos; ntlm; protected users; spn_; kdc; domain controller; domanencontroller
    ?subject NLA :: nla; network level authentication; userauthentication; credssp & disable; enable; turn; registry; gpo; required; supported; error; without; off
    ?subject TLS versions :: tls; ssl; cipher; schannel & 1.0; 1.1; 1.2; 1.3; disabled; disable; suite; suites; version; versions; old; common; mismatch; unsupported; handshake; iis crypto; hardening
    ?subject UDP :: udp; shortpath; multitransport; rdpeudp; fclientdisableudp
    ?subject graphics :: h.264; h264; avc; avc444; remotefx; codec; gpu; graphics; grafik; video driver; display driver; picture; display; bild; image; imagen; 画面 & fail; error; broken; artifact; artefact; glitch; flicker; garbled; corrupt; distort; wrong; crash; problem; issue; disable; slow; blurry; pixelat; fehler; verzerrt; flackert; 花屏; 乱れ
    ?subject graphics :: artifacts; artefacts; glitch; garbled; pixelated; 花屏
    ?subject stuck sessions :: session stuck; sessions stuck; session is stuck; sessions are stuck; session got stuck; session gets stuck; stuck session; stuck sessions; stuck rdp; stuck user; stuck in; stuck disconnected; user stuck; users stuck; is stuck; hung; ghost; zombie; orphaned; can not log off; will not log off; hangt; bloque & session; sitzung; sesion; log off; logoff
    ?subject stuck sessions :: reset; kill; terminate; end_; clear & rdp session; user session; session & cmd; command; remotely; powershell; another user; id_; hung; by_
    ?subject stuck sessions :: logoff; log off; abmelden; deconnecter; cerrar & force; forced; forcer; erzwingen; disconnected; stuck; getrennte; another user; remotely
    ?subject saved credentials :: credential guard; remoteguard; saved credential; saved password; save password; stored credential; credential manager & rdp; remote; mstsc; guard; not; ask; saved
    ?subject remote desktop right :: remote desktop users; remotedesktopbenutzer; utilisateurs du bureau a distance; usuarios de escritorio remoto; リモート デスクトップ ユーザー; allow log on through; not authorized; nicht autorisiert; user right; rights assignment
    ?subject remote desktop off :: enable; turn on; activate; aktivieren; activer; habilitar; activar; 有効; disabled; deaktiviert; stopped; not running; start; restart & remote desktop; rdp; termservice; remotedesktop; bureau a distance; escritorio remoto; リモート デスクトップ & registry; powershell; remotely; cmd; command; service; how; stopped; not running; psexec; gpo; disabled; via; wie; comment; como
    ?subject name resolution :: dns; host name; hostname; fqdn; netbios; nslookup; name resolution; resolves; resolve & rdp; remote; old; wrong; not; can t; doesn t; ip; address; only; fails
    ?subject auto-reconnect :: reconnect; reconnecting; reconnects; auto-reconnect; wiederherstellen; wiederhergestellt; reconnexion; reconectar; reconectando; 再接続 & attempt; automatically; loop; versuch; tentative; intento; 試み; every; keeps; of 20; von 20; sur 20; trying
    ?mstsc 0x204 :: can not connect; could not connect; unable to connect; will not connect; does not connect; not connecting; can not rdp; unable to rdp; can not remote; keine verbindung; verbindet nicht; ne peut pas se connecter; impossible de se connecter; no puede conectar; no se puede conectar; no conecta; 接続できません; 接続できない & remote; rdp; remotedesktop; remotecomputer; bureau a distance; ordinateur distant; escritorio remoto; equipo remoto; リモート
    ?mstsc 0x204 :: ping & not rdp; no rdp; rdp fails; rdp does not; rdp not; not remote; rdp can not
    ?subject name resolution :: with ip; by ip; via ip; using ip; ip address; per ip; avec l ip; por ip & name; hostname; fqdn; nom_; nombre
    ?mstsc 0x104 :: find; finden; trouver; encontrar; encuentra; 見つかりません; can t be found; not found; nicht gefunden; introuvable & computer; ordinateur; equipo; コンピューター; host & remote; rdp; remotedesktop; bureau a distance; escritorio remoto; リモート
    ?mstsc 0x1C07 :: smart card; smartcard; chipkarte; carte a puce; tarjeta inteligente & pin
    ?subject encryption oracle :: credssp; encryption & oracle; orakel; oraculo; remediation; patch; update; updates; kb_; cve
    ?subject internal error :: internal error; interner fehler; erreur interne; error interno; 内部エラー; 内部エラー
    ?subject client crash :: mstsc; remote desktop connection; windows app; rdp client & crash; closes itself; stopped working; abgesturzt; sturzt ab; plante; se cierra
    server.terminated :: termsrv; termservice; rdpcorets; remote desktop services & crash; faulting; access violation
    """
}
