extension MessageBook {
  /// Windows events and system errors in German, French, Spanish and Japanese, and in other words.
  static let languages = """
    event 21 :: sitzungsanmeldung & erfolgreich
    event 21 :: inicio de sesion correcto & servicios de escritorio; escritorio remoto
    event 21 :: ouverture de session reussie & bureau a distance; session
    event 21 :: セッション ログオンに成功; セッションのログオンに成功
    event 22 :: shell-startbenachrichtigung; notification de demarrage du shell; notificacion de inicio de shell; シェルの起動通知
    event 23 :: sitzungsabmeldung & erfolgreich
    event 23 :: fermeture de session reussie; cierre de sesion correcto; セッション ログオフに成功; セッションのログオフに成功
    event 24 :: remotedesktopdienste & sitzung wurde getrennt; sitzung ist getrennt; sitzung getrennt
    event 24 :: session a ete deconnectee & services bureau a distance; bureau a distance
    event 24 :: desconecto la sesion; sesion se ha desconectado; sesion desconectada & servicios de escritorio remoto; escritorio remoto
    event 24 :: セッションが切断されました
    event 25 :: sitzungswiederverbindung; reconnexion de session reussie; reconexion de sesion; セッションの再接続に成功; セッション再接続に成功
    event 39 :: has been disconnected by session; wurde von sitzung & session; sitzung
    event 40 :: has been disconnected reason code; wurde getrennt ursachencode; a ete deconnectee code de raison; se desconecto codigo de motivo
    event 1149 :: benutzerauthentifizierung erfolgreich; authentification utilisateur reussie; authentification de l utilisateur reussie; autenticacion de usuario correcta; autenticacion del usuario correcta; ユーザー認証に成功; ユーザー認証が成功
    event 261 :: listener rdp-tcp hat eine verbindung empfangen; ecouteur rdp-tcp a recu une connexion; agente de escucha rdp-tcp
    event 131 :: server hat eine neue tcp-verbindung; serveur a accepte une nouvelle connexion; servidor acepto una nueva conexion; 新しい TCP 接続
    event 228 :: disconnect trace & cumrdpconnection
    event 132 :: channel & has been connected between the server and the client
    event 148 :: channel & has been closed between the server and the client
    event 101 :: network characteristics detection function
    event 102 :: hauptverbindung; hat die rdp-hauptverbindung; a mis fin a la connexion rdp principale; finalizo la conexion rdp principal
    event 143 :: rdp connection & reset; tcp socket read operation failed; tcp-socket-lesevorgang
    event 143 :: socket read operation failed
    event 4624 :: an account was successfully logged on; ein konto wurde erfolgreich angemeldet; ouverture de session d un compte s est correctement; se inicio sesion correctamente en una cuenta; アカウントが正常にログオン
    event 4634 :: an account was logged off; ein konto wurde abgemeldet; fermeture de session d un compte; se cerro sesion en una cuenta
    event 4647 :: user initiated logoff; benutzerinitiierte abmeldung
    event 4740 :: ein benutzerkonto wurde gesperrt; compte d utilisateur a ete verrouille; se bloqueo una cuenta de usuario; ユーザー アカウントがロックアウト
    event 4778 :: session was reconnected to a window station; sitzung wurde mit einer arbeitsstation erneut
    event 4779 :: session was disconnected from a window station; sitzung wurde von einer arbeitsstation getrennt; sitzung wurde von einer windows-station
    event 4776 :: attempted to validate the credentials for an account
    event 4771 :: kerberos pre-authentication failed
    event 1158 :: accepted a connection from ip address
    event 7031 :: der dienst; dienst remotedesktopdienste; le service services bureau; el servicio servicios de escritorio & unerwartet beendet; de facon inattendue; inopinement; inesperadamente
    event 7036 :: remote desktop services; remotedesktopdienste; termservice & entered the stopped state; entered the running state; befindet sich jetzt im status
    event 7034 :: service & terminated unexpectedly & it has done this
    event 1074 :: has initiated the restart; has initiated the power off; has initiated the shutdown; neustart & eingeleitet; initie le redemarrage
    event 6005 :: event log service was started; ereignisprotokolldienst wurde gestartet
    event 6006 :: event log service was stopped; ereignisprotokolldienst wurde beendet
    event 6008 :: system wurde zuvor & unerwartet heruntergefahren
    event 6008 :: arret systeme precedent & etait inattendu; cierre anterior del sistema & inesperado
    event 41 :: system wurde neu gestartet, ohne dass es zuvor; sans s arreter correctement; sin apagarse correctamente; 正常にシャットダウンする前に再起動
    event 42 :: system wird in den energiesparmodus; system geht in den; in den standbymodus versetzt; システムがスリープ状態; スリープ状態になります
    event 42 :: le systeme entre en veille; le systeme passe en; el sistema entra en; el sistema esta entrando en & veille; suspension
    event 107 :: system has resumed from sleep; aus dem energiesparmodus reaktiviert; aus dem standbymodus; sortie de veille; reanudado de la suspension; reanudo tras la suspension; スリープから再開
    event 27 :: network link is disconnected; network link has been disconnected
    event 32 :: network link has been established
    event 1006 :: large number of incomplete connections
    event 1057 :: failed to create a new self-signed certificate
    event 1058 :: failed to replace the expired self-signed certificate
    event 36870 :: error occurred when attempting to access the tls server credential private key; credential private key
    event 36871 :: schwerwiegender fehler beim erstellen
    event 36874 :: keine der vom client unterstutzten verschlusselungssammlungen; aucune des suites de chiffrement; ninguno de los conjuntos de cifrado
    event 36881 :: certificate received from the remote server has expired
    event 36887 :: schwerwiegende warnung & vom remoteendpunkt; empfangen
    event 36887 :: alerte irrecuperable a ete recue; alerta irrecuperable & recibido
    event 36888 :: schwerwiegende warnung & generiert
    event 36888 :: alerte irrecuperable a ete generee; alerta irrecuperable & generado
    Winsock 10053 :: hergestellte verbindung wurde softwarebedingt; connexion etablie a ete abandonnee par un logiciel; anulado una conexion establecida por el software; 確立された接続がホスト コンピューターのソフトウェア
    Winsock 10060 :: gegenstelle nach einer bestimmten; nicht ordnungsgemass reagiert; parti connecte n a pas repondu; no respondio adecuadamente; 一定の時間を過ぎても正しく応答しなかった
    Winsock 10061 :: zielcomputer die verbindung verweiger; ordinateur cible l a expressement; equipo de destino denego; 対象のコンピューターによって拒否
    Win32 5 :: access is denied; zugriff verweigert; zugriff wurde verweigert; acces refuse; acceso denegado; アクセスが拒否されました
    macOS errno 60 :: operation timed out
    Win32 1722 :: rpc server unavailable; rpc server is not available
    Win32 121 :: zeitlimit fur die semaphore; semaphore timeout; temporisation de semaphore; tiempo de espera del semaforo; セマフォがタイムアウト
    Win32 1326 :: anmeldung fehlgeschlagen: unbekannter benutzername; log on failure unknown user name; nom d utilisateur inconnu ou mot de passe; error de inicio de sesion: nombre de usuario desconocido; ログオン失敗: ユーザー名を認識できない
    Win32 1231 :: network location can t be reached; netzwerkadresse ist nicht erreichbar; emplacement reseau n est pas accessible
    """
}
