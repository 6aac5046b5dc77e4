extension MessageBook {
  /// Dialogs, events and people's words in Swedish, by stems.
  static let swedish: String = {
    let remote = "fjarr; rdp; terminalserver; remote desktop"
    return """
      mstsc 0x204 :: \(remote) & foljande orsaker; foljande skal; dessa orsaker; foljande anledningar
      mstsc 0x204 :: fjarratkomst & inte aktiverad; inte aktiverat; avaktiverad; inaktiverad
      message cannot connect :: kan inte ansluta; kunde inte ansluta; gar inte att ansluta; gick inte att ansluta; kan inte uppratta; det gar inte att uppratta & \(remote)
      message connection lost :: anslutningen; forbindelsen; anslutning & forlorad; forlorades; brots; brutits; forlorats; tappade; avbrots & \(remote)
      subject network :: natverksproblem; problem med natverk; natverksanslutning; problem i natverk & \(remote); session
      message session ended :: fjarrsession; fjarrskrivbordssession; session & avslutad; avslutades; har upphort; har avslutats & \(remote)
      extended 0x5 :: annan anvandare; nagon annan & anslutit; anslot; loggat in; ansluten; loggade in & \(remote); anslutning; session
      extended 0x5 :: samma anvandare; samma konto; samma inloggning & kastar ut; kastas ut; sparkar ut; kopplas; utkastad; loggas ut
      message another user :: annan anvandare & inloggad; loggat in; ar ansluten & om du fortsatter; kopplas; kommer att kopplas; vill du logga in anda
      mstsc 0x3 :: administrator & avslutat sessionen; avslutade sessionen; avslutat anslutningen; kopplat fran; avslutade anslutningen; avslutat din; avbrot sessionen
      extended 0x3 :: inaktiv; overksam; inte tagit emot nagra indata; ingen indata & session; fjarr & grans; tid; avslut; koppla
      extended 0x4 :: inloggningstid; sessionstid; total tid; aktiv session & grans; overskrid; uppnad; natt; gatt ut
      extended 0x101 :: licensserver; licensservrar & inga; ingen; inte tillgang; saknas; hitta
      extended 0x102 :: klientatkomstlicens & inga; ingen; inte tillgang; saknas
      subject licensing :: licensprotokoll; licensieringsprotokoll; licensservr; licensserver; respitperiod; licensieringslage; licenslage
      subject licensing :: licens & \(remote) & gatt ut; slut; saknas; 120; fel
      subject internal error :: internt fel & intraffa; uppst; fjarr; rdp
      subject protocol error :: protokollfel; fel i protokollet & session; fjarr; rdp
      message security error :: sakerhetsfel & klient; fjarr; anslut
      mstsc 0xB06 :: datakryptering; krypteringsfel; kryptering av data & fel; session; fjarr
      subject encryption oracle :: begarda funktionen; begard funktion & stods inte; stods ej; inte stod
      subject encryption oracle :: credssp & kryptering; oracle; atgard
      SEC_E 0x80090304 :: lokala sakerhetsmyndighet; lokala sakerhetskontroll; lokala sakerhetsutfardare; lokal sakerhetsmyndighet; lokala sakerhetsinstans & kontakta; nas; kan inte; gar inte; gick inte
      NTSTATUS 0xC000005E :: domankontrollant & kan inte; inte na; inte kontakta; kunde inte; gar inte; kontakta
      mstsc 0xB09 :: autentisering pa natverksniva & kraver & stods inte; stoder inte; inte stod; inte stods; datorn inte
      subject NLA :: autentisering pa natverksniva; natverksniva
      subject NLA :: autentiseringsfel & intraffa; uppst; fjarr; rdp
      subject password :: autentiseringsuppgifter; inloggningsuppgifter & fungera; fungerade inte; ogiltig; felaktig; nekad; stammer inte; avvisa; inte godk & \(remote); ansluta
      subject password :: inloggningsforsok; forsoket att logga in & misslyckades; misslyckats
      subject password :: anvandarnamn & losenord & fel; ogiltig; felaktig; stammer inte & \(remote)
      credssp.account_restricted :: kontot; kontobegransning; anvandarkonto; konto & last; sparrat; inaktiverat; begrans; upphort; gatt ut & \(remote); administrator; inte att logga in pa
      mstsc 0x1307 :: inloggningstyp; typ av inloggning; typen av inloggning & begrans
      mstsc 0x1107 :: datorer & logga in & begrans
      mstsc 0x1007 :: tider; tidpunkter; klockslag & logga in & begrans
      credssp.password_expired :: losenord & gatt ut; upphort; maste andras; maste bytas; maste andra; maste byta; har lopt ut & \(remote); administrator; forsta gangen
      credssp.access_denied :: fjarrinloggning; logga in via fjarr; logga in med fjarrskrivbord; logga pa via fjarr; logga in fran fjarr; inloggning via fjarr & ratt; behorig; tillatelse; inte tillat; auktoriserad; behorighet
      subject certificate :: identitet & fjarrdator & verifiera; kontrollera; kan inte; gar inte
      subject certificate :: certifikat & gatt ut; betrod; matchar; ogiltig; stammer; aterkall; varning; problem; fel; upphort & \(remote); server; sakerhet
      mstsc 0x104 :: hittar inte datorn; kan inte hitta datorn; kunde inte hitta datorn; det gar inte att hitta datorn; hittade inte datorn
      subject name resolution :: med namn; via namn; datornamn; namnet & ip & \(remote)
      subject session limits :: antalet anslutningar; antal anslutningar; antalet anvandare; for manga anvandare; antalet sessioner; for manga sessioner & begrans; max; grans; overskr; for manga
      mstsc 0x300000D :: gateway & tillfalligt; tillfalligt otillganglig
      mstsc 0x300000C :: gateway & adress & na; felaktig; inte nas
      mstsc 0x3000007 :: gateway & certifikat & gatt ut; aterkall; upphort
      mstsc 0x300001B :: gateway & behorighetslista; resursauktorisering
      mstsc 0x300001C :: gateway & inte behorig; ar inte auktoriserad; anslutningsauktorisering; saknar behorighet
      subject gateway :: gateway for fjarrskrivbord; fjarrskrivbordsgateway; gatewayserver for fjarrskrivbord; rd-gateway
      subject saved credentials :: sparade autentiseringsuppgifter; sparade inloggningsuppgifter; sparat losenord; sparade losenord
      subject auto-reconnect :: ateransluta; ateranslutning; ansluta igen; ateransluter & forsok; av 20
      mstsc 0x106 :: ont om minne; slut pa minne; for lite minne; virtuellt minne; otillrackligt minne & fjarr; anslut
      mstsc 0x1D07 :: tidsskillnad; skillnad i tid; skillnad i datum; klockan & dator; fjarr
      subject remote desktop off :: fjarrskrivbord & inte aktiverat; avstangt; home-version; windows home; stods inte i
      event 21 :: sessionsinloggning; inloggning till session; inloggning i session & lyckades
      event 23 :: sessionsutloggning; utloggning fran session & lyckades
      event 24 :: sessionen har kopplats fran; sessionen kopplades fran; session har kopplats; sessionen kopplades ned; sessionen har kopplats ned & fjarr; anvandare; tjanst
      event 25 :: sessionsateranslutning; ateranslutning av session; ateranslutning till session & lyckades
      event 40 :: session & kopplats; kopplades; fran & orsakskod
      event 1149 :: anvandarautentisering & lyckades
      event 4625 :: ett konto kunde inte logga in; konto kunde inte loggas; konto misslyckades med att logga; inloggning for ett konto misslyckades
      event 56 :: terminalserverns sakerhetslager; sakerhetsskikt
      subject black screen :: svart skarm; skarmen ar svart; skarmen blir svart; svart bild & \(remote); inloggning
      subject freezes :: fryser; hanger sig; laser sig; hakar upp; fryst & \(remote)
      subject network :: kopplas fran; kopplas ner; tappar; bryts; kastas ut; avbryts; kopplar ner & hela tiden; var; standigt; ofta; slumpm; wifi; gang & \(remote)
      ?subject network :: langsam; seg; laggar; fordrojning & \(remote)
      subject firewall :: brandvagg; port & 3389; \(remote) & blocker; oppn; stang; tillat
      subject sleep :: vilolage; stromsparlage; stanger locket; faller ihop; stanger laptopen & \(remote)
      """
  }()
}
