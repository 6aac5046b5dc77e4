extension MessageBook {
  /// Lines of programs around Remote Desktop: tunnels, brokers, tools that test ports, libraries.
  static let field = """
    message client parts :: support for protocol & not installed
    subject tunnel :: cloudflared; cloudflare tunnel; cfray; originservice; originurl
    subject tunnel :: meshcentral; meshrouter; mesh router & rdp; mstsc; router; meshrouter
    subject tunnel :: websocket bad handshake
    subject tunnel :: frpc; frps; frp_; control.go; service.go; proxy_manager.go; proxy manager.go; proxy_wrapper.go; proxy wrapper.go & start error; already exists; log on to server failed; work connection; join connections; no client control; port not allowed; port already used; port unavailable; try to reconnect; heartbeat timeout; connection write timeout
    subject tunnel :: ngrok; err ngrok; zrok; bore_; rathole; chisel; pinggy; localtonet; playit & failed; error; closed; refused; lost; timeout; offline; not found
    subject tunnel :: channel & open failed; open failed connect failed; open failed administratively
    subject tunnel :: teleport; windows desktop service; tsh_ & any windows desktop service; reading data from the windows desktop; websocket connection failed; no windows desktop services; tdp_
    message smart card certificate :: teleport; windows desktop service; windows_d & generate windows certificate; failed to generate; smart card log on is not supported; smartcard log on is not supported
    subject VPN :: openfortivpn; openfortigui; svpncookie; forticlient; fortisslvpn; openconnect; anyconnect; globalprotect; pppd & input/output error; input output error; hanging up; hangup; terminated; bad header; could not authenticate; validation failed; not setuid; down; refused to agree; closed connection; tunnel; disconnected; reconnect; dropped
    subject RDP Wrapper :: rdp wrapper; rdpwrap; rdpconf; superrdp; termwrap
    subject RDP Wrapper :: listener state; listener & not supported & listening; support
    message xrdp no X server :: error loading & xrdp; libxrdp; libvnc; libxup
    message xrdp no X server :: can not write vnc password hash
    message xrdp no X server :: x server & could not be started; is not active; failed to start; fail to start
    message xrdp no X server :: lib mod process message failed
    message xrdp session ended :: video remoting was disconnected
    subject password :: pam authenticate & failed; failure
    subject session limits :: max sessions; maxsessions; session limit exceeded; maximum number of sessions
    subject broker :: connection broker; sessionbroker; session broker & failed; could not; unable to; hresult; not available; not found
    message TLS ended without goodbye :: server closed tls connection; peer closed tls connection
    credssp.server_identity :: verify server s hash; verify server hash; verify the server s hash
    message xrdp incoming :: processing itu-t t.125; processing itu t.125 & failed
    message GNOME credentials :: no rdp auth methods
    log.handover_aborted :: aborting handover
    credssp.logon_failure :: authenticate with invalid user
    subject auto-reconnect :: autoreconnectstatus; auto reconnect status
    mstsc 0x908 :: licensing timed out; licensing time out; licensing timeout; license timed out
    mstsc 0xB06 :: encryption error & session; rdp; remote; desktop
    subject protocol error :: protocol error & session will be disconnected; remote session was disconnected; rdp session
    subject broker :: redirected you to another; was redirected to another
    ?message port taken :: another program; other program; another service; other service; another process; anderes programm; anderer dienst; autre programme; otro programa & 3389 & listen; port; uses; using; taken; lauscht; belegt; ecoute; utilise; escucha; ocupa
    ?subject session limits :: max connections; maximum connections; max number of connections; maximum number of connections; connection limit & reached; exceeded; full; too
    negotiation.refused :: x224 neg failure; rdp neg failure; neg failure & rdp; protocol
    extended 0x3 :: because you have been inactive; because you were inactive; you have been inactive; been idle for too long; due to inactivity & session; signed out; disconnected
    message GNOME credentials :: rdpcredentials; remotedesktop rdp; rdp credentials & secret; keyring; not set; failed to; locked; lookup
    event 202 :: the administrator disconnected the user
    subject gateway :: rpc error 6ba; rpc proxy; rpcproxy; rpc in data; rpc out data & 503; 401; 404; error; failed; closed
    message AVD agent :: reverseconnect; reverse connect; orchestration error; orchestration
    error info 0x01 :: administrative tool on the server in another session; administrative tool in another session
    Guacamole 521 :: user conflict; session conflict & guacamole; session
    extended 0x5 :: another user connected & forcing; forced; disconnection
    message smart card certificate :: smartcard; smart card & no suitable; unable to get; no certificates; not found; no valid
    subject client crash :: sehexception; unhandled exception; access violation; segmentation fault; core dumped; stack overflow & rdp; remote; mstsc; networkmanager; client; freerdp; remmina
    message port test :: filtered & ms-wbt-server; 3389
    server.port_closed :: closed & ms-wbt-server; 3389 tcp
    message port open :: ms-wbt-server & open
    subject Kerberos :: kerberos default realm; no kerberos credentials; can not contact any kdc; unable to reach any kdc; kerberos tgt; credentials cache
    subject graphics :: failed to transfer video frame; h264 context; avc420; openh264; h.264 context; h264 gfx; libfreerdp does not support h264; progressive codec; video frame & fail; error; not; invalid
    subject remote desktop off :: rdp-tcp 65536 down; rdp-tcp down
    subject TLS versions :: dh key too small; ee key too small; legacy sigalg; no shared cipher; wrong signature type; legacy renegotiation; no protocols available; unsupported protocol
    subject certificate :: verify error num; verify return code & certificate; self-signed; expired
    message port test :: 3389 & connection refused; connection timed out; no route to host; operation timed out; actively refused; network is unreachable
    subject Entra :: aad parse state; aad auth; aad_auth
    subject remote desktop off :: vrde & could not start; failed; not
    subject stuck sessions :: stuck in & disc; disconnected state; disconnected
    subject RemoteApp :: remoteapp; remote app & windows are closed; last window; close the app; log off; second instance; part of the window
    subject screen lock :: log on screen of the; lock screen; screen is locked & every; after; minutes
    subject web client :: rd web client; webclient & error; not; could not
    subject profile :: has an unexpected status & user session
    message web client :: connection closed with websocket error; websocket & close 1000; close 1006; abnormal closure
    NTSTATUS 0xC000005E :: specified domain either does not exist
    NTSTATUS 0xC000005E :: sign you in with this credential because your domain; your domain isn t available
    message smart card certificate :: smart card is blocked; smartcard is blocked; smart card has been blocked; unblock your smart card; unblock the smart card
    message TLS ended without goodbye :: failed to fill whole buffer; unexpected eof; unexpectedeof; without sending close_notify; eof occurred in violation & rdp; tls; ssl; ironrdp; connection
    message guacd browser :: guacd was inactive; inactive for too long
    """
}
