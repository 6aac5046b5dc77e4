extension MessageBook {
  /// Dialogs, events and people's words in German, beside those of the first tables.
  static let german = """
    mstsc 0x204 :: remote; rdp & folgenden grunde; dieser grunde; folgenden ursachen; diesen grunden; folgende grunde; mogliche grunde
    mstsc 0x204 :: remotezugriff auf den server & nicht aktiviert; deaktiviert; nicht erlaubt
    mstsc 0x204 :: kann keine verbindung; konnte keine verbindung; keine verbindung herstell; verbindung konnte nicht hergestellt; verbindung kann nicht hergestellt; keine verbindung hergestellt & remotecomputer; remote-computer; remotedesktop; remote-desktop; remote-pc; remote pc
    message connection lost :: verbindung & verloren; unterbrochen; abgebrochen; getrennt & remotecomputer; remotesitzung; remotedesktop; remote-pc; remote-computer
    subject network :: probleme; problemen; problem & netzwerkverbindung; netzwerkkonnektivitat; mit dem netzwerk & remote; sitzung
    message session ended :: remotedesktopdienste-sitzung; remotedesktopsitzung; remotesitzung; remotedesktopdienstesitzung; remote-desktop-sitzung; sitzung der remotedesktopdienste & beendet; geschlossen; zu ende
    extended 0x5 :: anderer benutzer; andere person; anderen benutzer & angemeldet; verbunden; verbindung; anmeld & remote; computer; getrennt; fortfahren; fortsetzen
    mstsc 0x3 :: administrator & beendet; getrennt; abgemeldet; geschlossen & sitzung; verbindung
    mstsc 0x3 :: remotecomputer hat die verbindung; remotecomputer & beendet & verbindung; sitzung
    extended 0x3 :: leerlauf; inaktiv; untatig & sitzung; remote & limit; zeit; uberschritt; beendet
    extended 0x4 :: anmeldezeit; gesamtanmeldezeit; aktive sitzung; sitzungsdauer; sitzungszeitlimit & limit; uberschritt; abgelaufen; erreicht
    extended 0x101 :: lizenzserver; remotedesktop-lizenzserver; remotedesktoplizenzserver; terminalserver-lizenzserver; lizenzierungsserver & keine; kein_; nicht verfugbar; nicht gefunden; nicht erreichbar
    extended 0x102 :: clientzugriffslizenz; remotedesktop-clientzugriffslizenz; zugriffslizenz & keine; nicht verfugbar
    subject licensing :: lizenzierungsprotokoll; lizenzprotokoll; lizenzierungsmodus; toleranzperiode; nachfrist; kulanzfrist; ubergangsfrist; lizenzserver; karenzzeit
    message security error :: sicherheitsfehler; fehler bei der sicherheit & client; remote; verbindung
    mstsc 0xB06 :: datenverschlusselung; verschlusselung der daten; verschlusselungsfehler & sitzung; fehler; remote
    mstsc 0xC06 :: entschlusselungsfehler; fehler bei der entschlusselung
    mstsc 0xC08 :: dekomprimier; dekompression & client; sitzung; fehler
    subject encryption oracle :: angeforderte funktion; angeforderte function & nicht unterstutzt
    subject encryption oracle :: credssp & verschlusselung; orakel; oracle; encryption
    SEC_E 0x80090304 :: lokale sicherheitsautoritat; lokalen sicherheitsautoritat; lokale sicherheitsinstanz; lokalen sicherheitsinstanz
    NTSTATUS 0xC000005E :: domanencontroller & nla; netzwerkebene & nicht; kein; kann; konnte
    subject NLA :: authentifizierung auf netzwerkebene; netzwerkauthentifizierung
    subject password :: anmeldeinformationen & nicht funktioniert; funktionieren nicht; funktionierten nicht; ungultig; falsch; abgelehnt; nicht akzeptiert; nicht korrekt
    subject password :: anmeldeversuch & fehlgeschlagen; gescheitert; erfolglos
    subject password :: benutzername; benutzernamen & kennwort & falsch; ungultig; nicht korrekt; nicht richtig; stimmt nicht
    credssp.account_restricted :: konto; benutzerkonto; sicherheitskonto & gesperrt; deaktiviert; abgelaufen; einschrankung; kontoeinschrankung
    credssp.account_restricted :: zugriff auf die sitzung; kontoeinschrankung & verweigert; verhindert; abgelehnt
    mstsc 0x1307 :: eingeschrankt; beschrankt & art der anmeldung; anmeldetyp; anmeldearten; typ der anmeldung; anmeldungstyp; arten der anmeldung; anmeldungsart; anmeldeart
    mstsc 0x1107 :: eingeschrankt; beschrankt & computer & anmelden
    mstsc 0x1007 :: eingeschrankt; beschrankt & zeiten; uhrzeiten; anmeldezeiten; zeiten fur & anmelden; anmeldung
    credssp.password_expired :: kennwort & abgelaufen; geandert werden; muss geandert; andern
    credssp.access_denied :: nicht autorisiert; nicht berechtigt; keine berechtigung; recht; berechtigung & remoteanmeldung; remote anmelden; remote anzumelden; anmelden uber remotedesktopdienste; anmeldung uber remotedesktopdienste; uber remotedesktopdienste anzumelden; uber terminaldienste
    subject certificate :: identitat & remotecomputers; remotecomputer & nicht; uberpruf
    subject certificate :: zertifikat & abgelaufen; vertrauenswurdig; ubereinstimm; ungultig; gesperrt; unerwartet; stimmt nicht & remote; rdp; server; sicherheit
    mstsc 0x104 :: kann den computer nicht finden; computer nicht finden; computer wurde nicht gefunden; computer konnte nicht gefunden; pc wurde nicht gefunden; computer nicht gefunden
    subject session limits :: anzahl der verbindungen; anzahl von verbindungen; anzahl der benutzer; anzahl der sitzungen; verbindungsanzahl & begrenzt; beschrankt; maxim; erreicht; uberschritt
    mstsc 0x300000D :: gateway; remotedesktopgateway; remotedesktop-gateway; remotedesktop-gatewayserver & vorubergehend nicht verfugbar; zurzeit nicht verfugbar; momentan nicht verfugbar
    mstsc 0x300000C :: gateway; remotedesktopgateway; remotedesktop-gateway; remotedesktop-gatewayservers & adresse & nicht erreichbar; falsch; nicht korrekt; unerreichbar
    mstsc 0x300001B :: gateway; remotedesktopgateway; remotedesktop-gateway; rd-gateway & berechtigungsliste; ressourcenautorisierung; ressourcenautorisierungsrichtlinie
    mstsc 0x300001C :: gateway; remotedesktopgateway; remotedesktop-gateway; rd-gateway & nicht autorisiert; keine berechtigung; nicht berechtigt; verbindungsautorisierung; verbindungsautorisierungsrichtlinie
    subject auto-reconnect :: verbindungsaufbau; wiederherstell; wiederverbind; verbindung wiederherzustellen & versuch; von 20; verbindungsversuch
    subject auto-reconnect :: versuch; verbindungsversuch & von 20
    mstsc 0xE08 :: wiederherstellen der verbindung; wiederherstellung der verbindung & remotesitzung; sitzung & fehlgeschlagen
    mstsc 0x106 :: virtuellen speicher; virtueller arbeitsspeicher; arbeitsspeicher; speicher & nicht genug; nicht genugend; zu wenig; reicht nicht & remote; verbindung
    mstsc 0x708 :: konsolensitzung
    Winsock 10053 :: softwarebedingt & verbindung; abgebrochen
    Win32 53 :: netzwerkpfad & nicht gefunden
    NTSTATUS 0xC000005E :: keine anmeldeserver; kein anmeldeserver; anmeldeserver verfugbar
    event 40 :: getrennt & ursachencode; grundcode; ursache code; begrundungscode
    event 4771 :: kerberos-vorauthentifizierung; kerberos vorauthentifizierung; vorauthentifizierung & kerberos
    event 1006 :: grosse anzahl; viele & unvollstandig & verbindungen
    event 56 :: sicherheitsschicht & protokollstream; protokollstrom; terminalserver
    event 6006 :: ereignisprotokolldienst wurde beendet
    ?subject black screen :: schwarzer bildschirm; schwarzen bildschirm; bildschirm bleibt schwarz; bildschirm wird schwarz; nur schwarz; bildschirm schwarz
    ?subject freezes :: friert; eingefroren; einfrieren; hangt sich; bleibt stehen; bleibt hangen; aufgehangt; steht still
    ?subject network :: bricht ab; abgebrochen; trennt sich; fliegt raus; fliege raus; rausgeworfen; rausgeschmissen; verbindungsabbruche; abbruche; getrennt & alle; standig; immer wieder; dauernd; regelmassig; sporadisch; mehrmals; zufallig; ohne grund; haufig
    ?mstsc 0x204 :: komme nicht; kann mich nicht verbinden; verbindet nicht; keine verbindung; geht nicht & rdp; remotedesktop; remote desktop; server
    ?subject session limits :: gesperrte; gesperrt; sperre; sperren & sekunden; minuten & trennt; getrennt; abgemeldet
    ?subject licensing :: genau 60; 60 minuten; nach 60; nach einer stunde & abgemeldet; getrennt; rausgeworfen; rds; terminalserver
    ?subject password :: anmeldedaten; zugangsdaten; kennwort & ungultig; falsch; abgelehnt; nicht akzeptiert; nicht korrekt; stimmt nicht
    ?subject saved credentials :: kennwort; anmeldedaten; zugangsdaten & jedes mal; jedesmal; immer wieder; gespeichert
    """
}
