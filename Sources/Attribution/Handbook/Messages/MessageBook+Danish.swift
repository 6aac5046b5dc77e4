extension MessageBook {
  /// Dialogs, events and people's words in Danish and Norwegian, by stems.
  static let danish: String = {
    let remote = """
      fjern; eksternt skrivebord; ekstern datamask; eksterne datamask; ekstern computer; eksterne computer; \
      rdp; terminalserver; remote desktop
      """
    return """
      mstsc 0x204 :: \(remote) & folgende arsager; folgende arsaker; folgende grunde; disse arsager; folgende grunner; disse grunner
      mstsc 0x204 :: fjernadgang; ekstern tilgang; fjerntilgang & ikke aktiver; deaktiver; ikke slaet til
      message cannot connect :: kan ikke oprette forbindelse; kunne ikke oprette forbindelse; kan ikke koble; kunne ikke koble; kan ikke forbinde; kunne ikke etablere; ikke muligt at oprette forbindelse; kan ikke opprette; far ikke kobla; far ikke koblet & \(remote)
      message connection lost :: mistet forbindelse; forbindelsen gik tabt; forbindelsen blev afbrudt; forbindelsen er afbrudt; mistede forbindelse; tilkoblingen ble brutt; mistet tilkobling; mistet kontakt; forbindelsen ble brutt & \(remote)
      subject network :: netvaerksproblem; problemer med netvaerk; netvaerksforbindelse; nettverksproblem; nettverkstilkobling; problemer med nettverk & \(remote); session; forbindelse; sesjon
      message session ended :: fjernsession; session; okt; sesjon & er afsluttet; blev afsluttet; ble avsluttet; er avsluttet; sluttede & \(remote)
      extended 0x5 :: anden bruger; annen bruker; en anden & oprettet forbindelse; koblet; logget pa; logget ind; overtog & \(remote); forbindelse; mistet; afbrudt
      extended 0x5 :: samme bruger; samme bruker; samme konto & smid; kaster ut; smider ud; ryger ud; afbryd; kastet; logges
      message another user :: anden bruger; annen bruker & logget & hvis du fortsaetter; hvis du fortsetter; vil blive afbrudt; vil bli koblet; fortsatter
      mstsc 0x3 :: administrator & afsluttede session; afsluttet session; har afsluttet; avsluttet okt; avsluttet tilkob; har avsluttet; afbrod & session; forbindelse; okt; tilkobling; sesjon
      extended 0x3 :: inaktiv; ikke modtaget input; ikke mottatt inndata; ingen input; ledig tid & session; fjern; okt; ekstern; sesjon & tid; graense; grense; afslut; avslut; afbrud
      extended 0x4 :: logontid; paloggingstid; samlet tid; sessionstid; aktiv session; okttid & graense; grense; overskred; udlob; nad; graens
      extended 0x101 :: licensserver; lisensserver & ingen; ikke tilgaengelig; ikke tilgjengelig; mangler; findes ikke; finnes ikke; ikke fundet; ikke nogen
      extended 0x102 :: klientadgangslicens; klienttilgangslisens; klientlisens & ingen; ikke tilgaengelig; ikke tilgjengelig; mangler; findes ikke; ikke nogen
      subject licensing :: licensprotokol; lisensprotokoll; lisensieringsprotokoll; licenseringsprotokol; licensserver; lisensserver; henstandsperiode; respitperiode; utsettelsesperiode; licenstilstand; lisensmodus
      subject licensing :: licens; lisens & \(remote) & udlob; utlop; mangler; 120; fejl; slut
      subject internal error :: intern fejl; intern feil & opstod; opstaet; oppst; fjern; rdp
      subject protocol error :: protokolfejl; protokollfeil; fejl i protokol; feil i protokoll & session; fjern; rdp; okt; sesjon
      message security error :: sikkerhedsfejl; sikkerhetsfeil & klient; fjern; forbindelse; ekstern
      mstsc 0xB06 :: datakryptering; krypteringsfejl; krypteringsfeil; kryptering af data & fejl; feil; session; fjern
      subject encryption oracle :: anmodede funktion; onskede funktion; forespurgte funksjon; forespurte funksjon; anmodet funktion; forlangte funksjon; funktionen & understottes ikke; stottes ikke; ikke understottet
      subject encryption oracle :: credssp & kryptering; oracle; afhjaelp; utbedring
      SEC_E 0x80090304 :: lokale sikkerhedsmyndighed; lokale sikkerhetsmyndighet; lokale sikkerhedsautoritet; lokal sikkerhedsmyndighed; lokale sikkerhetsinstans & kontakt; kan ikke; kunne ikke
      NTSTATUS 0xC000005E :: domaenecontroller; domenekontroller; domanecontroller & kan ikke; kunne ikke; ikke kontakt; ikke na; nas ikke
      mstsc 0xB09 :: godkendelse pa netvaerksniveau; godkjenning pa nettverksniva & kraever; krever & understotter ikke; ikke understotter; understottes ikke; stotter ikke; ikke stotter; stottes ikke
      subject NLA :: godkendelse pa netvaerksniveau; netvaerksniveau; godkjenning pa nettverksniva; nettverksniva
      subject NLA :: godkendelsesfejl; godkjenningsfeil; autentiseringsfeil & opstod; oppst; opstaet; fjern; rdp
      subject password :: legitimationsoplysninger; legitimasjon; paloggingsinformasjon; loginoplysninger & virkede ikke; fungerte ikke; fungerede ikke; ugyldig; forkert; feil; afvist; virker ikke; avvist & \(remote); forbindelse; koble
      subject password :: logonforsog; loginforsog; paloggingsforsok; forsog pa at logge; forsoket pa a logge & mislykkedes; mislyktes
      subject password :: brugernavn; brukernavn & adgangskode; passord & forkert; ugyldig; feil & \(remote)
      credssp.account_restricted :: kontoen; kontobegraensning; brugerkonto; brukerkonto; konto & last; sparret; spaerret; deaktiveret; deaktivert; begraens; begrens; udlobet; utlopt; sperret & \(remote); administrator; muligvis ikke logge; logges pa
      mstsc 0x1307 :: logontype; paloggingstype; typen af logon; type palogging & begraens; begrens
      mstsc 0x1107 :: computere; datamaskiner & logge & begraens; begrens
      mstsc 0x1007 :: tidspunkter; klokkeslaet; klokkeslett; tidspunkt & logge & begraens; begrens
      credssp.password_expired :: adgangskode; passord & udlobet; utlopt; skal aendres; ma endres; skal skiftes; ma byttes; ma skiftes & \(remote); administrator; forste gang
      credssp.access_denied :: fjernlogon; logge pa via fjern; logge pa eksternt; ekstern palogging; logge ind via fjern; logge pa gjennom eksternt; fjernpalogging; logge pa ved hjaelp af fjern & ret til; rettighed; tilladelse; autoriseret; rettighet; tillatelse; autorisert; godkendt
      subject certificate :: identitet & fjerncomputer; eksterne; ekstern & bekraft; bekraeft; verifi; kontroller; ikke
      subject certificate :: fjerncomputeren; eksterne datamaskinen & kunne ikke godkendes; kan ikke godkendes; kunne ikke godkjennes; sikkerhedscertifikat; sikkerhetssertifikat
      subject certificate :: certifikat; sikkerhedscertifikat; sertifikat; sikkerhetssertifikat & udlob; utlop; palidel; klarer; ugyldig; matcher; stemmer; advarsel; problem; tilbagekald; fejl; feil & \(remote); server; sikkerhed
      mstsc 0x104 :: kan ikke finde computeren; kunne ikke finde computeren; finder ikke computeren; finner ikke datamaskinen; kan ikke finne datamaskinen; fant ikke datamaskinen; blev ikke fundet
      subject name resolution :: med navn; via navn; computernavn; maskinnavn; navnet & ip & \(remote)
      subject session limits :: antallet af forbindelser; antal forbindelser; antall tilkoblinger; antallet tilkoblinger; for mange brugere; for mange brukere; antallet af brugere; antal sessioner & begraens; begrens; maks; graense; overskr; for mange
      mstsc 0x300000D :: gateway & midlertidig
      mstsc 0x300000C :: gateway & adress & ikke nas; forkert; feil; utilgaengelig; ikke kan nas
      mstsc 0x3000007 :: gateway & certifikat; sertifikat & udlob; utlop; tilbagekald; tilbakekal
      mstsc 0x300001B :: gateway & tilladelsesliste; tillatelsesliste; ressourcegodkendelse; ressursautorisasjon
      mstsc 0x300001C :: gateway & ikke autoriseret; ikke tilladelse; ikke autorisert; ikke tillatelse; forbindelsesgodkendelse; tilkoblingsautorisasjon
      subject gateway :: gateway til fjernskrivebord; fjernskrivebordsgateway; gateway for eksternt skrivebord; rd-gateway
      subject saved credentials :: gemte legitimationsoplysninger; gemt adgangskode; lagret legitimasjon; lagret passord; gemte adgangskode
      subject auto-reconnect :: genoprette forbindelse; oprette forbindelse igen; genopret; koble til pa nytt; tilkobling pa nytt & forsog; forsok; af 20; av 20
      mstsc 0x106 :: ikke mere hukommelse; ikke nok hukommelse; for lidt hukommelse; lite minne; ikke nok minne; virtuel hukommelse & forbindelse; fjern; ekstern
      mstsc 0x1D07 :: tidsforskel; forskel i tid; tidsforskjell; forskjell i tid & computer; fjern; datamaskin; ekstern
      subject remote desktop off :: fjernskrivebord; eksternt skrivebord & ikke aktiveret; er slaet fra; home-udgave; windows home; ikke aktivert
      event 21 :: sessionslogon; oktpalogging; logon til session & lykkedes; vellykket; fuldfort; vellykka
      event 23 :: sessionslogoff; sessionslogaf; oktavlogging; logaf & session; okt & lykkedes; vellykket; fuldfort
      event 24 :: sessionen er blevet afbrudt; sessionen blev afbrudt; session er afbrudt; okten er koblet fra; okten ble koblet fra; sesjonen ble koblet fra & fjern; bruger; bruker; eksternt
      event 25 :: genoprettelse af session; sessionen blev genoprettet; sessionsgenoprettelse; okten ble koblet til pa nytt & lykkedes; vellykket; genoprettet; nytt
      event 40 :: session; okt; sesjon & afbrudt; koblet fra & arsagskode; arsakskode
      event 1149 :: brugergodkendelse; brukergodkjenning & lykkedes; vellykket
      event 4625 :: en konto kunne ikke logge; konto kunne ikke logges; en konto kunne ikke logges; konto mislykkedes
      event 56 :: terminalserverens sikkerhedslag; sikkerhedslag
      subject black screen :: sort skaerm; skaermen er sort; skaermen bliver sort; svart skjerm; skjermen er svart; sort skarm; skarmen er sort; skarmen bliver sort & \(remote); logon; login; log
      subject freezes :: fryser; haenger; gar i sta; henger seg & \(remote)
      subject network :: afbrydes; ryger ud; smider; taber; mister; kobles fra; kastes ut; detter ut; falder ud & hele tiden; hvert; hver; konstant; ofte; tilfaeldig; wifi; gang & \(remote)
      subject network :: langsom; treg; lagger; forsinkelse & \(remote)
      subject firewall :: firewall; brannmur; port & 3389; \(remote) & blok; aben; luk; tillad; apen; stengt
      subject sleep :: dvale; slumre; hvilemodus; dvaletilstand; lukker laptoppen; lukker skaermen; lukker baerbar & \(remote)
      """
  }()
}
