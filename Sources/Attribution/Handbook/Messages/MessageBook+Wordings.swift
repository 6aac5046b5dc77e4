extension MessageBook {
  /// More wordings of Japanese and Korean, beside those of their own tables.
  static let easternWordings = """
    subject licensing :: デスクトップライセンスに問題; ライセンスに問題; ライセンスの問題; ライセンスプロトコルエラー; ライセンスプロトコルのエラー; ライセンス認証プロトコル; ライセンスエラー; ライセンスプロトコル & セッション; リモート; 切断; 接続
    mstsc 0xB09 :: ネットワークレベル認証; ネットワークレベルの認証 & サポートしていない; サポートしていません; サポートされていません; 対応していません & 必要; 要求
    subject sleep :: 閉じ; 閉める; 蓋を; ふたを & ノート; ラップトップ; パソコン & リモート; セッション; rdp
    subject session limits :: 人までしか; 人しか; 名までしか & サーバー; リモート; セッション; 接続
    message another user :: 選択したユーザー; 別のユーザー; 他のユーザー; ほかのユーザー & 切断されます; 切断され; サインアウト & 続行; 選択; サインインしています; サインイン中
    extended 0x5 :: 同じユーザー; 同じアカウント; 同じログイン & 追い出; 切断; 切られ; 落とされ
    message ping answered :: 通る; 通ります; 通って; 応答 & リモートデスクトップ; リモート接続 & 接続できま; 接続できな; つながらな; 繋がらな; つながりま
    subject name resolution :: コンピューター名; ホスト名; マシン名; 名前 & アドレスなら; アドレスでは; アドレスだと; アドレスで & つなが; 繋が; 接続
    mstsc 0x300000C :: ゲートウェイ & アドレス & 到達; 正しくあり; 正しくな; 間違
    mstsc 0x3000007 :: ゲートウェイ & 証明書 & 期限; 失効
    extended 0x5 :: 같은 계정; 같은 사용자; 동일한 계정; 동일 계정 & 튕; 끊; 쫓겨; 로그아웃
    message another user :: 다른 사용자 & 로그인; 로그온 & 계속하면; 계속할 경우; 연결이 끊어집; 연결을 끊
    subject Entra :: 계정이 이 디바이스; 계정이 이 장치; 이 디바이스를 사용할 수 없도록; 이 장치를 사용할 수 없도록
    mstsc 0xB09 :: 네트워크 수준 인증 & 지원하지 & 필요; 요구
    subject sleep :: 노트북 & 닫; 덮 & 원격; rdp; 세션
    subject name resolution :: 컴퓨터 이름; 호스트 이름; 이름으로 & 아이피로; 주소로 & 원격; 접속; 연결
    mstsc 0x3000007 :: 게이트웨이 & 인증서 & 만료; 해지
    mstsc 0x300000C :: 게이트웨이 & 주소 & 연결할 수 없; 잘못; 올바르지
    """

  /// More wordings of languages in Latin letters, beside those of their own tables.
  static let westernWordings = """
    NTSTATUS 0xC000005E :: controleur de domaine & ne peut pas contacter; impossible de contacter; ne peut pas joindre; n a pas pu contacter; pas pu joindre & demande d authentification; systeme; ouverture de session; nla; distant
    mstsc 0xB09 :: authentification au niveau du reseau & ordinateur ne prend pas en charge; ordinateur ne la prend pas; n est pas prise en charge par votre
    mstsc 0x3000007 :: certificat & passerelle & expire; revoque
    mstsc 0x300000C :: adresse & passerelle & injoignable; incorrect; inaccessible
    subject remote desktop off :: windows 11 famille; windows 10 famille; edition famille; windows famille & distance; rdp; distant
    message another user :: autre utilisateur & connecte; session ouverte & si vous continuez; sera deconnecte
    extended 0x5 :: meme utilisateur; meme compte; meme identifiant & ejecte; deconnecte; vire; expulse
    subject name resolution :: par son nom; avec le nom; par le nom; nom de la machine; nom d hote & ip & rdp; distance; distant
    subject session limits :: mode de vidage; mode de drainage; mode drain
    subject sleep :: ferme mon portable; fermer le portable; ferme le capot; ferme l ecran; referme le portable & distance; distant; rdp; session
    event 39 :: session & a ete deconnectee par la session
    mstsc 0xB09 :: autenticacion a nivel de red & su equipo no admite; equipo no es compatible; no la admite; no es compatible
    NTSTATUS 0xC000005E :: controlador de dominio & no puede ponerse en contacto; no pudo ponerse en contacto; no se puede contactar; no puede comunicarse & autenticacion; inicio de sesion; sistema; remot
    mstsc 0x3000007 :: certificado & puerta de enlace; gateway & expirado; caducado; revocado; ha expirado
    mstsc 0x300000C :: direccion & puerta de enlace & no se puede; incorrect; inaccesible
    message another user :: otro usuario & sesion iniciada; ha iniciado sesion; conectado & si continua; si continuas; se desconectara; sera desconectado
    extended 0x5 :: mismo usuario; misma cuenta; mismo login & echa; expulsa; desconecta; saca
    subject name resolution :: nombre del equipo; nombre de equipo; por nombre; nombre del servidor; por el nombre; nombre de host & ip & rdp; remot; escritorio; mstsc
    subject stuck sessions :: qwinsta; query session; query user & desc; desconectad; colgad & no se van; no puedo; siguen; demasiadas
    subject session limits :: modo de purga; modo de drenaje
    subject sleep :: cierro el portatil; cierro la tapa; cerrar la tapa; cierro la laptop & remot; rdp; sesion
    mstsc 0xB09 :: autenticazione a livello di rete & non supporta; non e supportata; non la supporta
    NTSTATUS 0xC000005E :: controller di dominio & impossibile contattare; non e possibile contattare; non riesce a contattare & autenticazione; accesso; sistema; remot
    mstsc 0x3000007 :: certificato & gateway & scaduto; revocato
    mstsc 0x300000C :: indirizzo & gateway & raggiungibile; non corretto; errato
    message another user :: altro utente & connesso; effettuato l accesso; collegato & se si continua; se continui; verra disconnesso; sara disconnesso
    extended 0x5 :: stesso utente; stesso account; stesse credenziali & butta fuori; butto fuori; sbatte fuori; disconnette; buttato fuori; caccia
    subject name resolution :: con il nome; per nome; col nome; nome del computer; nome host & ip & rdp; remot
    subject sleep :: chiudo il portatile; chiudo il coperchio; chiudo lo schermo & remot; rdp; session
    mstsc 0xB09 :: verificatie op netwerkniveau; authenticatie op netwerkniveau & niet door uw computer; niet ondersteund; ondersteunt niet
    NTSTATUS 0xC000005E :: domeincontroller & geen contact; niet bereik; geen verbinding; kan niet & verificatie; aanmeld; systeem; extern
    mstsc 0x3000007 :: certificaat & gateway; bureaublad-gateway & verlopen; ingetrokken
    mstsc 0x300000C :: adres & gateway; bureaublad-gateway & niet bereikbaar; onjuist
    message another user :: andere gebruiker & aangemeld & doorgaat; als u doorgaat; wordt verbroken
    extended 0x5 :: dezelfde gebruiker; hetzelfde account; zelfde account & gooit; eruit; verbroken; uitgelogd
    subject name resolution :: op naam; computernaam; met de naam; hostnaam & ip & rdp; extern; remote
    subject sleep :: laptop dicht; klap mijn laptop; deksel & rdp; extern; sessie
    mstsc 0xB09 :: uwierzytelniania na poziomie sieci; uwierzytelnianie na poziomie sieci & nie obsluguje; nie jest obslugiwan
    mstsc 0x3000007 :: certyfikat & bramy & wygas; odwolan; uniewaz
    message another user :: inny uzytkownik & zalogowany & kontynuowa; bedziesz kontynu; zostanie rozlaczony; kontynuujesz
    extended 0x5 :: ten sam uzytkownik; to samo konto; tego samego konta; tym samym loginem; tego samego uzytkownika & wyrzuca; wywala; rozlacza
    subject name resolution :: po nazwie; nazwa komputera & ip & rdp; zdaln; pulpit
    subject sleep :: zamykam laptop; zamkne laptop; zamykam klape; zamknieciu laptopa; zamknieciu klapy & rdp; zdaln; pulpit; sesj
    subject profile :: profilu tymczasowego; profil tymczasowy; profilem tymczasowym
    subject session limits :: tryb oprozniania; trybie oprozniania; trybu oprozniania; tryb opruzniania; tryb drenowania; tryb drain; trybie drain
    credssp.account_restricted :: benutzerkontobeschrankung; kontobeschrankung; benutzerkontoeinschrankung; kontoeinschrankung; tageszeitliche beschrankung; beschrankung des benutzerkontos
    mstsc 0x3000007 :: zertifikat & remotedesktopgateway; rd-gateway; gatewayserver; gateways & abgelaufen; gesperrt; widerrufen
    mstsc 0x300000C :: adresse & remotedesktopgateway; gatewayserver & nicht erreichbar; falsch; nicht richtig; ungultig
    mstsc 0xB09 :: authentifizierung auf netzwerkebene & computer nicht unterstutzt; nicht unterstutzt wird; von ihrem computer nicht
    message another user :: anderer benutzer & angemeldet & fortfahren; wird er getrennt; wird dessen; wird die verbindung
    extended 0x5 :: selbe benutzer; selben benutzer; gleichen benutzer; gleichen konto; selben konto & rausgeworfen; wirft; rausgeschmissen; fliegt raus; schmeisst
    message another user :: another user; other user; someone else; somebody; someone & signed in; logged on; logged in & if you continue; they ll be disconnected; will be disconnected; do you want to
    mstsc 0x3000022 :: remote desktop gateway server; rd gateway server & reached its maximum allowed; reached its maximum; maximum allowed connections
    message gateway service down :: gateway service & is shutting down; has stopped; was stopped; stopped unexpectedly; not running
    message gateway service down :: remotedesktopgateway; rd-gateway; passerelle des services; puerta de enlace de escritorio & dienst; service; servicio & beendet; gestoppt; arrete; detenido; heruntergefahren
    subject inspection :: antivirus; kaspersky; eset; avast; bitdefender; sophos & encrypted connection; ssl scan; tls inspection; https scan; conexoes criptografadas; conexiones cifradas; connexions chiffrees; verschlusselte verbindung; verschlusselter verbindung; polaczen szyfrowanych & rdp; mstsc; remot; erro interno; error interno; internal error; interner fehler
    subject name resolution :: by name; computer name; hostname; host name; with the name & ip_; ip address; by ip & works; fine; connects; ok & rdp; remote desktop; mstsc; connect
    message another user :: outro usuario; outro utilizador & conectado; sessao iniciada; entrou; ligado & se voce continuar; se continuar; sera desconectado; sera desligado
    extended 0x5 :: mesmo usuario; mesma conta; mesmo utilizador & derruba; desconecta; cai; expulsa; chuta
    subject licensing :: erro no protocolo de licenciamento; erro de protocolo de licenciamento; problema no protocolo de licenciamento; erro no protocolo de licenca & sessao; remot; computador
    mstsc 0xB09 :: autenticacao no nivel da rede; autenticacao ao nivel da rede; autenticacao em nivel de rede; autenticacao no nivel de rede & nao tem suporte; nao da suporte; nao suporta; nao e suportad; nao oferece
    mstsc 0x3000007 :: certificado & gateway & expirou; revogado; expirado
    subject freezes :: fica parada; tela parada; imagem parada; congelada; imagem congela; so o mouse; ecra parado; ecra congelado; imagem bloqueada & remot; rdp; rds
    subject name resolution :: pelo nome; nome do computador; com o nome; nome da maquina & ip & rdp; remot
    subject sleep :: fecho o portatil; fecho o notebook; fecho a tampa; fechar a tampa; fechar o notebook & remot; rdp; sessao
    subject session limits :: modo de drenagem; modo de descarga; modo drain & sess; serv; remot
    """
}
