extension MessageBook {
  /// Dialogs, events and people's words in Italian, by stems.
  static let italian = """
    mstsc 0x204 :: remot; rdp & seguenti motivi; questi motivi; seguenti ragioni; dei motivi seguenti; seguenti cause; una delle cause; possibili cause
    mstsc 0x204 :: accesso remoto al server & non e abilitat; non abilitat; disabilitat; non e attivo; non e attivat
    message cannot connect :: impossibile connetter; non e in grado di connetter; non riesce a connetter; impossibile stabilire; non puo connetter; non e possibile connetter; non e stato possibile connetter; connessione non riuscita; impossibile effettuare la connessione; impossibile collegarsi; non e possibile stabilire & computer remoto; desktop remoto; pc remoto; sessione remota
    message connection lost :: connessione & persa; interrotta; caduta; perduta & remot; sessione
    subject network :: problemi; problema & connettivita di rete; connessione di rete; alla rete; di rete & remot; sessione
    message session ended :: sessione di servizi desktop remoto; sessione servizi desktop remoto; sessione desktop remoto; sessione di desktop remoto; sessione remota & terminata; e terminata; conclusa; chiusa
    extended 0x5 :: altro utente; un altro utente & connesso; collegato; connessione; effettuato & remot; computer; disconness
    mstsc 0x3 :: amministratore & terminato; chiuso; disconness; interrotto & sessione; connessione
    mstsc 0x3 :: computer remoto & terminato; chiuso; interrotto & la connessione
    extended 0x3 :: inattiv; inattivita & sessione; remot & limite; tempo; superato; terminata
    extended 0x4 :: tempo di accesso; tempo totale; sessione attiva; durata della sessione & limite; superato; scaduto; raggiunto
    extended 0x101 :: server licenze; server di licenze; server di gestione licenze; server licenze desktop & nessun; non sono disponibili; non disponibil; non e disponibile; impossibile trovare; non trovato
    extended 0x102 :: licenze di accesso client; licenza di accesso client & nessun; non sono disponibili; non disponibil
    subject licensing :: protocollo di gestione licenze; protocollo di licenza; protocollo licenze; protocollo delle licenze; periodo di prova; periodo di tolleranza; server licenze; server di licenze; modalita di gestione licenze; gestione licenze desktop remoto
    subject internal error :: errore interno & verificato; remot; rdp; sessione
    subject protocol error :: errore di protocollo; errore del protocollo & sessione; remot; disconness
    message security error :: errore di sicurezza; errore di protezione; problema di sicurezza & client; remot; connetter
    mstsc 0xB06 :: crittografia dei dati; crittografia dati; cifratura dei dati; errore di crittografia & sessione; errore; remot
    mstsc 0xC06 :: errore di decrittografia; errore di decrittazione; decifratura
    mstsc 0xC08 :: decompressione & client; sessione; errore
    subject encryption oracle :: funzione richiesta; la funzione richiesta & non supportata; non e supportata; non e disponibile
    subject encryption oracle :: credssp & crittografia; oracle; correzione
    SEC_E 0x80090304 :: autorita di sicurezza locale; autorita di protezione locale; sistema di sicurezza locale; autorita di protezione & impossibile; non e possibile; contattare
    NTSTATUS 0xC000005E :: controller di dominio; controller del dominio & nla; livello di rete; remot & impossibile; non e possibile; contattare; contattato
    subject NLA :: autenticazione a livello di rete
    subject NLA :: errore di autenticazione; errore durante l autenticazione & verificato; remot; rdp
    subject password :: credenziali & non hanno funzionato; non funzionano; non valide; non corrette; errate; non riconosciute; non sono valide; rifiutate
    subject password :: tentativo di accesso; tentativo di log on & non riuscito; fallito
    subject password :: nome utente & password & non corrett; errat; non valid; sbagliat
    credssp.account_restricted :: account & bloccato; disabilitato; scaduto; restrizion; limitazion; disattivato
    mstsc 0x1307 :: limitato; limitazioni; restrizioni & tipo di accesso; tipi di accesso; tipo di log on
    mstsc 0x1107 :: limitato & computer & accedere; accesso; quali
    mstsc 0x1007 :: limitato & orari; ore; orario & accedere; accesso
    credssp.password_expired :: password & scaduta; deve essere cambiata; deve essere modificata; cambiare la password; modificare la password; e necessario cambiare
    credssp.access_denied :: non e autorizzato; non autorizzato; non dispone; autorizzazione; diritto; non ha l autorizzazione & accesso remoto; accedere in remoto; accesso in remoto; accesso tramite servizi desktop; tramite servizi desktop remoto; accedere da remoto
    subject certificate :: identita & computer remoto & impossibile; verificare; non puo
    subject certificate :: certificato & scaduto; attendibile; corrisponde; non valido; revocato; imprevisto; nome & remot; rdp; server; sicurezza
    mstsc 0x104 :: impossibile trovare il computer; non trova il computer; computer non trovato; non riesce a trovare il computer; non e possibile trovare il computer; impossibile trovare il pc
    subject session limits :: numero di connessioni; numero di utenti; numero di sessioni; numero massimo & limitat; massimo; raggiunto; superato & conness; utenti; session
    subject session limits :: troppi utenti
    subject stuck sessions :: servizi desktop remoto & occupat; impegnat
    mstsc 0x300000D :: gateway & temporaneamente non disponibile
    mstsc 0x300000C :: gateway & indirizzo & irraggiungibile; non raggiungibile; non corretto; errato
    mstsc 0x300001B :: gateway & elenco autorizzazioni; elenco delle autorizzazioni; autorizzazione risorse; autorizzazione delle risorse
    mstsc 0x300001C :: gateway & non e autorizzato; non autorizzato; non dispone; autorizzazione alla connessione; autorizzazione connessioni
    subject gateway :: gateway desktop remoto; gateway di desktop remoto
    subject saved credentials :: credenziali salvate; credenziali memorizzate; password salvata
    subject auto-reconnect :: riconnessione; riconnetter; ristabilire la connessione & tentativo; di 20; in corso
    subject auto-reconnect :: tentativo & di 20
    subject stuck connecting :: configurazione della sessione remota; configurazione sessione remota; protezione della connessione remota; avvio della connessione remota; avvio connessione remota; stima della qualita
    mstsc 0x106 :: memoria virtuale; memoria insufficiente; memoria sufficiente & remot; conness
    mstsc 0x1D07 :: differenza & ora; data & computer
    mstsc 0x708 :: sessione console; sessione della console
    subject client crash :: ha smesso di funzionare; smesso di rispondere; si blocca & connessione desktop remoto; mstsc
    Winsock 10060 :: impossibile stabilire la connessione risposta non corretta; tentativo di connessione; parte connessa & risposta; non ha risposto; periodo di tempo
    Winsock 10061 :: rifiuto persistente del computer di destinazione; rifiuto persistente
    Winsock 10054 :: connessione in corso interrotta forzatamente; interrotta forzatamente dall host remoto; connessione esistente & forzatamente
    Winsock 10053 :: connessione stabilita e stata interrotta dal software; interrotta dal software
    Win32 121 :: timeout del semaforo; periodo di timeout del semaforo; semaforo scaduto
    Win32 64 :: nome di rete specificato non e piu
    Win32 53 :: percorso di rete & trovato; impossibile trovare
    Win32 1722 :: server rpc non e disponibile; server rpc non disponibile
    Win32 5 :: accesso negato
    NTSTATUS 0xC000018D :: relazione di trust & workstation; dominio
    NTSTATUS 0xC000005E :: nessun server di accesso; server di accesso & disponibil; elaborare
    event 21 :: accesso alla sessione riuscito; accesso sessione riuscito; log on sessione riuscito
    event 24 :: sessione & e stata disconnessa; sessione disconnessa & servizi desktop remoto; utente; indirizzo
    event 40 :: disconness & codice motivo; codice causa
    event 1149 :: autenticazione utente riuscita; autenticazione dell utente riuscita
    event 4625 :: accesso di un account non riuscito; accesso non riuscito per un account; account non e riuscito ad accedere; accesso dell account non riuscito
    event 4624 :: accesso riuscito di un account; accesso di un account riuscito
    event 4740 :: account utente e stato bloccato; account utente bloccato
    event 36887 :: avviso irreversibile; avviso di errore irreversibile & ricevuto
    event 36888 :: avviso irreversibile; avviso di errore irreversibile & generato; inviato
    event 7031 :: servizio & desktop remoto; termservice & in modo imprevisto; inaspettatamente; imprevista
    event 6008 :: precedente arresto del sistema; arresto precedente del sistema & imprevist; inaspettat
    event 41 :: sistema e stato riavviato senza; riavviato senza prima & arrest; corrett
    event 42 :: il sistema sta entrando in sospensione; sistema sta per entrare in sospensione
    ?subject black screen :: schermo nero; schermata nera
    ?subject freezes :: si blocca; si congela; bloccata; congelato; si pianta; freeza
    ?subject network :: disconnett; cade; cadono; si interrompe; disconness; perde & ogni; continuamente; spesso; sempre; casual; improvvisamente; di continuo; frequent
    ?subject network :: lento; lentissim; lentezza; ritardo; perdita di pacchetti & rdp; remot
    ?mstsc 0x204 :: non riesco a connetter; non riesco a collegar; non si connette; non si collega; impossibile collegarsi; non funziona & rdp; remot
    ?subject firewall :: porta; porte; firewall & 3389; rdp; remot
    ?subject idle timers :: inattiv & disconness; minuti; ore; cade; disconnett
    ?subject sleep :: sospensione; ibernazione; standby & rdp; remot; computer; pc
    ?subject licensing :: licenz & rdp; remot; rds; scadut
    ?subject password :: password; credenziali & sbagliat; errat; non accett; rifiut; chiede; non valid
    ?subject certificate :: certificato & rdp; remot; avviso; errore
    ?subject saved credentials :: password; credenziali & ogni volta; sempre; salvat; memorizzat
    """
}
