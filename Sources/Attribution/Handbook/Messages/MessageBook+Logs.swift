extension MessageBook {
  /// Lines of xrdp, guacd, gateways and agents beyond those of `servers`.
  static let logs = """
    message xrdp no X server :: connection problem giving up; some problem & xrdp_wm; xrdp; log_msg; wm_log; vnc
    message xrdp no X server :: vnc connecting; vnc connection; xorgxrdp; lib_mod_connect; xup; x11rdp; Xorg; Xvnc; started connecting & error connecting; failed; timed out; giving up; can t; could not; fatal; no screens
    message xrdp no X server :: fatal server error; no screens found; server is already active for display; could not create lock file; could not create server lock; cannot establish any listening sockets; failed to activate core devices; cannot run in framebuffer mode; no devices detected & xrdp; xorg; display; server; vnc; x server
    message xrdp session ended :: window manager; session & did exit; exited; exit_; terminated session; cleaning up; sigchld; finished; is exiting & xrdp; sesman; display; window manager; pid
    message xrdp session ended :: terminated session username; terminating session; session on display & xrdp; sesman; display; username; finished; ended
    message xrdp incoming :: libxrdp_force_read; xrdp_iso_incoming; xrdp_iso_recv; xrdp_sec_incoming; xrdp_rdp_incoming; cr-tpdu; connection request; xrdp_process_loop; xrdp_process_main_loop; libxrdp_process_incoming; xrdp_mcs_incoming; xrdp_tcp_recv; xrdp_iso_process & failed; fail; error; header read
    message xrdp sesman :: sesman; scp; sesman connect & failed; refused; error; timeout; timed out; could not; unable; can t connect & xrdp; sesman; connect; 3350
    credssp.logon_failure :: authfail; pam_authenticate; authentication failure; login failed; log on failed; password incorrect & user; xrdp; sesman; pam; display
    credssp.access_denied :: username okay but group problem; group access problem; tsusersgroup; user not in; not a member of; access control; denied & tsusers; xrdp; terminalserverusers; group problem
    message xrdp certificate :: key.pem; cert.pem; snakeoil; private key; ssl-cert & xrdp & permission denied; not readable; can t read; can not read; no such file; mismatch; failed; error
    message port taken :: bind; binding; g_tcp_bind; listen error; listen failed; trans_listen & failed; in use; error; could not; eaddrinuse; 98 & xrdp; sesman; 3350; 3389; vsock; rdp
    message guacd home :: home directory & not writable; isn t writable; not write; writable & freerdp; guacd
    message guacd home :: freerdp initialization may fail; could not create home; failed to create home; error creating .config freerdp
    message guacd wrong security :: wrong security type; security negotiation failed; server refused connection; refused connection & guac; guacd; security type; rdp server closed; rdp server
    message guacd unreachable :: connection timed out; server unreachable; upstream not found; error connecting to rdp server; unable to connect; failed to connect; unreachable; upstream & guac; guacd; guacamole; rdp server
    credssp.gateway_refused :: http 1.1 401; http 401; status code 401; 401 unauthorized; http 1.1 403; status code 403; 403 forbidden; http_401; unexpected 401; http_403 & com.freerdp.core.gateway; rd gateway; remote desktop gateway; rdp; rdg; tsg; rpcproxy; remotedesktopgateway
    message gateway HTTP :: http 1.1 404; status code 404; 404 not found; http 1.1 407; 407 proxy; status code 407; http 1.1 500; 500 internal; http 1.1 502; 502 bad; http 1.1 503; 503 service; status code 50; http 1.1 30; status code 30; http 1.1 40; status code 40; 302 found; 301 moved; retries exceeded; unexpected http; websocket; upgrade; no content; 200 ok; rpc_in_data; rpc_out_data; rdg_out_data; rdg_in_data & com.freerdp.core.gateway; rd gateway; remote desktop gateway; rdp; rdg; tsg; rpcproxy; remotedesktopgateway
    message gateway HTTP :: com.freerdp.core.gateway; rdg_; tsg_; rpc_client; rpc_in_; rpc_out_; rts_; rpcproxy; http_proxy; proxy_connect; http_response & fail; failed; failure; error; exceeded; timeout
    subject gateway :: rdg tunnel; tsg tunnel; e_proxy; rdg_process; tsg_proxy; tunnel_authorize; create_channel; tunnel create; tunnel authorization; channel create & error; fail; failed; denied; refused
    message AVD agent :: expired_machine_token; invalid_registration_token; name_already_registered; invalid_form; endpoint_not_found; downloadmsi; installmsi; installationhealthcheck; missingmethodexception; rdagentbootloader; rdagent; rdinfraagent; wvd-agent; wvd agent; rd agent; avd agent; sxsstack; sxs stack; side-by-side stack; side by side stack; wvdagent; geneva; broker is not reachable; heartbeat failed; registration token
    message AVD agent :: session host; sessionhost; session hosts & needs assistance; unavailable; not available; shutdown; upgrade failed; not upgraded; domain trust; not joined; no heartbeat; unreachable; status & avd; wvd; azure; agent; host pool; hostpool; virtual desktop
    AVD ConnectionFailedNoHealthyRdshAvailable :: no sessionhost; any sessionhost; no session host; no healthy host; no healthy session; no available host; session limit reached on all & pool; available; host; hosts
    AVD ConnectionFailedUserSidInformationMismatch :: sid value; sid information; user sid; onpremises sid; security identifier & different; mismatch; does not match; not supported
    AVD ConnectionFailedUserNotAuthorized :: not assigned; isn t assigned; no assigned; not authorized; no access; unauthorized & application group; app group; workspace; host pool; desktop group; virtual machine user log on
    credssp.access_denied :: virtual machine user log on; virtual machine administrator log on; vm user log on; virtual machine user; entra joined; azure ad joined; aad joined & role; not; denied; allowed; isn t; log on method
    event 1058 :: machinekeys; rdp certificate; remote desktop certificate; self-signed certificate; self signed & failed to replace; could not be renewed; access is denied; can t be created; failed to create; cannot be replaced
    event 36871 :: creating a tls client credential; creating a tls server credential; creating a tls credential; creating an ssl client credential; creating an ssl server credential
    event 20499 :: taken too long to load the user configuration
    event 1067 :: register spn; service principal name; termsrv service principal & failed; could not; can not; not registered; register
    event 261 :: listener rdp-tcp & received a connection
    event 4227 :: failed to establish an outgoing connection because the selected local endpoint
    event 41 :: kernel-power & unexpected; rebooted; reboot; power loss; 41
    event 1074 :: process & initiated the & restart; power off; shutdown; reboot
    event 40960 :: security system detected an authentication error; security system detected an attempted downgrade
    subject remote desktop off :: termservice; remote desktop services & not started; not running; stopped; disabled; failed to start; could not start; error 1058; is not started; wurde nicht gestartet; start type
    subject remote desktop off :: fdenytsconnections & 1_; 0x1; 0x00000001; set; value; enabled; policy
    subject remote desktop off :: listener & not listening; missing; no listener; down; gone; deleted; not active; not present; not listed & rdp; 3389; remote desktop; rdp-tcp
    message xrdp no X server :: vnc error; vnc error_ & problem connecting; security negotiation; sending share; before; after
    message xrdp no X server :: failed to create session; create session failed; session creation failed & sesman; xrdp; no child
    message xrdp no X server :: error starting x server; waitforx; display is not running; x server & failed; timed out; user; no_; error
    message xrdp noise :: scp_process_msg failed; trans_check_wait_objs failed & sesman
    message xrdp noise :: listening socket is in wrong state; connect_chansrv; chansrv; xrdp_mm_connect_chansrv; xrdp_mm_chansrv
    protocol.malformed :: received wrong flags; decrypt not working; xrdp_sec_recv; xrdp_rdp_recv
    message guacd browser :: filling instruction buffer; instruction buffer; ws was inactive; websocket was inactive; web client read err; guacamole connection failure; user is not responding; client is not responding; connection to guacd timed out & guac; guacd; guacamole; guacamole-lite; websocket; ws_
    message guacd browser :: websocket & close 1001; close 1005; close 1006; closed with code: 1006; code 1006; going away & guac; guacd; guacamole; web client; session
    message guacd internal :: internal error & guacamole server; within the guacamole; guacamole
    message guacd internal :: aborted see logs; 4822 & refused; error; aborted; unable; can not
    message guacd unreachable :: 远程桌面服务当前不可达; 远程桌面服务器当前无法; 远程桌面服务不可达; 远程服务不存在; 无法连接到远程桌面服务
    Guacamole 515 :: 远程桌面服务器因为出错而关闭; 远程桌面服务因为出错
    Guacamole 523 :: 远程桌面会话已结束; 已从远程桌面断开
    message web client :: websocket; websockettransport; wss & code 1006; 1006; is trying to connect; failed; closed with code & rdp; oops; couldn t connect; remote; gateway; rdweb; webclient
    message web client :: x509_name_print_ex; unknownerror & 46; gateway; certificateutils; disconnect code; internal exception
    message guacd internal :: tunnel to guacd; creation of websocket tunnel; http tunnel request failed; connection to guacd & failed; refused; timed out
    message guacd browser :: guacamole server is not currently reachable; guacamole server is not reachable
    message guacd unreachable :: 联系不上远程桌面服务器; 远程桌面服务器不在线; 无法连接到远程桌面服务器; 远程桌面服务器当前不可用; 远程桌面服务器目前无法; desktop service not found
    Guacamole 514 :: target machine is taking too long; server is taking too long & respond; bastion
    Guacamole 514 :: bastion host & unstable; taking too long; connection error
    Guacamole 517 :: connection is currently in use & concurrent access; not allowed
    ERRCONNECT_CONNECT_FAILED :: failed to connect to; failed to connect & com.freerdp; freerdp_tcp
    credssp.gateway_refused :: http 403; http 401 & /gw; gw_; gateway & freerdp; xfreerdp; xfreerdp3
    negotiation.ssl_cert_not_on_server :: vrdp; vrde & server certificate file; certificate & failed to access; missing; not found
    subject remote desktop off :: vrde; vrdp; remote desktop extension & not available; is not available; failed to load; disabled
    message TLS ended without goodbye :: fehler in der pull-funktion; pull-funktion; fonction pull; gnutls_record_recv; gnutls_record_send & failed; gnutls; fehler; erreur; 54; 110
    message logon info :: logon_msg_session_continue; logon_failed_other; logon_warning; logon error info; logon_msg_disconnect_refused; logon_msg_no_permission; logon_msg_bump_options; logon_msg_reconnect_options; logon_failed_update_password; logon_failed_bad_password
    message OpenSSL legacy :: no md4; md4; legacy provider; rc4 & not available; no_; failed to load; unsupported; fips; support & openssl; winpr; ntlm; freerdp; ssl
    message xrdp peer gone :: rdpclientconrecv; g_sck_recv failed; rdpclientcongotdata; socket closed & xrdp; returned 0; rdpclientcon
    message xrdp stopped :: sesman asked to terminate; asked to terminate; received sigterm; shutting down & sesman; xrdp
    mstsc 0x40A :: key container; smart card; smartcard & does not exist; requested key container; subsystem; no certificates; not found on the card
    event 1051 :: configured to use ssl with user selected certificate; no usable certificate was found on the server
    event 1065 :: template-based certificate; template based certificate
    event 312 :: has initiated an outbound connection; initiated an outbound connection
    subject firewall :: msft_netfirewallrule; get-netfirewallrule & no_; not found; objects found
    message connection file :: invalid connection file; connection file & specified; invalid; corrupt; could not be opened
    event 802 :: denied a remote procedure call; denied the call; denied the remote & unauthorized computer
    subject broker :: failed to connect to; could not connect to; unable to connect to & rd connection broker; connection broker
    message client parts :: support for protocol & not installed; is not installed
    """
}
