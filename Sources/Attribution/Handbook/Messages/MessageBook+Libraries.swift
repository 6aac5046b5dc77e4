extension MessageBook {
  /// Reasons of OpenSSL, GnuTLS, LibreSSL, rustls and Go, and names of FreeRDP's functions.
  static let libraries = """
    subject certificate :: certificate verify failed; certificate verification failed; certificate verification failure; unable to verify the first certificate; self signed certificate; self-signed certificate in certificate chain; unable to get issuer certificate; unable to get local issuer; certificate signed by unknown authority; unknownissuer; invalid peer certificate; notvalidforname; hostname mismatch; ip address mismatch; certificate is not yet valid; certificate has expired; certificate has been revoked; certificate rejected; certificate not trusted; no certificate set; failed to verify certificate; x509 certificate; unsuitable certificate purpose; invalid purpose; ca cert does not; certificate chain too long; path length constraint; crl has expired; unable to get certificate crl; issuer is unknown; signer not found; unable to load certificate & failed; failure; error; rdp; remote; expired; signed; verify; certificate; unknown; ssl; tls; 18; 19; 20; 21; 10
    message not TLS :: wrong version number; http request; https proxy request; unknown protocol; packet length too long; record overflow; record layer failure; first record does not look like a tls handshake; unexpected message; not a tls; invalidcontenttype; corrupt message; invalid message; unexpected tls packet; unexpected packet; excessive message size; encrypted length too long & ssl; tls; openssl; gnutls; handshake; rustls; bio; routines; schannel; record
    subject TLS versions :: wrong version number; unsupported protocol; version too low; no protocols available; no shared cipher; no cipher match; no ciphers available; no ciphers specified; no suitable signature algorithm; no common signature; no shared signature; dh key too small; ee key too small; ca key too small; ca md too weak; wrong signature type; wrong cipher returned; legacy renegotiation; no suitable key share; bad ecpoint; unsupported elliptic curve; missing supported groups; legacy sigalg; inappropriate fallback; tls version not supported; peer is incompatible; peerincompatible; nociphersuites; illegal or unsupported; unsupported certificate type; no required ssl certificate; invalid unable to negotiate
    tls.bad_record :: decryption failed or bad record mac; bad record mac; bad decrypt; block cipher pad is wrong; data length too long; digest check failed; decrypt error; decrypterror & ssl; tls; gnutls; record; routines; mac
    TLS alert 116 :: peer did not return a certificate; certificate required
    negotiation.ssl_cert_not_on_server :: no certificate assigned; no certificate returned; key values mismatch; no start line; no private key; private key does not match; failed to load certificate; failed to load private key; error loading certificate; error loading key & ssl; tls; server; rdp; xrdp; grd
    message TLS ended without goodbye :: unexpected eof; eof while reading; eof occurred in violation of protocol; non-properly terminated; premature termination; premature close; shutdown while in init; protocol is shutdown; close_notify; peer closed connection without sending tls; unexpectedeof & ssl; tls; gnutls; rustls; protocol; bio; connection
    ERRCONNECT_TLS_CONNECT_FAILED :: bio_do_handshake failed; bio_do_connect failed; bio_do_accept failed; tls_do_handshake; ssl_connect failed; freerdp_tls_handshake; freerdp_tls_connect; transport_connect_tls; transport_accept_tls & bio; rdp; freerdp; ssl; tls; crypto; failed; fail
    message TLS ended without goodbye :: ssl_error_syscall; ssl_error_zero_return; ssl syscall; ssl_read i o error; ssl_write i o error
    negotiation.refused :: nego_connect; nego_recv; nego_read; nego_send; nego_process; nego_attempt; nego_transport_connect; nego_tcp_connect & fail; failed; failure; error; refused; disabled
    message FreeRDP logon :: nla_recv_pdu; nla_client_recv; nla_server_recv; nla_client_begin; nla_recv_authenticate; nla_decode; nla_encode; connection_state_nla; nla_client; credssp_recv; credssp_send & fail; failed; failure
    ERRCONNECT_NO_OR_MISSING_CREDENTIALS :: no credentials provided; no username or password; no credentials given; missing credentials; credentials required
    subject licensing :: connection_state_licensing; license_recv; license_read; license_client_recv; license_send; license_verify; license_decrypt; rdp_recv_client_license; license_process; licensing error & fail; failed; failure; error; invalid; abort
    ERRCONNECT_MCS_CONNECT_INITIAL_ERROR :: connection_state_mcs; mcs_recv; mcs_read; mcs_send; mcs_client_begin; mcs_connect; gcc_read; gcc_write; mcs connect; attach user; channel join & fail; failed; failure; error; invalid; expected
    ERRCONNECT_ACTIVATION_TIMEOUT :: connection_state_capabilities; connection_state_finalization; rdp_client_connect_demand_active; rdp_recv_demand_active; rdp_recv_confirm_active; demand_active; rdp_client_connect_finalize; rdp_finalize; activation timeout & fail; failed; failure; error; timeout; timed out
    protocol.malformed :: fastpath_recv; fastpath_read; rdp_recv_pdu; rdp_recv_data_pdu; rdp_recv_tpkt; rdp_read_header; rdp_read_share; tpkt_read; tpdu_read; update_recv; update_read; rdp_recv_fastpath; invalid tpkt; invalid pdu; stream_check; stream_getremaining; stream_checkandlog; bulk_decompress; mppc_decompress; ncrush; xcrush; planar_decompress; interleaved_decompress; rfx_process; progressive_decompress; orders_recv; rdpgfx_recv; bitmap_decompress & fail; failed; failure; error; invalid; not enough; insufficient
    message FreeRDP step :: bio_read retries exceeded; bio_should_retry
    message FreeRDP step :: transport_check_fds; transport_read_pdu; transport_read_layer; transport_write; transport_parse_pdu; rdp_recv_callback; rdp_client_connect; rdp_check_fds; freerdp_check_fds; freerdp_check_event_handles; failed to check freerdp; freerdp_connect; freerdp_post_connect; freerdp_pre_connect; freerdp connect error; transport_connect; transport_attach; com.freerdp.core & fail; failed; failure; error; disconnect; disconnected; 1_
    message client display :: failed to open display; can not open display; can t open display; unable to open display; cannot connect to x server; display environment variable; xopendisplay; no display; could not connect to display; qt.qpa.xcb; sdl_init; wayland_display & freerdp; xfreerdp; remmina; rdesktop; display; rdp; failed; error; open
    subject graphics :: h264; h.264; avc420; avc444; openh264; ffmpeg; vaapi; libva; mediacodec & failed; failure; error; unsupported; not found; unable & rdp; freerdp; gfx; decoder; encoder; codec
    errno 104 :: connectionreset; econnreset; wsaeconnreset; reset by peer; connection reset
    errno 111 :: connectionrefused; econnrefused; connection refused
    errno 110 :: etimedout; connection timed out; i o timeout; i/o timeout; operation timed out & rdp; 3389; connect; connection; dial; tcp; read; write; remote; socket
    errno 113 :: ehostunreach; no route to host; host is unreachable; hostunreachable
    errno 103 :: connectionaborted; software caused connection abort; econnaborted
    errno 32 :: brokenpipe; broken pipe; epipe
    subject name resolution :: nodename nor servname; name or service not known; no such host; enotfound; eai_again; eai_noname; failed to lookup address; temporary failure in name resolution; getaddrinfo failed; name does not resolve; host not found; unknown host; unknownhostexception
    negotiation failure 2 :: only use standard rdp security; only supports standard rdp; only standard rdp security; supports only standard rdp; does not support external security; use standard rdp security only
    negotiation failure 5 :: requires that the client support enhanced rdp security with credssp; credssp required by server
    negotiation failure 1 :: requires that the client support enhanced rdp security with tls; ssl required by server
    negotiation.refused :: failed to negotiate security; negotiate security protocol; negotiation step
    protocol.malformed :: unexpected share control; unexpected pdu; invalid payload; pdu error; decode error; failed to decode; unexpected share data; expected serverdemandactive; update_recv_order; secondary order & pdu; ironrdp; rdp; order; decode
    rdp.server_ultimatum :: disconnect provider ultimatum; disconnectproviderultimatum
    ERRCONNECT_ACTIVATION_TIMEOUT :: timeout waiting for activation; activation timeout
    subject licensing :: license connection sequence; license_; licensing & aborted; abort; total abort
    client.terminated :: caught signal; received signal; killed by signal & terminated; sigterm; sigint; 15; interrupt; term_handler
    subject graphics :: rdpgfx; gfx_; resetgraphics; surfacetooutput; surface & failed; failure; error & freerdp; rdp; channels; gfx
    subject client crash :: segmentation fault; core dumped; sigsegv; segfault; abort trap; assertion failed & freerdp; remmina; xfreerdp; rdesktop; guacd; rdp; drdynvc
    subject certificate :: certificate validation failed; untrusted/self-signed; self-signed certificate; certificate not trusted
    message session ended :: client process was killed; host client process
    server.port_closed :: rdp port closed; port is closed; port closed & rdp; 3389; exiting
    message cannot connect :: remote desktop protocol failure; failed to establish a connection with windows; unable to establish a connection to rdp; cannot establish a connection to rdp
    credssp.logon_failure :: authentication failure check credentials; check credentials & ntlmssp; authentication failure; credssp
    mstsc 0x10A :: scard_e_no_service; smart card resource manager is not running
    mstsc 0x20A :: scard_e_no_readers; scard_e_reader_unavailable
    mstsc 0x30A :: scard_e_no_smartcard; scard_w_removed_card
    subject name resolution :: nsurl; nserror; nsurlerror & -1003; 1003
    message cannot connect :: nsurl; nsurlerror & -1004; -1001; -1005; -1009
    """
}
