extension MessageBook {
  /// Events and dialogs of the Remote Desktop roles: session host, broker, gateway, licensing, NPS.
  static let roles = """
    event 802 :: denied the remote procedure call; denied a remote procedure call; denied an rpc; denied the rpc; rejected the remote procedure & unauthorized computer; broker; session broker
    event 802 :: connection broker; session broker & failed to process the connection request; rejected
    event 901 :: connection broker; session broker & database & failed; initializ; can not; could not; unable
    event 902 :: session broker computers & empty; group is empty; no members; not a member; add the computer
    subject broker :: session broker computers
    subject broker :: connection broker; session broker; rdcb; tssdis & not available; unavailable; not reachable; unreachable; can not be contacted; could not be contacted; not responding; failed to redirect; does not respond; database; failed over; high availability
    event 1280 :: failed to join the connection broker; failed to join session broker; failed to join the session directory; could not join the connection broker
    event 1301 :: received redirected request; received redirection packet; received redirect request & broker; session broker; sessionbroker; client
    event 1306 :: broker & failed to redirect the user; redirect the user
    event 1296 :: broker & not ready for rpc; redirection packet
    event 4609 :: virtual machine & rd connection broker; desktop; rdvh; virtualization & failed to; could not; not start
    message gateway service down :: gateway service & could not be initialized; not be started; failed to start; could not start; is not running; terminated; stopped
    message gateway service down :: tsgateway; rd gateway service; gateway-dienst & is not running; not running; stopped; terminated; failed to start; gestoppt
    message gateway service down :: gateway & internet authentication service; rpc http load balancing
    message gateway service down :: aaedge; tsgateway & crash; faulting; 0xc0000005
    event 203 :: maximum; limit; too many & connections & rd gateway server; ts gateway server; gateway server & reached; accepting; exceed; full
    event 309 :: disconnected from the following network resource; was disconnected & reauth; reauthorization; re-authorization
    event 312 :: initiated an outbound connection; initiated an inbound connection; outbound connection & not be authenticated; authenticated yet
    event 307 :: gateway & administrator disconnected; idle timeout; session timeout & user; client computer
    event 304 :: client computer & met & can not connect to; could not connect to; resource
    event 304 :: rd gateway; ts gateway & could not connect to the remote computer; unable to connect to the resource
    event 302 :: on client computer & connected to resource; connected to the following network resource
    event 303 :: on client computer & disconnected from resource; disconnected from the following network resource; bytes & bytes; duration; transferred
    event 1012 :: exceeded the maximum allowed failed log on; maximum allowed failed log on attempts; forcibly terminated & session; client name; remote
    event 1041 :: autoreconnect; auto-reconnect; auto reconnect & failed to reconnect; cookie; authentication failed; secret; rejected
    event 1050 :: listener & misconfigured; authentication & encryption
    event 1050 :: listener & inconsistent & encryption; authentication
    event 20498 :: taken too long to complete the client connection; too long to complete & connection
    event 20499 :: taken too long to load the user configuration; too long to load & user; configuration
    event 1069 :: licensing mode for & not been configured; has not been configured; is not configured; must be configured
    event 1128 :: licensing grace period has expired; grace period & has expired & not registered; license server; service has not
    event 1128 :: no se pudo encontrar un servidor de licencias valido; 1128
    event 1130 :: does not have a remote desktop license server specified; license server specified; no license server specified
    event 1028 :: remote session could not be established & license could not be renewed; renewed
    event 1011 :: remote session could not be established & temporary license; license expired; has expired
    event 1003 :: provided an invalid license; invalid license & client
    event 1004 :: can not issue a client license; unable to issue the license; can t issue a client license
    subject licensing :: remaining permanent; does not have any remaining; no remaining & cal; cals; licenses
    subject licensing :: problem with your remote desktop license; session will be disconnected in 60 minutes; disconnected in 60 minutes
    subject licensing :: temporary license; terminal services client & expired; disconnected; no longer valid
    event 36886 :: no suitable default server credential
    event 36870 :: private key & cryptographic module; credential; 0x8009030d; access & tls; ssl; schannel
    event 36876 :: certificate received from the remote server has not validated correctly; not validated correctly
    event 36883 :: certificate received from the remote server has been revoked
    event 4005 :: winlogon process has terminated unexpectedly; windows log on process has unexpectedly terminated; log on process has unexpectedly terminated
    event 5719 :: not able to set up a secure session; unable to set up a secure session & domain controller; domain
    Kerberos 41 :: krb_ap_err_modified; received a krb_ap_err_modified
    event 1006 :: incomplete connections; may be under attack
    event 1057 :: failed to create & self signed certificate; self-signed certificate & session host; tls
    event 1056 :: new self signed certificate; new self-signed certificate & generated; created; session host; remote desktop
    event 1064 :: session host; terminal server & template; certificate template & can not install; failed; could not
    event 1067 :: session host; terminal server & register & service principal name; termsrv
    event 1068 :: licensing mode & session host; server & accept; unlimited; remote administration
    event 6273 :: network policy server denied access; nps denied access
    event 6274 :: network policy server discarded; nps discarded
    event 6272 :: network policy server granted access
    subject NPS :: did not match any configured network policy; match any configured connection request policy; connection request did not match
    subject NPS :: nps extension; npsextension; azure mfa extension; mfa extension; multi-factor & nps; radius; network policy; azuremfa
    subject NPS :: network policy server; central nps; network policy & reason code; denied; discarded; not respond; no response; not reachable; unavailable; timeout; message-authenticator
    subject NPS :: message-authenticator; blastradius; blast-radius
    subject NPS :: extension dll & discarded; rejected; third-party; nps; radius
    subject NPS :: richtlinienserver; netzwerkrichtlinienserver; netzwerkrichtlinie & verweigert; zugriff; grundcode; ursachencode
    subject NPS :: serveur nps; serveur de strategie reseau; servidor de directivas de redes & refus; deneg; acces; code
    """

  /// Messages of deployment and administration tools.
  static let administration = """
    subject deployment :: remote desktop services deployment; rds deployment; remotedesktopdienste-bereitstellung & does not exist; not exist; not found; ist nicht; in the server pool; nicht vorhanden
    subject deployment :: validation failed for & rd connection broker; connection broker; session host; rd web; parameter
    subject deployment :: deployment wizard; services deployment; rds deployment; rds installation; role installation & winrm; fails; failed; can not; error
    subject deployment :: server pool & does not match; do not match; not match
    subject deployment :: server; servers & pending restart; restarts pending & rds; remote desktop
    subject deployment :: powershell remoting; winrm & connection broker; rds; remote desktop services; session host
    subject deployment :: get-rd; new-rd; set-rd; add-rd; remove-rd & deployment; does not exist; failed; connection broker; rdmanagement
    subject deployment :: remote desktop management service; rdms & not running; failed; stopped; can not; database
    subject deployment :: session collection; collection & does not exist; could not be created; unable to create; failed to create & rds; remote desktop; rd_; session host
    message port test :: tcptestsucceeded false
    message port test :: tcp connect to & failed
    message port test :: test-netconnection; tnc_; psping; portqry; telnet; tcping; nmap; nc_ & 3389 & fail; failed; refused; timed out; timeout; filtered; closed; not listening; could not open; open; false; can not; unreachable; no response
    message port test :: portqry; tcp port 3389 & filtered; not listening; listening
    message port test :: could not open connection to the host on port 3389; connect to host & 3389; connect failed
    subject firewall :: get-netfirewallrule; netfirewallrule; netsh advfirewall & no msft_netfirewallrule; no rules match; nothing; objects found; not found; disabled; false
    subject firewall :: no msft_netfirewallrule; no rules match the specified criteria; keine regeln entsprechen
    subject remote desktop off :: fdenytsconnections & 0x1; 1; set; true
    subject remote desktop off :: termservice; remote desktop services & stopped; not running; disabled; 1060; 1068; 1053; did not respond; failed to start
    subject stuck sessions :: getting session; query session & error; failed; denied
    subject remote desktop right :: to log on remotely you need the right; need the right to log on; you need to be granted this right; right has been removed; granted this right manually
    subject remote desktop right :: remote desktop users; remotedesktopbenutzer & not a member; no such; missing; membership; has this right; isn t in; is not in
    message rdp file :: rdp file; rdp files; .rdp & warning; signed; unsigned; unknown publisher; publisher; security dialog; phishing; can t be verified; could not be verified
    message rdp file :: publisher of this remoteapp; publisher of this remote connection; unknown remote connection; unknown publisher & rdp; remote; remoteapp; trust
    message rdp file :: herausgeber; editeur; editor; издател; 发布者; 發行者; 発行元; 게시자 & remoteverbindung; remote; distante; remota; удаленн; 远程; 遠端; リモート; 원격 & unbekannt; nicht; inconnu; identif; desconocid; неизвест; 无法; 無法; 不明; 알 수 없
    """
}
