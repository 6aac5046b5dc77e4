extension MessageBook {
  /// Dialogs, events and people's words in Polish, by stems.
  static let polish = """
    mstsc 0x204 :: zdaln; pulpit; rdp & nastepujacych powod; nastepujacych przyczyn; z tych powod; z tych przyczyn; jednego z powod; jednej z przyczyn
    mstsc 0x204 :: dostep zdalny do serwera; zdalny dostep do serwera & nie jest wlaczon; nie jest wlaczony; nie zosta; wylaczon; nie wlaczono
    message cannot connect :: nie moze nawiazac polaczenia; nie mozna nawiazac polaczenia; nie moze polaczyc; nie moze sie polaczyc; nie mozna polaczyc; nie mozna sie polaczyc; nie udalo sie polaczyc; nie udalo sie nawiazac & zdaln; pulpit
    message connection lost :: polaczenie; polaczenia & utracon; zerwan; przerwan; utrata & zdaln; pulpit; sesj
    subject network :: problem & siec; z siecia; polaczenia sieciow; polaczeniem sieciow; lacznosc & zdaln; pulpit; sesj
    message session ended :: sesja uslug pulpitu; sesja pulpitu zdalnego; sesja zdalna; sesja uslugi pulpitu & zakonczon; zakonczyla
    extended 0x5 :: inny uzytkownik; innego uzytkownika & polaczyl; zalogowan; zalogowal; nawiazal & zdaln; komputer; rozlacz; odlacz
    mstsc 0x3 :: administrator & zakonczyl; rozlaczyl; przerwal & sesj; polaczen
    mstsc 0x3 :: komputer zdalny; zdalny komputer & zakonczyl; przerwal; rozlaczyl & polaczen; sesj
    extended 0x3 :: bezczynn; nieaktywn & sesj; zdaln & limit; przekroc; czas; zakoncz
    extended 0x4 :: czas logowania; czasu logowania; czas sesji; czasu sesji; aktywnej sesji & limit; przekroc; uplyn
    extended 0x101 :: serwer licencji; serwery licencji; serwera licencji; serwerow licencji; serwerow licencjonowania; serwery licencjonowania; serwera licencjonowania; serwer licencjonowania; licencjonowania pulpitu & brak; niedostepn; nie ma; nie znaleziono; nie sa dostepne; dostepnych
    extended 0x102 :: licencji dostepu klienta; licencje dostepu klienta & brak; niedostepn; nie ma; dostepnych
    subject licensing :: protokole licencjonowania; protokolu licencjonowania; okres prolongaty; okresu prolongaty; tryb licencjonowania; trybu licencjonowania; serwer licencji; serwera licencji; licencja tymczasowa
    subject internal error :: blad wewnetrzny; bledu wewnetrznego; wewnetrzny blad & wystapil; zdaln; rdp; sesj
    subject protocol error :: bledu protokolu; blad protokolu; bledem protokolu & sesj; zdaln; polaczen; rdp
    message security error :: bledu zabezpieczen; blad zabezpieczen; bledem zabezpieczen & klient; zdaln; polaczyc
    mstsc 0xB06 :: szyfrowania danych; bledu szyfrowania; blad szyfrowania; szyfrowaniu danych & sesj; blad; bledu; zdaln
    mstsc 0xC06 :: odszyfrowywania; deszyfrowania; odszyfrowania & blad; bledu; zdaln; sesj
    mstsc 0xC08 :: dekompresj & klient; sesj; blad; bledu
    subject encryption oracle :: zadana funkcja nie jest obslugiwana; zadana funkcja jest nieobslugiwana; zadana funkcja; wymagana funkcja; zadane funkcje & nie jest obslugiwan; nieobslugiwan; nie jest wspier
    subject encryption oracle :: credssp & szyfrowani; oracle; korygowani
    SEC_E 0x80090304 :: urzedem zabezpieczen lokalnych; urzad zabezpieczen lokalnych; urzedu zabezpieczen lokalnych; lokalnym urzedem zabezpieczen; lokalny urzad zabezpieczen
    NTSTATUS 0xC000005E :: kontroler domeny; kontrolerem domeny; kontrolera domeny & nla; poziomie sieci; zdaln & nie mozna; nie moze; niedostepn
    subject NLA :: uwierzytelniania na poziomie sieci; uwierzytelnianie na poziomie sieci; uwierzytelnienia na poziomie sieci
    subject NLA :: blad uwierzytelniania; bledu uwierzytelniania; blad uwierzytelnienia & wystapil; zdaln; rdp
    subject password :: poswiadczenia; poswiadczen & nie dzial; nieprawidlow; niepoprawn; odrzucon; nie zadzial; nie sa
    subject password :: proba logowania; proba zalogowania & nie powiodla; nieudan
    subject password :: nazwa uzytkownika; nazwe uzytkownika; uzytkownika lub haslo & haslo & nieprawidlow; niepoprawn; bledn; zla
    credssp.account_restricted :: konto; konta & zablokowan; wylaczon; wygasl; ogranicz
    mstsc 0x1307 :: ograniczyl; ograniczon & typ logowania; typy logowania; rodzaj logowania; typu logowania; rodzaje logowania
    mstsc 0x1107 :: ograniczyl; ograniczon & komputery; komputerow & logowa; zalogowa
    mstsc 0x1007 :: ograniczyl; ograniczon & godziny; czas; godzin & logowa; zalogowa
    credssp.password_expired :: haslo; hasla & wygasl; musi zostac zmienione; nalezy zmienic; musisz zmienic; trzeba zmienic; uplynal
    credssp.access_denied :: nie ma autoryzacji; nie ma uprawnien; nie jest autoryzowan; nie jest upowaznion; prawo do; prawa do; uprawnien & logowania zdalnego; zdalnego logowania; logowania za pomoca uslug pulpitu; logowanie za pomoca uslug; logowania za posrednictwem; zalogowac zdalnie; logowania przez uslugi
    subject certificate :: tozsamosc & komputera zdalnego; zdalnego komputera & nie mozna; zweryfikowac
    subject certificate :: certyfikat & wygas; zaufan; niezgodn; nieprawidlow; nazw; uniewazn; nie pochodzi & zdaln; rdp; serwer; zabezpiecz
    mstsc 0x104 :: znalezc komputera; nie znaleziono komputera; odnalezc komputera; odnaleziono komputera; znalezc zdalnego komputera; nie odnaleziono komputera & nie
    subject session limits :: liczba; liczbe & polaczen; sesji; uzytkownikow & ogranicz; maksymaln; przekroc; limit
    subject session limits :: zbyt wielu uzytkownikow; za duzo uzytkownikow; masz juz aktywne polaczenia
    subject stuck sessions :: uslugi pulpitu zdalnego; usluga pulpitu zdalnego & zajet
    mstsc 0x300000D :: brama; bramy; bramie & tymczasowo niedostepn
    mstsc 0x300000C :: adres & brama; bramy & nieosiagaln; niepoprawn; nieprawidlow; niedostepn
    mstsc 0x300001B :: bram & liscie uprawnien; lista uprawnien; zasad autoryzacji zasob
    mstsc 0x300001C :: bram & nie ma autoryzacji; nie ma uprawnien; nie jest autoryzowan; zasad autoryzacji polacz
    subject gateway :: brama uslug pulpitu; bramy uslug pulpitu; brama pulpitu zdalnego; bramy pulpitu zdalnego
    subject saved credentials :: zapisane poswiadczenia; zapisanych poswiadczen; zapisanego hasla
    subject auto-reconnect :: ponownego polaczenia; ponownie polaczyc; ponowne laczenie; ponowne polaczenie & proba; prob; z 20
    subject auto-reconnect :: proba; proby & z 20
    subject stuck connecting :: konfigurowanie sesji zdalnej; zabezpieczanie polaczenia zdalnego; inicjowanie polaczenia zdalnego; szacowanie jakosci polaczenia
    mstsc 0x106 :: pamieci wirtualnej; malo pamieci; za malo pamieci; brak pamieci & zdaln; polacz
    mstsc 0x1D07 :: roznica; roznice & czasu; godziny; daty & komputer
    mstsc 0x708 :: sesja konsoli; sesji konsoli; sesje konsoli
    Winsock 10060 :: proba polaczenia nie powiodla; polaczona strona nie odpowiedziala; nie odpowiedziala poprawnie
    Winsock 10061 :: komputer docelowy aktywnie odmawia; aktywnie odmowil; aktywnie odmawia
    Winsock 10054 :: istniejace polaczenie zostalo gwaltownie zamkniete; gwaltownie zamkniete przez zdalnego
    Winsock 10053 :: przerwane przez oprogramowanie zainstalowane w komputerze; przerwane przez oprogramowanie
    Win32 121 :: limit czasu semafora
    Win32 64 :: okreslona nazwa sieciowa jest juz niedostepna; nazwa sieciowa jest juz niedostepna
    Win32 53 :: nie mozna odnalezc sciezki sieciowej; nie odnaleziono sciezki sieciowej
    Win32 1722 :: serwer rpc jest niedostepny
    Win32 5 :: odmowa dostepu
    NTSTATUS 0xC000018D :: relacja zaufania; relacji zaufania & stacja; domen
    NTSTATUS 0xC000005E :: brak dostepnych serwerow logowania; nie ma dostepnych serwerow logowania; serwerow logowania
    event 21 :: logowanie do sesji & powiodlo; pomyslne; zakonczyl
    event 24 :: sesja zostala rozlaczona; sesja zostala odlaczona; sesje rozlaczono
    event 40 :: rozlaczon; odlaczon & kod przyczyny
    event 1149 :: uwierzytelnianie uzytkownika & powiodlo; pomysln
    event 4625 :: logowanie na konto nie powiodlo; nie mozna zalogowac konta; konto nie moglo zostac zalogowane; konto nie zostalo zalogowane
    event 4624 :: pomyslnie zalogowano sie na koncie; konto zostalo pomyslnie zalogowane; logowanie na konto powiodlo
    event 4740 :: konto uzytkownika zostalo zablokowane
    event 36887 :: alert krytyczny; krytyczny alert & odebran; otrzyman
    event 36888 :: alert krytyczny; krytyczny alert & wygenerowan; wyslan
    event 7031 :: usluga & pulpitu zdalnego & nieoczekiwanie
    event 6008 :: poprzednie zamkniecie systemu & nieoczekiwan
    event 41 :: system zostal uruchomiony ponownie & zamkniecia; zamkniety
    event 42 :: system przechodzi w stan uspienia
    ?subject black screen :: czarny ekran; czarnego ekranu; ekran jest czarny
    ?subject freezes :: zawiesza; zamraza; zacina; zamarza; zawiesil
    ?subject network :: rozlacza; zrywa; traci; wyrzuca; przerywa; rozlaczan & co chwil; ciagle; co kilka; losowo; czesto; regularnie; stale; co 
    ?subject network :: wolno; wolne; opoznieni; laguje; utrata pakietow & zdaln; rdp; pulpit
    ?mstsc 0x204 :: nie moge polaczyc; nie moge sie polaczyc; nie laczy; nie dziala & zdaln; rdp; pulpit
    ?subject firewall :: zapora; zapory; port & 3389; rdp; zdaln
    ?subject idle timers :: bezczynn; nieaktywn & rozlacz; zryw; minut; godzin
    ?subject sleep :: uspieni; hibernac & zdaln; rdp; komputer
    ?subject licensing :: licencj & zdaln; rdp; wygas; 120
    ?subject password :: haslo; hasla; poswiadcze & bledn; zle; nie przyjmuje; pyta; odrzuca
    ?subject certificate :: certyfikat & zdaln; rdp; ostrzezen; blad
    ?subject saved credentials :: haslo; hasla; poswiadcze & za kazdym; zapisan; ciagle pyta
    """
}
