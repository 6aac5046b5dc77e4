extension MessageBook {
  /// Boxes retold by heart, lines of programs cut out of their logs, and what tickets quote of them.
  static let heard = """
    mstsc 0x204 :: remote access to the server; remotezugriff; acces a distance au serveur; acceso remoto al servidor; accesso remoto al server; acesso remoto ao servidor; externe toegang; リモート アクセス & not enabled; nicht aktiviert; pas active; no esta habilitado; non e abilitato; nao esta habilitado; niet ingeschakeld; 有効になって & turned off; ausgeschaltet; eteint; hors tension; apagad; spento; desligad; uitgeschakeld; 電源 & not available; not availible; not on network; nicht verfugbar; nicht im netz; pas disponible; no esta disponible; non e disponibile; nao esta disponivel; niet beschikbaar; 利用できない
    mstsc 0x104 :: pc が見つからない; pcが見つからない; コンピューターが見つからない; コンピュータが見つからない & リモート
    message firewall log :: drop tcp; drop udp; allow tcp & 3389
    subject Kerberos :: protected users & ip_; by ip; ntlm; restriction
    subject Kerberos :: remoteguard; remote credential guard; remote guard & fail; not work; needs; need; requires; denied
    mstsc 0x3000027 :: network access protection; netzwerkzugriffsschutz; protection d acces reseau; proteccion de acceso a redes
    subject VMConnect :: enhanced session mode; enhanced mode; erweiterter sitzungsmodus; erweiterten sitzungsmodus; mode de session etendu; modo de sesion mejorada; 拡張セッション & session; sitzung; sesion; hyper-v; grey; gray; not
    message guacd browser :: guacd & is not responding & disconnected; users remain
    subject Entra :: entra; azure ad; azuread; aad_ & joined & credential; credentials did not work; password; log on
    subject saved credentials :: credential guard & credentials did not work; saved password; saved ones; saved_
    extended 0x3 :: did not receive any input from you; didn t receive any input from you; keine eingaben von ihnen; aucune entree de votre part; no recibio ninguna entrada & ended; session; beendet; sesion
    NTSTATUS 0xC000015B :: has not been granted the requested log on type; not been granted the requested log on type at this computer; angeforderter anmeldetyp; type d ouverture de session demande
    message xrdp noise :: can not find keymap; libxrdp_query_channel & xrdp; km-; channel
    subject licensing :: grace; gracia; kulanz & 120
    subject licensing :: device cal; device cals; user cal; user cals; rds cal; rds cals & exhausted; used up; all used; missing; none left; aufgebraucht; epuise; agotad
    message guacd unreachable :: guacamole; guacd & can not reach; could not reach; does not reach; never reaches
    subject session limits :: conexoes limitadas; conexiones limitadas; connexions limitees
    message port open :: port 3389; 3389 port & succeeded; is open
    ?subject gateway :: gateway; passerelle; puerta de enlace; ゲートウェイ & temporarily unavailable; vorubergehend nicht; temporairement; temporalmente no; 一時的に
    subject auto-reconnect :: attempting to reconnect; trying to reconnect; reconnection attempt; reconnect attempt & of 20; 1 of; 2 of; 3 of
    """
}
