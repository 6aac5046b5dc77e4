extension MessageBook {
  /// Lines of FreeRDP, Remmina, xrdp, guacd, Guacamole and gnome-remote-desktop.
  static let servers = """
    ERRCONNECT_CONNECT_FAILED :: unable to connect to; failed to connect to & freerdp; xfreerdp; wlfreerdp; sdl-freerdp
    ERRCONNECT_TLS_CONNECT_FAILED :: rdp server & via tls
    mstsc 0x104 :: couldn t find the address for the rdp server; find the address for
    subject security layer :: not support the selected security protocol; negotiated security layer; security layer mismatch
    subject security layer :: security protocol; security layer & not supported; mismatch
    subject Kerberos :: can t connect to the rdp server; unable to connect & kerberos
    subject graphics :: h.264 & not support; not supported; lacks support; gfx
    rdp.server_ultimatum :: disconnectproviderultimatum
    subject certificate :: certificate verification failure; certificate for & has changed; changed
    subject name resolution :: dns lookup failed; could not resolve hostname; could not resolve host; unknown host; der name oder der dienst ist nicht bekannt; nom ou service inconnu; nombre o servicio desconocido; 名前またはサービスが不明
    subject name resolution :: getaddrinfo; name resolution & failed; failure; error; not known; unable
    message xrdp no X server :: x server & timeout; timed out; failed to start; never connected; startup timeout; waiting for; could not be
    message xrdp no X server :: vnc error & problem connecting; xrdp
    message xrdp no X server :: can not open /dev/tty0; open dev tty0; parse_vt_settings; only console users are allowed to run the x server; console users are allowed
    message xrdp no X server :: xorg & permission denied
    message xrdp no X server :: could not acquire name on session bus; oh no something has gone wrong
    message xrdp session ended :: window manager & exited quickly; non-zero; exited
    message xrdp no X server :: startwm & exited; exit code; failed
    ?message xrdp no X server :: xrdp & blue screen; blue background; turquoise screen; green screen; grey screen; gray screen
    message xrdp no X server :: error connecting to user session
    message xrdp no X server :: xrdp & back to log on; back to the log on; returns to log on; log on loop
    message xrdp sesman :: connection problem giving up
    message xrdp sesman :: log on failed for display
    message xrdp sesman :: sesman & refused; can not connect; could not connect; failed; problem
    message xrdp sesman :: xrdp_mm_connect; xrdp_mm_sesman & failed; error; problem
    subject password :: pam_authenticate failed; incorrect username or password
    subject password :: pam; pam_unix; pam_sss & authentication failure
    subject session limits :: max session limit exceeded; maximum number of sessions; session limit & exceeded; reached; denied
    error info 0x04 :: rdp server closed; rdp server refused; guacd & log on timeout
    message guacd unreachable :: server has rejected this connection attempt; upstream not found
    Guacamole 513 :: connection has been closed because the server is busy; guacamole & server is busy
    Guacamole 514 :: remote desktop server & taking too long to respond
    Guacamole 516 :: requested connection does not exist
    Guacamole 517 :: guacamole & already in use
    Guacamole 519 :: remote desktop server & not appear to exist; doesn t appear to exist; not be reached over the network
    Guacamole 520 :: remote desktop server & not currently available; currently not available
    Guacamole 521 :: conflicts with another connection; conflicts with another session; connection conflicts
    Guacamole 522 :: remote desktop server; session has ended & appeared to be inactive; appears to be inactive
    Guacamole 523 :: remote desktop server & forcibly closed
    Guacamole 771 :: remote desktop server & denying access
    Guacamole 776 :: no response from your browser
    Guacamole 797 :: simultaneous connection use; concurrent use limit; too many simultaneous clients; exhausted the limit
    message guacd unreachable :: upstream & timeout
    client.unresponsive :: server is taking too long to respond; user is not responding; client is not responding
    message xrdp sesman :: sesman & 3350 & refused; failed; error
    message xrdp incoming :: xrdp_iso_incoming; xrdp_sec_incoming & unexpected; error; failed
    extended 0x3 :: guacamole; guacd & idle; inactivity; inactive too long
    message GNOME credentials :: nla credentials missing; credentials missing; no credentials set; credentials are not set; credentials not set
    message GNOME port :: failed to bind; port already in use; address already in use; could not bind & rdp; 3389; gnome-remote; grd_; xrdp
    message GNOME disconnect :: rdp & network or intentional disconnect
    message GNOME certificate :: invalid tls certificate or key; tls certificate and key not; no tls certificate
    message GNOME certificate :: rdp & tls certificate & not configured; invalid; couldn t be loaded; failed to load; not found & gnome; grd; grdctl
    message xrdp certificate :: xrdp & certificate; private key; key.pem & not readable; permission denied; can t read; mismatch; can t accept
    message xrdp TLS accept :: xrdp & ssl_accept; ssl_tls_accept; tls handshake & failed; failure; error
    tls.client_left_in_handshake :: ssl_accept & eof; closed; connection reset
    """
}
