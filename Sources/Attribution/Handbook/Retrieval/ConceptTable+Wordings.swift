extension ConceptTable {
  /// More of what people say for what the other tables name: how a fault is told in half sentences, in
  /// tickets and in chats.
  static let wordings = """
    address: ip address; adresse ip; ip-adresse; direccion ip; indirizzo ip; ipアドレス
    byip: ip direct; direct ip; type the ip; type in the ip; put in the ip; enter the ip; use the ip; ip instead; only the ip; only ip; ip is ok; ip is fine; ip ok; ip fine; ip goes; ip connects; the numbers; numeric address; nur die ip; nur ip; ip-adresse klappt; ip-adresse geht; ip geht; ip klappt; avec ip; l ip marche; la ip si; ip si; ip entra
    hostname: via name; its name; full name; netbios; computername; uber namen; uber den namen; mit namen; servernamen; servername; par nom; le nom; por nombre; por su nombre; el nombre; 名前だと; ホスト名だと
    wakekey: press a key; press any key; presses a key; pressed a key; tap a key; hit a key; jiggle; wiggle; move the mouse there; moves the mouse there; press the power; presses the power; wake it; taste drucken; appuyer sur une touche; pulsar una tecla; キーを押
    sleep: move the mouse there; press the power; presses the power; wake it; goes to bed; en veille; dort_; schlaft; eingeschlafen; en suspension; duerme; se duerme; スリープ; 休眠
    nic: network card; network adapter; network interface; nic_; lan adapter; wifi adapter; ethernet adapter; usb ethernet; lan card; netzwerkkarte; netzwerkadapter; wlan-adapter; carte reseau; carte wifi; tarjeta de red; adaptador de red; ネットワークアダプタ; ネットワークカード; 网卡
    powersave: power saving; save power; saves power; energy saving; energy efficient; power down; powers down; powers off; switches itself off; switches off; turns off; turned off to; power management; energiespar; economie d energie; ahorro de energia; 省電力; 節電
    slow: way after; show up after; appear after; a second later; seconds after; a second behind; tardy; dauert ewig; dauert lange; dauert zu lange; ewigkeit; eternite; tarda mucho; eternidad; prend des heures; tres lent; muy lent; 時間がかか; とても遅い; 反応が遅い; もたつ
    reach: never connects; never connect; never gets through; not get through; plus de connexion; plus d acces; kein zugang; kein fernzugriff; kein rdp; nicht moglich; nicht mehr rein; sin acceso; no hay conexion; no se conecta; ne se connecte; 繋がらない; つながらない; 入れない; can not get into; gives up
    drop: taken over; takes over; took over; is over; thrown off; throw off; throw him off; throw each other; gets thrown; get thrown; flogen; flog_; geflogen; fliegen; rausfliegen; deconnecte; deconnectes; se desconectaron; desconectaron
    certificate: ssl cert; tls cert; wildcard; own cert; thumbprint
    install: install; put my; put our; put the; import; bind_; binding; replace; assign; apply; deploy; use our own; use my own; own cert; how to set; einspielen; einbinden; hinterlegen; austauschen; installer; remplacer; instalar; reemplazar; 差し替え; インストール
    license: 120 day; 120 days; 120 tage; 120 jours; 120 dias; grace period; kulanz; gnadenfrist; periode de grace; periodo de gracia; rds grace; 猶予期間
    expired: exhausted; used up; all used; aufgebraucht; zu ende; epuise; agotad; se acabo; termino; ran out; 終了した
    disabled: greyed; grayed; ausgegraut; grise_; grisee; atenuad; グレーアウト; no switch; switch is missing; missing switch; not switched on; not activated; nicht aktiviert; pas active; no esta activ; 有効になっていない; 有効ではない
    saved: no guarda; no se guarda; not save my; not save the; not save password; never saves; speichert; merkt sich; retient; n enregistre; no recuerda; save my password; ticked remember; remember me; 保存されない; 記憶
    screenlock: session locked; locked itself; locks itself; lock itself; locks after; locks every; locks all; locked again; sperrt sich; sperrt; se verrouille; verrouillage; se bloquea y pide; se bloquea la pantalla; ロックされる; ロックがかか
    inspect: scans tls; scans ssl; scanning tls; scanning ssl; ssl scan; tls scan; breaks ssl; breaks tls; mitm; ssl-inspection; tls-inspection; deep packet
    moving: video; youtube; animation; movie; film_; camera; videos; vollbildvideo
    crash: absturz; sturzt; plante; plantage; se ferme tout seul; se cierra solo; crashea; 落ちる; quits on its own; exits by itself
    otherdevice: colleague s laptop; colleague s computer; colleagues laptop; colleagues computer; coworker s laptop; her laptop; his laptop; another laptop; other laptop; another device; other device; second laptop; from another; wife s laptop; other tablet; anderen laptop; anderem rechner; anderen rechner; autre ordinateur; otro ordenador
    mydevice: my laptop; my computer; my machine; my notebook; my device; my tablet; meinem laptop; meinem rechner; mon ordinateur; mi ordenador; mi portatil
    atonce: en meme temps; al mismo tiempo; a la vez; zur gleichen zeit; zugleich; same second; in the same minute
    everyone: every session; all the sessions; all connections; all of our; each user; tous les utilisateurs; todos los usuarios; samtliche
    twice: 2 times; 2x_; second time; a second time; double log; double password; zwei mal; 2x kennwort; 2 fois; dos contrasenas; 2度
    overload: run out of memory; no memory left; memory full; ram full; speicher voll; arbeitsspeicher; festplatte voll; disk is full; disk full; cpu auf 100; memoria llena; disque plein
    shadow: with shadow; spiegel; spiegeln; remotesteuerung; prise de controle; observer la session; control remoto de
    sessionword: session; sitzung; sesion; セッション; 会话; 세션; сеанс
    mobile: ipad; iphone; android; tablet; smartphone; my phone; the phone; mobile phone; samsung; handy_
    appswitch: switch to; switch apps; switching apps; change app; another app; other app; in the background; lock the phone; lock my phone; home button; put the phone; answer a call; zu einer anderen app; app wechsel; changer d appli; cambio de app
    catchup: appears at once; all my typing; everything i typed; everything i clicked; all my clicks; at once; all at once; catches up; catch up; then jumps; jumps ahead; then continues; then goes on; then it goes on; then runs on; lauft dann weiter; lauft weiter; dann weiter; geht weiter; nachgeholt; puis repart; luego sigue; 追いつ; 一気に
    stucksession: reinitialiser la session; fermer une session; fermer la session; deconnecter une session; cerrar la sesion de; cerrar una sesion; sitzung zurucksetzen; sitzung eines; haengende sitzung; hangende sitzung; session won t; session can not be; can not be logged off; not be logged off; logging off; logoff of; log off of; nicht abmelden; impossible a fermer; no se puede cerrar; ログオフできない
    onlyone: at a time; at the same time; third; 3rd; both be on; on it together; share the; zwei admins; dritter; deux a la fois; dos a la vez
    sameuser: same account; we both use; both use the user; both use the same; both log; shared user; the user office; one user name; gemeinsamen benutzer; meme login; mismo login
    freeze: picture stops; image stops; screen stops; is stuck; clicking does nothing; clicks do not; standing still; can not click; bleibt hangen; hangengeblieben; hangt_; image figee; imagen parada; pantalla parada; 止まって; 動かない
    black: desktop is black; everything black; everything is black; no desktop; desktop does not appear; black desktop; black scrn; blackscrn; alles schwarz; todo negro; tout noir; 真っ暗
    idle: at lunch; during lunch; while i am at lunch; over lunch; lunch break; stepped away; left it; nicht am platz; beim essen; zu mittag; pendant le repas; 席を外
    wrong: mismatch; does not match; warnung; avertissement; advertencia; caution; zertifikatswarn; prompt comes up; 警告
    drop: die_; die after; dies after; bricht dauernd ab; bricht standig ab; rausgeworfen; 落とされ
    enable: aktiviert; freischalten; activer; 有効化
    right: may not; darf nicht; darf sich nicht; durfen nicht; not a member; n est pas membre; no es miembro; kein mitglied; メンバーではない
    expiredright: darf sich nicht; darf nicht; durfen sich nicht; n est pas autorise; no esta autorizado
    remotelogon: per remotedesktop anmelden; per rdp anmelden; uber remotedesktop anmelden
    kerberos: clock skew; time difference; clock difference; zeitdifferenz; uhrzeit; zeitabweichung; decalage horaire; ecart d heure; diferencia horaria; 時刻のずれ; 時刻がずれ
    onlyme: nur bei mir; just one user; only one user; others stay; all others; bei allen anderen; bei den anderen; tous les autres; todos los demas; 自分だけ; 私だけ; 只有我
    attack: brute force; bruteforce; guessing; failed logons; failed log ons; log on attempts from
    vmconsole: hyper-v; hyperv; vmconnect; virtuellem computer; virtuellen computer; enhanced session
    mtu: mtu_; mtu too; mtu zu; packet too big; fragmentation needed
    tunnel: localhost 13389; localhost; 127.0.0.1; ssh tunnel; ssh-tunnel; portweiterleitung; port forward over ssh; tunnel ssh; tunel ssh
    overload: 100 percent; at 100; cpu 100; 100 cpu; voll ausgelastet; cpu al 100; cpu a 100
    gateway: gateways; ゲートウェイ
    signedout: abmeldung; abgemeldet werden; automatische abmeldung; logged off automatically; auto log off; deconnexion automatique; cierre de sesion; 自動サインアウト; 自動ログオフ
    sleep: in s3; s3_; s4_; schlaf; falls asleep; einschlafen; dormant; se duerme
    drop: breaks_; breaks all; falling out; falls out; abbruche; verbindungsabbruche; coupures; coupure; i am disconnected; i get disconnected
    slow: rame_; painfully; huge delay; ruckel; ruckelt; input lag; laggt; langsamer; trage_
    onlyone: dos sesiones; dos usuarios; zwei benutzer; zwei sitzungen; two admins; more rdp sessions; multiple rdp; second user; max 2; mehr als 2; mehr als zwei; plus de deux
    logonword: anmeldung; einloggen; se connecter; al entrar; ログイン
    rdpword: rdp; remote desktop; remotedesktop; bureau a distance; escritorio remoto; desktop remoto; リモート デスクトップ; リモートデスクトップ; 远程桌面
    rdpservice: rdp service; rdp dienst; rdp-dienst; termservice; remotedesktopdienst; remote desktop service_; terminaldienst; service rdp; servicio rdp
    tempprofile: temp profile; temporary profile; temporares profil; temporaren profil; profil temporaire; perfil temporal; 一時プロファイル; 一時的なプロファイル
    disabled: lauft nicht; gestoppt; service down; not running; angehalten
    problem: fehlgeschlagen; schlagt fehl; echoue; echec; fallido; fallo_; falla_
    wrong: fehlgeschlagen
    reach: connexion impossible; impossible; connexion rdp impossible; reach remote; connect fails
    attack: log on attempts; many log on; so many log on; attempts from
    onlyme: except one; except me; except mine; except for one; bis auf einen; ausser mir; ausser bei mir; sauf moi; sauf un; excepto uno; excepto yo; menos uno
    initiate: verbindung wird hergestellt; connexion en cours; estableciendo conexion; 接続しています; 接続中
    freeze: hangen_; hangen bleib; hangengeblieb
    stucksession: wie abmelden; how to log off; how to reset; reset it from
    drop: logs me out; logged me out; logs us out; logs him out; signs me out; signed me out
    screenlock: locks screen; locks the screen; lock itself; screen lock
    initiate: configuration de la session; configuration de session; configurando la sesion; configurando sesion; sitzung wird konfiguriert; remotesitzung wird konfiguriert
    shadow: watch another; watch someone; watch somebody; watch other; view another; mitschauen; zuschauen; aufschalten; voir la session; ver la sesion
    hostname: with the name; by the name; the name fails; name fails
    remminaword: remmina
    catchup: everything happens at once; happens at once; dann alles auf einmal
    freeze: just stops; stops for; picture just stops; steht still
    slow: verzoger; lentis; lentiss; zah_; trage
    idle: nichtstun; nichts getan; nicht bewegt
    onlyone: just 2; just two; allows only; 2 remote; two remote; 2 sessions; mehr als einer; more than one person
    stucksession: nicht beenden; nicht schliessen; kill session; kill sessions
    rdpword: remote connections; remote connection
    allowuser: which group for; welche gruppe; quel groupe; que grupo; gruppe hinzufug; group membership
    saved: forgetting my; forgets my; forgets the; vergisst; oublie mon; olvida la
    artefacts: bildfehler; grafikfehler; pixelfehler; darstellungsfehler; artefacts a l ecran; fallos graficos
    onlyme: only for one; for one user only; einer einzigen; einem einzigen; sonst bei niemand; sonst niemand; sonst keiner
    everyone: alle rdp; alle sitzungen; whole company; entire company; ganze firma; toute l equipe; toda la empresa
    drop: waren weg; sind weg; auf einmal weg; plotzlich weg; war weg; ist weg
    reach: introuvable; nicht gefunden
    hostname: nom du; nom de la machine; computername
    wakekey: touches the mouse; wiggl; jiggl; bumps the mouse; bump the mouse; touches the mouse; touch the mouse; moves its mouse; maus bewegt; maus wackelt; bouge la souris; mueve el raton
    onlyme: just my laptop; just my computer; just this user; only this laptop; is affected everyone else; everyone else is fine; everybody else is fine
    catchup: in a rush; in one burst; burst; in a hurry; all comes at once; comes at once
    drop: breaks off; breaks down; cuts off; cuts out; cut off; bombs out; falls over; i am kicked; got kicked; gets kicked; throws us
    shadow: look at my session; see my session; look into my session; into his session; into her session; into their session; watch my screen; see my screen
    attack: trying passwords; tries passwords; try passwords; trying to log on all; trying to break in; break-in; hackers; hacker; from russia; from china; einbruchsversuch; password spray; passwoerter durchprobier
    stucksession: throw one out; throw somebody out; throw someone out; kick one out; kick somebody; kick someone; log somebody off; log someone off; log him off; log them off; who is logged on
    crash: quits by itself; quits; closes by itself; exits; disappears; vanishes
    mfa: authenticator; authenticator app; push; approve; approval; approving
    nps: authenticator; duo
    hours: hours no matter; after 8 hours; after 10 hours; after 12 hours; after eight hours
    byip: address with numbers; address with the numbers; 10 x; 192 168
    webclient: in the browser; in a browser; rdweb; html5; web access; web portal
    toggle: toggle; slider; the switch; switch is; checkbox; option is; button is; schalter; interrupteur; interruptor
    disabled: is grey; is gray; grey on; gray on; is locked by policy
    otherdevice: on the old phone; on the old laptop; on the old one; old phone; old laptop; old computer; old tablet
    mydevice: new phone; new laptop; new computer; new notebook; new tablet; the new one
    longaway: over the weekend
    """
}
