extension MessageBook {
  /// Texts of clients that connect through an RD Gateway, and of Azure Virtual Desktop.
  static let gateway = """
    mstsc 0x3000002 :: can not verify the certificate revocation list
    mstsc 0x3000004 :: certificate was revoked by the certification authority
    mstsc 0x3000005 :: verify the identity of the rd gateway; verify the identity of the remote desktop gateway; identitat des rd-gateways; identitat des remotedesktopgateways
    mstsc 0x3000006 :: gateway server address requested and the certificate subject; gateway & certificate subject name do not match
    mstsc 0x3000007 :: gateway server s certificate; gateway s certificate; gatewayservers & expired; revoked; abgelaufen; gesperrt
    mstsc 0x3000008 :: error occurred on the remote computer that you want to connect; fehler auf dem remotecomputer, mit dem sie; erreur s est produite sur l ordinateur distant auquel; error en el equipo remoto al que
    mstsc 0x3000009 :: error occurred while sending data to the
    mstsc 0x300000A :: error occurred while receiving data from the & gateway
    mstsc 0x300000B :: alternate log on method is required
    mstsc 0x300000C :: gateway server address is unreachable; gateway address is unreachable; address is unreachable or incorrect; remotedesktop-gatewayservers ist nicht erreichbar; remotedesktopgatewayservers ist nicht erreichbar; inaccessible ou incorrecte; inaccesible o incorrecta; アドレスに到達できないか
    mstsc 0x300000D :: gateway server is temporarily unavailable; gateway is temporarily unavailable; remotedesktop-gatewayserver vorubergehend nicht; remotedesktopgatewayserver vorubergehend nicht; ゲートウェイ サーバーは一時的に
    mstsc 0x300000D :: passerelle & temporairement indisponible
    mstsc 0x300000D :: puerta de enlace & temporalmente
    mstsc 0x300000E :: services client component is missing
    mstsc 0x300000F :: gateway & low on server resources
    mstsc 0x3000015 :: user name or password is not valid & remote computer because
    mstsc 0x3000017 :: security package error occurred in the transport layer
    mstsc 0x3000018 :: gateway server has ended the connection; gateway has ended the connection; gatewayserver hat die verbindung beendet
    mstsc 0x3000018 :: passerelle & a mis fin a la connexion
    mstsc 0x3000019 :: gateway server administrator has ended; gateway administrator has ended
    mstsc 0x300001A :: combination of user name domain
    mstsc 0x300001B :: not listed in the rd gateway s permission; berechtigungsliste des rd-gateway; liste d autorisations de la passerelle; lista de permisos de la puerta de enlace
    mstsc 0x300001B :: netbios format & gateway; fqdn
    mstsc 0x300001C :: not authorized to access the rd gateway; nicht autorisiert auf das rd-gateway; pas autorise a acceder a la passerelle; no esta autorizada para acceder a la puerta de enlace
    mstsc 0x300001F :: restricted access to this rd gateway
    mstsc 0x3000020 :: web proxy server requires authentication
    mstsc 0x3000021 :: password has expired or you must change & remote computer because
    mstsc 0x3000022 :: gateway & maximum allowed connections
    mstsc 0x3000023 :: gateway server does not support the request
    mstsc 0x3000024 :: does not support one of the & gateway & capabilities
    mstsc 0x3000025 :: gateway server and this computer are incompatible
    mstsc 0x3000028 :: no certificate was configured to use at the
    mstsc 0x3000029 :: gateway & not allowed by your computer administrator
    mstsc 0x300002F :: missing firewall credentials; invalid firewall credentials
    mstsc 0x3000032 :: didn t receive any input from you; did not receive any input from you
    mstsc 0x3000033 :: session timeout limit was reached
    mstsc 0x3000034 :: invalid cookie was sent
    mstsc 0x3000035 :: cookie was rejected by the
    mstsc 0x3000037 :: expecting an authentication method different; authentication method different from the one
    mstsc 0x3000038 :: periodic user authentication failed
    mstsc 0x3000039 :: periodic user authorization failed
    mstsc 0x300003B :: unable to exchange policies
    mstsc 0x3000045 :: do not have permission to this resource & remote resource
    mstsc 0x3000046 :: no resources available to connect
    mstsc 0x3000049 :: client needs to be updated to the newest
    mstsc 0x300004A :: doesn t allow the necessary https ports
    subject gateway :: can not connect to the rd gateway; can not connect to the remote desktop gateway; could not connect to the rd gateway; keine verbindung mit dem remotedesktopgateway
    subject gateway :: rd gateway; remote desktop gateway & can not be reached; not reachable; unreachable; temporarily unavailable
    AVD ConnectionFailedNoHealthyRdshAvailable :: session host & unavailable; not available; unhealthy
    AVD ConnectionFailedNoHealthyRdshAvailable :: no available resources; no resources available; keine verfugbaren ressourcen; aucune ressource disponible; no hay recursos disponibles; 使用可能なリソースがありません; 利用可能なリソースがありません
    AVD ConnectionFailedUserNotAuthorized :: application group & not authorized; no access; no right
    AVD ConnectionFailedPersonalDesktopFailedToBeStarted :: personal desktop & failed to start; could not be started; did not start
    subject password :: log on failed & check your username and password
    subject UDP :: shortpath; rdp shortpath; udp side channel; stun_; turn relay
    """
}
