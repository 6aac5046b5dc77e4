extension MessageBook {
  /// Dialogs, events and people's words in Czech and Slovak, by stems.
  static let czech: String = {
    let remote = "vzdalen; vzdialen; rdp; terminal"
    return """
      mstsc 0x204 :: \(remote) & z techto duvod; nasledujicich duvod; jednoho z duvod; z nasledujucich dovod; jedneho z dovod
      mstsc 0x204 :: vzdaleny pristup; vzdialeny pristup & neni povolen; nie je povolen; zakazan; vypnut
      message cannot connect :: nemuze pripojit; nelze pripojit; nelze se pripojit; nejde pripojit; nemuze se pripojit; se nemuze; nepodarilo se pripojit; pripojeni se nezdarilo; nepodarilo pripojit & \(remote)
      message connection lost :: pripojeni; spojeni & ztracen; preruseno; ztratil & \(remote)
      subject network :: problem & se siti; pripojeni k siti; sitoveho pripojeni; sitovym pripojenim; v siti & vzdalen; relac; odpojen; prerusen
      message session ended :: relace & skoncila; byla ukoncena; ukoncena & \(remote)
      extended 0x5 :: jiny uzivatel; jineho uzivatele & pripojil; pripojen; prevzal & ztracen; odpojen; vzdalen
      extended 0x5 :: stejny uzivatel; stejneho uzivatele; stejnym uctem; stejny ucet & vyhod; vykopn; odpoj; odhlas
      message another user :: jiny uzivatel; aktualne prihlasen & bude odpojen; muze prihlasit pouze; pouze aktualni; budete pokracovat; budete-li pokracovat; pokud budete
      mstsc 0x3 :: spravce ukoncil; administrator ukoncil; spravcem ukoncen; spravce odpojil; ukoncena spravcem & relac; pripojen
      extended 0x3 :: necinnost; neaktivit; zadny vstup & relac; vzdalen; rdp & limit; cas; odpoj; ukonc
      extended 0x4 :: casovy limit prihlaseni; celkovy cas; maximalni doba; casovy limit relace; limit aktivni relace; delka relace & prekroc; dosaz; vyprs; uplynul
      extended 0x101 :: licencni server; licencnich server; licencni servery; licencneho server & nejsou; neni; zadn; nedostupn; k dispozici; chyb; nenalez
      extended 0x102 :: licence pro klientsky pristup; licenci pro klientsky pristup; klientsky pristup; klientskych licenci & nejsou; neni; zadn; nedostupn; chyb
      subject licensing :: licencniho protokolu; licencnim protokolu; protokolu licencovani; licencovani vzdalene plochy; licencni server; doba odkladu; obdobi odkladu; ochranna lhuta; dobu odkladu; rezim licencovani
      subject licensing :: licence; licenci & \(remote) & vypr; dosla; dosly; chyb; 120
      subject internal error :: vnitrni chyb; interni chyb; k vnitrni chybe; k interni chybe & doslo; nastala; vzdalen; rdp
      subject protocol error :: chyba protokolu; chyby protokolu; chybe protokolu; chybou protokolu & relac; vzdalen; rdp; odpoj
      message security error :: chyba zabezpeceni; chyby zabezpeceni; chybe zabezpeceni & klient; vzdalen; pripojit
      mstsc 0xB06 :: sifrovani dat; chyba sifrovani; chyby sifrovani; chybe sifrovani & relac; vzdalen; odpoj; chyb
      subject encryption oracle :: pozadovana funkce; vyzadana funkce & neni podporovan; nepodporuje
      subject encryption oracle :: credssp & sifrovani; oracle; napravou; opravou
      SEC_E 0x80090304 :: mistni urad zabezpeceni; mistniho uradu zabezpeceni; mistni autorit; mistnim uradem zabezpeceni; mistni bezpecnostni autorit; mistni zabezpecovaci
      NTSTATUS 0xC000005E :: radic domeny; radicem domeny; radice domeny; domenovy radic; domenovym radicem; radici domeny & nelze; neni; nepodar; nedostup; nemuze
      mstsc 0xB09 :: overeni na urovni site; overovani na urovni site & vyzaduje & nepodporuje; neni podporovano
      subject NLA :: overeni na urovni site; overovani na urovni site; overenia na urovni siete; overeni uzivatele na urovni site
      subject NLA :: chyba overovani; chybe overovani; chyba overeni; chybe pri overovani; chyba pri overovani & doslo; nastala; vzdalen; rdp
      subject password :: prihlasovaci udaje & nefung; neplatn; spatn; chybn; nespravn; neprijal; odmit & \(remote); pripojeni k; pripojit
      subject password :: pokus o prihlaseni; prihlaseni & se nezdaril; selhal; nezdarilo; neuspes & \(remote); pokus
      subject password :: uzivatelske jmeno; jmeno uzivatele & heslo & neplatn; spatn; chybn; nespravn & \(remote)
      credssp.account_restricted :: ucet; uctu & uzamcen; zakazan; zablokovan; omezen; vyprsel & \(remote); spravc; nemusi byt mozne
      mstsc 0x1307 :: spravce & omezil & typ prihlaseni; typy prihlaseni
      mstsc 0x1107 :: omezil; omezen & pocitace; pocitacu & prihlas
      mstsc 0x1007 :: omezil; omezen; omezuje & dobu; hodiny; casy; case & prihlas
      credssp.password_expired :: heslo; hesla & vyprse; vyprsel; musi byt zmenen; je nutne zmenit; musite zmenit; je treba zmenit & \(remote); spravc; prvnim prihlas
      credssp.access_denied :: vzdalene prihlas; prihlasit vzdalene; vzdalenem prihlaseni; prostrednictvim sluzby vzdalena plocha; prihlasovat pres vzdalenou; vzdalenemu prihlaseni & opravneni; neni autorizovan; nema pravo; nemate pravo; pravo; povolen; autorizovan
      subject certificate :: identit; totoznost & vzdaleneho pocitace & nelze; overit
      subject certificate :: certifikat & vypr; duveryhod; neshod; neplatn; nazev; jmeno; odvolan; problem; chyb; varov & \(remote); server; zabezpec
      mstsc 0x104 :: nemuze najit pocitac; nelze najit pocitac; nenalezl pocitac; pocitac nebyl nalezen; nemohla najit pocitac; nenasel pocitac; nepodarilo najit pocitac
      subject name resolution :: podle jmena; pres jmeno; pres nazev; na jmeno; jmenem; nazvem & ip & rdp; vzdalen; ploch
      subject session limits :: pocet pripojeni; pocet relaci; pocet uzivatelu; prilis mnoho uzivatelu; prilis mnoho relaci & omezen; maximal; prekroc; limit; prilis
      mstsc 0x300000D :: brana; brany; branu & docasne; docasne nedostup
      mstsc 0x300000C :: adresa; adresu & brany & nedostupn; nespravn; neplatn
      mstsc 0x3000007 :: certifikat & brany & vypr; odvolan
      mstsc 0x300001B :: brany; brana & seznamu opravneni; zasad autorizace prostredk; zasady autorizace prostredk
      mstsc 0x300001C :: brany; brana & neni opravnen; neni autorizovan; nemate opravneni; zasad autorizace pripojeni; zasady autorizace pripojeni
      subject gateway :: brana vzdalene plochy; brany vzdalene plochy; branu vzdalene plochy; branou vzdalene plochy; brany sluzby vzdalena plocha
      subject saved credentials :: ulozene prihlasovaci udaje; ulozenych prihlasovacich; ulozene heslo
      subject auto-reconnect :: opetovne pripojeni; opakovane pripojeni; znovu pripojit; opetovnem pripojeni; znovu pripojuji & pokus; z 20
      mstsc 0x106 :: nedostatek pameti; malo pameti; nedostatku pameti; nedostatek virtualni pameti & vzdalen; pripoj
      mstsc 0x1D07 :: rozdil & casu; data; cas & pocitac
      subject remote desktop off :: vzdalena plocha & neni povolena; je zakazana; je vypnuta; nepodporuje edice; edice home; home edici
      event 21 :: prihlaseni k relaci & uspes
      event 23 :: odhlaseni z relace & uspes
      event 24 :: relace byla odpojena; relace odpojena & uzivatel; adresa; sluzby vzdalena plocha
      event 25 :: opetovne pripojeni relace; opetovne pripojeni k relaci & uspes
      event 40 :: relace & odpojena; odpojen & kod duvodu; duvod kod; kod priciny
      event 1149 :: overeni uzivatele; autentizace uzivatele & uspes
      event 4625 :: ucet se nepodarilo prihlasit; prihlaseni k uctu se nezdarilo; uctu se nepodarilo prihlasit; prihlaseni uctu se nezdarilo
      event 56 :: vrstva zabezpeceni terminal; zabezpeceni terminalov
      subject black screen :: cerna obrazovka; cernou obrazovku; cerne obrazovce; obrazovka je cerna; cierna obrazovka & \(remote)
      subject freezes :: zamrz; zasekn; zasekav; mrzne; zamrza & \(remote)
      subject network :: odpojuje; vypadava; pada; rozpojuje; vyhazuje; prerusuje & kazd; porad; neustale; nahodne; casto; co chvili; co par; wifi & \(remote)
      subject network :: pomal; laguje; seka; zpozden & \(remote)
      mstsc 0x204 :: nejde se pripojit; nemohu se pripojit; nemuzu se pripojit; nepripoji; nejde pripojit & \(remote)
      subject firewall :: brana firewall; firewall; port & 3389; \(remote) & blok; povol; otevr; zavr
      subject sleep :: uspan; uspi; rezim spanku; rezimu spanku; hibernac; zavru notebook; zavreni notebooku; zaklapnu & \(remote)
      subject session limits :: rezim vyprazdneni; rezimu vyprazdneni; drain & relac; server; prihlas
      """
  }()
}
