extension MessageBook {
  /// Lines of firewalls, hypervisors and services around Remote Desktop.
  static let devices = """
    message firewall log :: server-rst; client-rst; tcp-rst-from-server; tcp-rst-from-client; aged-out; session_end_reason; sessionendreason; tcp reset-i; tcp reset-o; tcp reset i; tcp reset o & rdp; 3389; ms-wbt-server; ms-rdp; t.120
    message firewall log :: action timeout; action close; action deny; action client; action server; action ip-conn & dstport 3389; service rdp; app ms.rdp; ms-wbt-server
    message firewall log :: dpt 3389; spt 3389; dport 3389 & block; drop; deny; reject; in=; syn; ack; rst; proto
    message firewall log :: teardown tcp connection; built inbound tcp; deny tcp src; denied tcp & 3389
    subject VMConnect :: virtual machine connection; vmconnect & could not; can not; permission; not authorized; failed; lost; not running; turned off; black; enhanced; disconnected
    subject VMConnect :: video remoting was disconnected; video remoting & disconnected
    subject VMConnect :: required permission to complete this task & authorization policy
    message client parts :: install the rdp protocol plugin; rdp plugin & install; missing; not found; not available; not installed; first
    message client parts :: rdp protocol & plug-in; plugin & install; missing; not available; not installed
    message client parts :: error while loading shared libraries & freerdp; rdp; remmina; vinagre; guac
    negotiation failure 2 :: server selected standard_rdp_security; server selected standard rdp security; selected standard_rdp; selected standard rdp
    AVD ConnectionFailedAdErrorNoSuchMember :: aderrornosuchmember; addusertordugroup; error_no_such_member
    message workspace :: rdwebservice.asmx; webfeed.aspx; raweb; rdweb feed; feed & 404; 401; 403; 500; not found; error; could not; couldn t; endpoint
    subject stuck connecting :: rdp_handshake_timeout; rdp handshake timeout; err_rdp_handshake; handshake timeout & rdp
    error info 0x0C :: log out initiated by user; logout initiated by user
    message GNOME disconnect :: org.kde.krdp; krdp & session closed; client disconnected; stream closed
    message xrdp session ended :: fail whale; gnome-session & we failed; critical
    subject remote desktop off :: no matching msft_nettcpconnection & 3389; state listen; listen
    subject tunnel :: port forwarding & session manager; ssm; ssh; putty; plink; socat; kubectl; frp; portproxy; netsh interface
    subject tunnel :: socat; portproxy; frpc; frps; proxyname & rdp; 3389; heartbeat; listen
    subject RDP Wrapper :: service state & listener state
    subject RDP Wrapper :: rdp wrap; rdpwrap & stopped; error; 1067; not listening; update
    message xrdp stopped :: xrdp & 重启; 重新启动; restarted; restart & 会话; 原来; 旧; session
    """
}
