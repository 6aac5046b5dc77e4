extension MessageBook {
  /// Dialogs that give no reason, and texts that say where the reason stands.
  static let dialogs = """
    message session ended :: remote desktop services session; remote desktop session; remote session; terminal services session; rdp session; your session ended because & has ended; ended; has been ended; was ended; has been disconnected; was disconnected; has been terminated; was terminated; terminated; is over
    message session ended :: remotedesktopdienste-sitzung; remotedesktopdienstesitzung; remotedesktop-sitzung; remotedesktopsitzung; remotesitzung; remotedesktopdienste & wurde beendet; beendet; wurde getrennt; ist beendet
    message session ended :: session des services bureau a distance; session bureau a distance; session a distance; services bureau a distance & terminee; a pris fin; s est terminee; a ete fermee; deconnectee; est terminee
    message session ended :: sesion de servicios de escritorio remoto; sesion de escritorio remoto; sesion remota; servicios de escritorio remoto & finaliz; termin; ha finalizado; se cerro; se desconecto; desconectad
    message session ended :: remote desktop; remote connection; remotedesktopverbindung; connexion bureau a distance & disconnected your session; has been disconnected; session was disconnected; has disconnected
    message connection lost :: connection was lost; connection has been lost; connection is lost; connection lost; lost the connection; lost connection; lost its connection; lost my connection; connection dropped; connection was dropped; connection was interrupted; connection has been interrupted; connection was broken & remote; rdp; session; computer; host; server; desktop; reconnect
    message connection lost :: the connection was lost; the connection has been lost; connection has been lost; the connection to the remote computer was; connection to the remote computer was lost; connection to the remote computer was broken
    message connection lost :: verbindung ging verloren; verbindung verloren; verbindung wurde unterbrochen; verbindung unterbrochen; verbindung wurde getrennt; verbindung abgebrochen; verbindung ist abgebrochen; verbindung zum remotecomputer; verbindung zum remotedesktop & remote; sitzung; verbindung wurde; verloren; remotecomputer; remotedesktop; rdp
    message connection lost :: connexion a ete perdue; connexion perdue; connexion interrompue; connexion a ete interrompue; perte de connexion; connexion rompue
    message connection lost :: se perdio la conexion; perdio la conexion; conexion perdida; se ha perdido la conexion; conexion interrumpida; se interrumpio la conexion; conexion se ha interrumpido
    message connection lost :: 接続が失われました; 接続が切断されました; 接続が中断されました
    message session ended :: セッションは終了しました; セッションが終了しました; セッションが切断されました & リモート デスクトップ; リモートデスクトップ
    message cannot connect :: oops; couldn t connect; could not connect; can t connect; something went wrong; unable to connect & remote computer; to the remote; remote desktop; rdp; workspace; cloud computer; cloud computers; windows 365
    message cannot connect :: an error occurred; unexpected error & remote computer that you want to connect; while connecting to the remote; during the remote desktop; remote desktop connection
    message cannot connect :: can t connect to the remote computer; can not connect to the remote computer; couldn t connect to the remote computer; could not connect to the remote computer & try connecting again; contact; later
    mstsc 0x204 :: make sure; verify; ensure & remote computer; computer; pc_ & turned on; powered on & network; remote access; enabled
    message security error :: because of a security error; due to a security error; aufgrund eines sicherheitsfehlers; wegen eines sicherheitsfehlers; erreur de securite; error de seguridad; セキュリティ エラー
    message session table :: sessionname; sitzungsname; nom de session; nombre de sesion; セッション名 & username; benutzername; utilisateur; usuario; ユーザー名 & state; status; etat; estado; 状態
    message session table :: rdp-tcp; console; rdp tcp & disc_; active; aktiv; listen; conn_; getr; abhor; actif; activo; 65536 & services; console
    message ping answered :: ping; pings; pingable; pinging; icmp & rdp; remote desktop; 3389; mstsc; remotedesktop & not; can t; fails; but; no_; aber; nicht; mais; pero; refused; unable; won t; ohne & works; ok; fine; answers; answered; responds; replies; reply; reachable; successful; succeeds; geht; funktioniert; fonctionne; funciona; responde; repond; antwortet; can ping; ping him; ping it; ping the
    ?message ping answered :: ping; pings & but; not; aber; nicht; can t; mais; pero & rdp; remote desktop; remotedesktop; 3389; bureau a distance; escritorio remoto
    ?subject session limits :: session; sessions; users; sitzung & terminate; terminated; logged out; logged off; signed out; ended; end after; disconnect & after & 5; 10; 15; 30; 60; minutes; hours; hour
    ?subject session limits :: locked; lock screen; lock; gesperrt; sperrbildschirm; verrouille; bloquead & disconnect; disconnects; disconnected; trennt; getrennt; deconnect; desconect; closes & minute; minutes; seconds; sekunden; 60; minuten; after; nach
    ?subject stuck connecting :: takes; slow; long time; very long; minute; minutes; ages; dauert; langsam; lente; lento; tarda & connect; connection; connecting; log on; logging; verbindung; verbinden; anmeldung; connexion; conexion; conectar & first; forever; before; until; initial; sehr lange; minuten; minutes; seconds
    credssp.account_restricted :: administrator has limited; administrator has restricted; administrateur systeme a limite; administrateur systeme a restreint; administrador del sistema ha limitado; administrador del sistema ha restringido; systemadministrator hat & type of log on; types of log on; computers; logon types; anmeldetyp; anmeldetypen; computer; ordinateurs; types d ouverture; tipos de inicio; equipos; times; zeiten; heures; horas
    NTSTATUS 0xC000005E :: domain controller; domanencontroller; controleur de domaine; controlador de dominio; controller di dominio; domeincontroller; kontrolerem domeny; контроллером домена; ドメイン コントローラー; 域控制器 & not be contacted; t be contacted; not available; unavailable; unreachable; not reachable; nicht kontaktiert; nicht erreich; contacte; contactar; contattare; contact; связаться; 接続でき; 联系; 連絡 & nla; network level authentication; authentifizierung auf netzwerkebene; au niveau du reseau; nivel de red; log on; ネットワーク; 网络级别; на уровне сети
    ?message cannot connect :: can not connect; could not connect; unable to connect; fails to connect; will not connect; won t connect & no error; without error; no message; unknown error; unexpected error; generic
    mstsc 0x3000010 :: rpcrt4
    mstsc 0x106 :: enough virtual memory; out of virtual memory; low on virtual memory; insufficient memory; nicht genugend virtueller; nicht genugend arbeitsspeicher; memoire virtuelle; memoria virtual; 仮想メモリ & this computer; your computer; computer can t; computer does not; close your other; ihr computer; ordinateur; equipo; コンピューター
    extended 0x6 :: remote computer; server; host & low on memory; ran low on memory; out of memory; low on virtual memory; low on server resources
    subject certificate :: verify the identity of the computer; verify the identity of the server; verify the identity of the remote; identitat des computers
    subject auto-reconnect :: attempt 1 of; attempt 2 of; attempt 3 of; attempt 4 of; attempt 5 of; versuch 1 von; tentative 1 sur; intento 1 de; of 20
    ?subject auto-reconnect :: attempting to reconnect; trying to reconnect; trying to reconect; trying to restore; reconnecting; reconectando; reconnexion; wird wiederhergestellt & attempt; session; remote; rdp; disconnected; connection
    mstsc 0x3 :: admin_; admin has; administrator & ended this session; ended the session; has ended this
    credssp.account_restricted :: restringiu o tipo de logon; restringiu o tipo de inicio; limitou os computadores; restringiu os computadores; restringido el tipo de inicio; restringido los tipos; limitado los equipos; limite les types; restreint le type; restreint les types; limite le type; limitato i tipi di accesso; limitato il tipo di accesso; anmeldetyp & administr; eingeschrankt
    credssp.account_restricted :: 限制了可以使用的登录类型; 限制了登录类型; 限制了您可以使用的登录; 限制了你可以使用的登录; 已限制登入類型; 限制您可以使用的登入; 로그온 유형을 제한; 로그온 형식을 제한; 限制了可以登录的计算机; ограничил тип входа; ограничил типы входа; системный администратор ограничил
    credssp.access_denied :: session demande est refuse; acces a la session; session access is denied; zugriff auf die sitzung; acceso a la sesion
    credssp.access_denied :: n est pas autorise pour la connexion a distance; pas autorise a se connecter a distance; pas autorise a ouvrir une session a distance; nicht berechtigt sich remote; nicht zur remoteanmeldung; keine berechtigung zur remoteanmeldung; no esta autorizad para iniciar sesion
    credssp.access_denied :: need the right to log on; right to log on remotely; right to log on; must be granted the allow log on; need to be granted this right; granted this right; permissions to log on remotely & remote; terminal
    SEC_E 0x80090304 :: autorita di sicurezza locale; autoridade de seguranca local; urzedem zabezpieczen lokalnych; autorite de securite locale; autoridad de seguridad local; lokale sicherheitsautoritat; lokale sicherheitsinstanz; локальной системой безопасности; локальными средствами безопасности
    extended 0x101 :: серверы лицензирования; сервер лицензирования; licentieservers; serwery licencji; servidores de licencias; serveurs de licences; lizenzserver & keine; отсутствуют; нет; geen; brak; no hay; aucun; nao ha; disponibles; verfugbar; beschikbaar; dostepn
    mstsc 0xB06 :: data encryption; datenverschlusselung; chiffrement des donnees; cifrado de datos; criptografia de dados; crittografia dei dati; gegevensversleuteling; szyfrowania danych; encriptacao de dados & error; fehler; erreur; errore; erro; fout; bled; blad
    mstsc 0xB06 :: шифрования данных; шифровании данных; 数据加密; 資料加密; 데이터 암호화; データの暗号化; データ暗号化
    message port open :: tcptestsucceeded true
    message port open :: tcptestsucceeded true & remoteport; computername & test-netconnection; remoteaddress; sourceaddress
    message ping answered :: pingsucceeded true & tcptestsucceeded false
    message ping answered :: tcp connect to & failed & ping succeeded; pingsucceeded true
    subject broker :: connection broker & validate the settings; settings specified
    negotiation.ssl_not_allowed :: enhanced rdp security & not allowed
    subject MTU :: ping & l 14; l 13; l 12; s 14; s 13; l 1 & fail; fragment; timed out; no reply; lost; not get through
    subject adapter power saving :: connectivity state in standby
    extended 0x4 :: total log on time limit; log on time limit & reached; exceeded; over
    mstsc 0xD07 :: too many log on attempts; too many password change attempts & account has been locked; been locked
    SEC_E 0x80090304 :: lsa_; local security authority & can not be contacted; not be contacted; unreachable
    mstsc 0x300001B :: gateway; rdgw; tsgateway & rap_; rap policy; resource authorization polic; this resource & not authorized; not allowed; denied; not met; authorized
    mstsc 0x300001C :: gateway; rdgw; tsgateway & cap_; cap policy; connection authorization polic & not authorized; not allowed; denied; not met; blocks
    message connection file :: rdp file is corrupt; rdp file is damaged; connection file is corrupt; rdp-datei ist besch; fichier rdp est corrompu; archivo rdp est
    AVD SessionHostDeallocated :: remote computer is starting; cloud computer is starting; desktop is starting; session host is starting; virtual machine is starting & wait; minute; connect; again
    mstsc 0x204 :: not enabled; is disabled; switched off & turned off; switched off; is off & network; not available; not reachable & remote; reasons
    message connection lost :: disconnected due to network error
    message cannot connect :: rdesktop & unable to connect
    subject licensing :: client access license & could not be upgraded; upgraded or renewed
    message GNOME certificate :: grdctl & tls certificate tls key
    mstsc 0x204 :: tcptestsucceeded & false
    mstsc 0x204 :: tcp connect to & failed & 3389; rdp
    ?subject black screen :: black screen; black window; screen is black; screen stays black; blackscreen; 黒画面; 黒い画面; 黑屏; черный экран; schwarzer bildschirm; only cursor; cursor only; showing cursor
    subject remote desktop off :: listener state & not listening
    ?subject licensing :: kicked; disconnected; disconnects; logged off; signed out; abgemeldet; getrennt; deconnect; desconect; 断开 & exactly 60 minutes; exactly one hour; 60 minutes; every hour; genau 60 minuten; 60 minuten; jede stunde; 60 min
    ?subject session limits :: kicked; disconnected; disconnects; logged off; signed out; bumped off; kicks; abgemeldet; deconnect & exactly; after 2 hours; after 4; after 5 hours; after 8 hours; same time; every hour; 60 minutes; hours
    ?subject UDP :: 24h2; 25h2; kb5051987; kb5053598 & kicks; kicked; throws; about a minute; one minute; disconnect; freeze; freezes; drops; 65 seconds; seconds; hangs; frozen
    ?subject freezes :: frozen; freezes; freeze; einfriert; friert; stays frozen; подвисает; зависает; подвисание; 卡; 卡顿; 固まる & rdp; remote; session; screen; bildschirm; vm_; picture; azure; сеанс; рдп; 远程; リモート
    ?subject Entra :: azuread; entra id; entra join; entra-join; microsoft entra; aad_; azure ad; aad joined; entra joined; pku2u; work account; microsoft 365 & log on; credential; credentials; joined; local group; global user; password; rdp; remote
    subject Entra :: no such global user or group; there is no such global user
    subject Entra :: log on method you re trying; log on method you are trying; work email address & isn t allowed; not allowed; joined; try using
    subject licensing :: licentieprotocol; licensing protocol; 授权已过期; 授权时间已经过期; 授权过期; 许可证过期; 许可证已过期; 許可證已過期; клиентская лицензия; клиентской лицензии; client license stored; gespeicherte clientlizenz; lizenz wurde geandert
    extended 0x101 :: kein remotedesktop-lizenzserver; kein lizenzserver; karenzzeit; karenzfrist; aucun serveur de licences; nessun server licenze; geen licentieserver & remotedesktop; remote; bureau; desktop; abgelaufen; verfugbar; disponible; disponibile; beschikbaar
    message connection lost :: connexion avec l ordinateur distant; connexion a l ordinateur distant; connexion au bureau a distance; conexion con el equipo remoto; conexion remota; collegamento al computer remoto & perdue; interrompue; rompue; perdid; interrumpid; persa; interrott
    mstsc 0x3000032 :: non ha ricevuto alcun input; nessun input; keine eingaben; keine eingabe; aucune entree; aucune saisie; ninguna entrada; no recibio ninguna; geen invoer; nao recebeu nenhuma entrada; 入力がなかった; 入力を受信; не получил; 未收到任何输入; 没有收到任何输入
    subject session limits :: numero limitato di connessioni; limitato di connessioni; anzahl der verbindungen; nombre de connexions; numero de conexiones; numero de conexoes; aantal verbindingen; 连接数 & limitat; begrenzt; beschrankt; limite; limitad; beperkt; 限制; computer; server
    credssp.access_denied :: droit de vous connecter via; droit d ouvrir une session; derecho a iniciar sesion; diritto di accedere; recht sich uber remotedesktopdienste; recht zum anmelden uber; recht om u aan te melden
    SEC_E 0x8009030D :: credentials supplied to the package were not recognized; credentials supplied to the package; fournies au package; an das paket ubergebenen; proporcionadas al paquete; パッケージに渡された資格情報; 提供给程序包的凭据; fornite al pacchetto
    ?event 1074 :: who; wer; qui; quien; why did & rebooted; reboot; restarted; restart; shut down; neu gestartet; redemarre; reinicio & server; host; terminal; computer; last night; sessions
    ?message connection lost :: bricht ab; abbruch; bricht weg; trennt sich; wird getrennt; se deconnecte; se desconecta; disconnects; disconnecting; gets disconnected; drops; 切断; 切れる; 断开; 断线; 掉线; отключается; разрывается
    ?subject network :: ごとに; ごと; 分ごと & 切断; 切れる; 落ちる
    ?message cannot connect :: connection failed; failed to connect; can not reach; connection fails; connecting fails; verbindung fehlgeschlagen; connexion echouee; echec de connexion; fallo la conexion; conexion fallida & rdp; remote desktop; mstsc; remotedesktop; bureau a distance; escritorio remoto
    ?subject remote desktop off :: windows 11 home; windows 10 home; home edition; edition home; familiale; version home; windows home & rdp; remote; escritorio remoto; bureau a distance; remotedesktop
    ?subject saved credentials :: saved; remember; remembered; gespeichert; enregistre; guardad; 記憶; 保存 & password; credential; kennwort; mot de passe; contrasena; パスワード; 密码 & always; asks; ask; again; every; prompt; fragt; demande; pide; immer; toujours; siempre; 毎回
    subject Entra :: enablerdsaadauth; rdstls_result; rdsaad
    subject certificate :: despite these certificate errors; certificate errors; zertifikatfehler; trotz dieser zertifikat; erreurs de certificat; errores de certificado; 証明書エラー
    subject auto-reconnect :: reconnecting; reconectando; reconnexion en cours; 再接続中 & attempt; of 20; von 20; de 20; sur 20
    extended 0x5 :: session was replaced; another connection was made; another connection to the remote; connected from another; session has been taken over; taken over by another & session; remote; rdp; replaced; computer
    message cannot connect :: connection failed to establish; remotedesktopverbindung kann nicht hergestellt; problem connecting to the remote resource; not establish a connection to the remote; not connect to the remote resource; verbindung konnte nicht hergestellt werden & rdp; freerdp; remote; remotedesktop; remotedesktopverbindung
    mstsc 0x104 :: remote computer could not be found; remote computer can not be found; specified remote computer could not be found; computer name could not be found
    subject session limits :: number of allowed connections exceeded; number of connections was exceeded; maximum number of connections was exceeded; allowed connections exceeded
    credssp.access_denied :: requested session can not be accessed; does not permit you to log on interactively; not permit you to log on; lokale richtlinie dieses systems; strategie locale de ce systeme; directiva local de este sistema
    SEC_E 0x80090322 :: target account name is incorrect; zielkontoname ist ungultig; zielkontoname ist falsch; nom du compte cible; nombre de la cuenta de destino
    mstsc 0x2604 :: incompatible version of the client; incompatible client version; client version is too old
    mstsc 0x204 :: most likely causes for this error; remote connections might not be enabled
    message workspace :: feed; workspace; remoteapp and desktop; radc; webfeed; subscri & error; failed; could not; can t; not load; problem; unable & rd web; rdweb; feed; workspace url; remoteapp
    message connection lost :: disconnected from; verlorene verbindung; lost connection & rdp; remmina; remote; vdi
    event 1035 :: listener stack was down; listener stack is down
    event 1036 :: session host server session creation failed; terminal server session creation failed
    subject broker :: clustering failed; session directory & redirect; alternate; initialize; termservice; failed
    AVD ConnectionFailedNoHealthyRdshAvailable :: sessionhostunhealthy; session host isn t ready; session host is not ready; session hosts are unhealthy; host isn t ready
    subject licensing :: license; licenses; lizenz; licence; licencia & could not be renewed; be renewed; provided an invalid; an invalid license; problem with your license; was modified; has been modified
    extended 0x101 :: bureaublad-licentieservers; desktop-lizenzserver; bureaublad-licentieserver
    subject protocol error :: protokollfehler; protocolfout; erreur de protocole
    message session ended :: 会话已结束; 会话已断开; 工作階段已結束; 세션이 종료되었 & 远程桌面; 遠端桌面; 원격 데스크톱
    ?subject stuck sessions :: closes connection; unexpected closed; unexpectedly closed; disconnection; closes & after log on; after rdp log on; after 1 sec; after 1 second; after a second; after greeting; after log on greeting; greeting
    """
}
