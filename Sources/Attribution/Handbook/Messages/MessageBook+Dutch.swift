extension MessageBook {
  /// Dialogs, events and people's words in Dutch, by stems.
  static let dutch = """
    mstsc 0x204 :: extern; bureaublad; rdp & volgende redenen; van deze redenen; van de redenen; volgende oorzaken
    mstsc 0x204 :: externe toegang tot de server; toegang op afstand tot de server & niet ingeschakeld; uitgeschakeld; niet geactiveerd
    message cannot connect :: kan geen verbinding; kunt geen verbinding; kunnen geen verbinding; kon geen verbinding; geen verbinding maken; geen verbinding worden; verbinding maken is mislukt; niet verbinden & externe computer; extern bureaublad; externe pc; extern apparaat; bureaublad op afstand
    message connection lost :: verbinding & verbroken; verloren; weggevallen & extern; bureaublad; sessie
    subject network :: netwerkverbinding; netwerkproblemen; netwerkverbindingsproblemen; problemen met het netwerk; problemen met de netwerkverbinding & extern; sessie; verbroken
    message session ended :: extern bureaublad-services-sessie; sessie van extern bureaublad; externe sessie; sessie van remote desktop services; sessie voor extern bureaublad & beeindigd; afgelopen
    extended 0x5 :: andere gebruiker; een andere gebruiker & verbinding; aangemeld; ingelogd; verbonden & extern; computer; verbroken
    mstsc 0x3 :: beheerder; administrator & beeindigd; verbroken; afgemeld & sessie; verbinding
    mstsc 0x3 :: externe computer heeft de verbinding; externe computer & beeindigd & verbinding
    extended 0x3 :: inactief; inactiviteit; niet-actief; niet actief & sessie; extern & limiet; tijd; overschreden; beeindigd
    extended 0x4 :: aanmeldingstijd; aanmeldtijd; actieve sessie; sessietijd & limiet; overschreden; verstreken
    extended 0x101 :: licentieservers; licentieserver; bureaublad-licentieserver; bureaublad-licentieservers; licentieservers voor extern & geen; niet beschikbaar; niet gevonden
    extended 0x102 :: clienttoegangslicenties; client access licenses; toegangslicenties & geen; niet beschikbaar
    subject licensing :: licentieprotocol; licentieverleningsprotocol; licentieserver; licentiemodus; respijtperiode; licentieverlening
    subject internal error :: interne fout & opgetreden; extern; rdp; sessie
    subject protocol error :: protocolfout; fout in het protocol & sessie; extern; verbroken; rdp
    message security error :: beveiligingsfout; beveiligingsprobleem & client; extern; verbinding
    mstsc 0xB06 :: gegevensversleuteling; versleutelingsfout; gegevenscodering; codering van gegevens; versleutelen van gegevens & sessie; fout; extern
    mstsc 0xC06 :: ontsleutelingsfout; decoderingsfout; fout bij het ontsleutelen; fout bij ontsleuteling
    mstsc 0xC08 :: decomprimeren; decompressie & client; sessie; fout; mislukt
    subject encryption oracle :: aangevraagde functie; gevraagde functie; opgevraagde functie & niet ondersteund
    subject encryption oracle :: credssp & encryptie; versleuteling; oracle; codering
    SEC_E 0x80090304 :: lokale beveiligingsinstantie; lokale beveiligingsautoriteit; local security authority; lokale beveiligingsinstanti
    NTSTATUS 0xC000005E :: domeincontroller & nla; netwerkniveau; extern & geen; niet; kan
    subject NLA :: verificatie op netwerkniveau; authenticatie op netwerkniveau
    subject NLA :: verificatiefout; authenticatiefout & opgetreden; extern; rdp
    subject password :: referenties & werken niet; werkten niet; niet gewerkt; werkt niet; ongeldig; onjuist; geweigerd; functioneren niet; niet juist
    subject password :: aanmeldingspoging; aanmeldpoging; poging tot aanmelden; inlogpoging & mislukt
    subject password :: gebruikersnaam & wachtwoord & onjuist; ongeldig; verkeerd; niet juist; klopt niet
    credssp.account_restricted :: account; gebruikersaccount & vergrendeld; uitgeschakeld; verlopen; geblokkeerd; accountbeperking; beperkingen
    mstsc 0x1307 :: beperkt; beperking & type aanmelding; aanmeldingstype; soort aanmelding; typen aanmelding; manier van aanmelden
    mstsc 0x1107 :: beperkt & computers & aanmelden; aan te melden
    mstsc 0x1007 :: beperkt & tijden; tijdstippen; uren & aanmelden; aan te melden
    credssp.password_expired :: wachtwoord & verlopen; moet worden gewijzigd; wijzigen; moet wijzigen
    credssp.access_denied :: niet gemachtigd; geen toestemming; niet bevoegd; het recht; geen rechten; machtiging & externe aanmelding; aanmelden op afstand; extern aanmelden; aanmelden via extern bureaublad; aan te melden via; op afstand aanmelden; aanmelding op afstand; extern aan te melden
    subject certificate :: identiteit & externe computer & niet; verifieren; gecontroleerd
    subject certificate :: certificaat & verlopen; vertrouwd; niet overeen; ongeldig; naam; ingetrokken; onverwacht & extern; rdp; server; beveilig
    mstsc 0x104 :: computer niet vinden; computer niet gevonden; kan de computer & niet vinden; vinden; gevonden & extern; bureaublad; rdp; computer
    subject session limits :: aantal verbindingen; aantal gebruikers; aantal sessies & beperkt; maximum; maximale; bereikt
    subject session limits :: te veel gebruikers
    subject stuck sessions :: extern bureaublad-services; remote desktop services & bezet; bezig
    mstsc 0x300000D :: gateway & tijdelijk niet beschikbaar
    mstsc 0x300000C :: gateway & adres & onbereikbaar; onjuist
    mstsc 0x300001B :: gateway & lijst met machtigingen; machtigingenlijst; toestemmingslijst; autorisatiebeleid voor bron
    mstsc 0x300001C :: gateway & niet gemachtigd; geen toestemming; niet geautoriseerd; geen toegang
    subject gateway :: extern bureaublad-gateway; gateway voor extern bureaublad; extern-bureaubladgateway
    subject saved credentials :: opgeslagen referenties; opgeslagen wachtwoord; opgeslagen aanmeldingsgegevens
    subject auto-reconnect :: opnieuw verbinding; opnieuw te verbinden; verbinding herstellen & poging; van 20; proberen
    subject auto-reconnect :: poging & van 20
    subject stuck connecting :: externe sessie configureren; externe sessie wordt geconfigureerd; externe verbinding beveiligen; externe verbinding wordt beveiligd; externe verbinding wordt gestart; externe verbinding wordt geinitieerd; kwaliteit van de verbinding
    mstsc 0x106 :: virtueel geheugen; onvoldoende geheugen; te weinig geheugen & extern; verbinding
    mstsc 0x1D07 :: tijdverschil; verschil in tijd; tijd of datum; datum of tijd & computer
    mstsc 0x708 :: consolesessie
    subject client crash :: werkt niet meer & verbinding met extern bureaublad; mstsc
    Winsock 10060 :: poging om verbinding te maken is mislukt; verbonden party heeft niet; niet juist gereageerd
    Winsock 10061 :: doelcomputer de verbinding; doelcomputer heeft geweigerd; actief geweigerd
    Winsock 10054 :: bestaande verbinding is geforceerd; bestaande verbinding werd; geforceerd gesloten door de externe host; bestaande verbinding & externe host
    Winsock 10053 :: verbinding is verbroken door de software; verbinding verbroken door software op
    Win32 121 :: time-out van semafoor; semafoor; semaphore-time-out
    Win32 64 :: opgegeven netwerknaam is niet langer; netwerknaam is niet meer beschikbaar
    Win32 53 :: netwerkpad is niet gevonden; netwerkpad niet gevonden
    Win32 1722 :: rpc-server is niet beschikbaar
    Win32 5 :: toegang geweigerd
    NTSTATUS 0xC000018D :: vertrouwensrelatie & werkstation; domein
    NTSTATUS 0xC000005E :: geen aanmeldingsservers; aanmeldingsservers beschikbaar; geen aanmeldservers
    event 21 :: aanmelding bij sessie & geslaagd; sessieaanmelding & geslaagd
    event 24 :: sessie is verbroken; sessie verbroken; verbinding met de sessie is verbroken; sessie is losgekoppeld & extern; gebruiker; bronnetwerk
    event 40 :: verbroken & redencode
    event 1149 :: gebruikersverificatie & geslaagd
    event 4625 :: account kan niet worden aangemeld; aanmelden van een account is mislukt; account kon niet worden aangemeld; kan een account niet aanmelden
    event 4624 :: account is aangemeld; account is met succes aangemeld
    event 4740 :: gebruikersaccount is vergrendeld
    event 36887 :: onherstelbare waarschuwing; fatale waarschuwing & ontvangen
    event 36888 :: onherstelbare waarschuwing; fatale waarschuwing & gegenereerd; verzonden
    event 7031 :: service & extern bureaublad; remote desktop services; termservice & onverwacht
    event 6008 :: vorige afsluiting; vorige keer dat het systeem & onverwacht
    event 41 :: systeem is opnieuw opgestart; het systeem is opnieuw gestart & afgesloten
    event 42 :: systeem gaat naar de slaapstand; systeem gaat in slaapstand
    ?subject black screen :: zwart scherm; scherm is zwart; scherm blijft zwart; scherm wordt zwart; zwarte scherm
    ?subject freezes :: bevriest; bevroren; loopt vast; blijft hangen; hangt; vastloopt; vastgelopen
    ?subject network :: verbreekt; verbroken; valt weg; eruit gegooid; wegvalt; valt uit & steeds; elke; telkens; regelmatig; willekeurig; constant; om de; vaak; continu
    ?subject network :: traag; langzaam; vertraging; haper; pakketverlies & rdp; extern; bureaublad
    ?mstsc 0x204 :: kan niet verbinden; geen verbinding; lukt niet; niet inloggen; werkt niet & rdp; extern bureaublad; externe
    ?subject firewall :: poort; firewall & 3389; rdp; extern
    ?subject idle timers :: inactief; inactiviteit; niets doe; niks doe; stil & verbroken; minuten; uur; verbreekt
    ?subject sleep :: slaapstand; sluimer; stand-by & rdp; extern; computer
    ?subject licensing :: licentie; licenties & rdp; extern; rds; verlopen
    ?subject password :: wachtwoord; inloggegevens; referenties & verkeerd; onjuist; fout; blijft vragen; vraagt; geweigerd
    ?subject certificate :: certificaat & rdp; extern; waarschuwing; fout
    ?subject password :: aanmeldingsgegevens; inloggegevens; aanmeldgegevens & onjuist; ongeldig; verkeerd; geweigerd; werken niet
    ?subject saved credentials :: wachtwoord; inloggegevens & elke keer; telkens; opgeslagen
    """
}
