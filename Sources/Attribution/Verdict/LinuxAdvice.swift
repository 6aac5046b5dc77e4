import Evidence
import LogReader

/// What to do where a log shows that the RDP server is no Windows: its pages' commands do not exist
/// there.
enum LinuxAdvice {
  static func advice(for code: VerdictCode, facts: SessionFacts) -> SessionAdvice.Advice? {
    let programs = facts.logs.map(\.session.program)
    let action: String? =
      if programs.contains(.xrdp) || programs.contains(.sesman) {
        xrdp[code]
      } else if programs.contains(.gnomeRemoteDesktop) {
        gnome[code]
      } else {
        nil
      }
    return action.map { SessionAdvice.Advice(nextAction: $0) }
  }

  private static let xrdp: [VerdictCode: String] = [
    .credsspLogonFailure:
      "See on the server whether the account is locked: `faillock --user NAME`, and read PAM's "
      + "words of that second: `journalctl -u xrdp-sesman`, /var/log/auth.log. Only then try the "
      + "password once, with `ssh NAME@localhost` on the server (root's su would not ask for it).",
    .credsspAccountRestricted:
      "Look at the account on the server: `passwd -S NAME`, `chage -l NAME`, `faillock --user "
      + "NAME`; then at PAM's words in `journalctl -u xrdp-sesman`.",
    .credsspPasswordExpired:
      "Change the password on the server: log on at the console or over SSH, or let an "
      + "administrator run `passwd NAME`.",
    .credsspAccessDenied:
      "Put the user into the group that may log on: TerminalServerUsers in /etc/xrdp/sesman.ini "
      + "(`usermod -aG tsusers NAME`), and see AllowRootLogin if it is root.",
    .tlsVersionMismatch:
      "Compare ssl_protocols in /etc/xrdp/xrdp.ini with what the client can do; update the older "
      + "side rather than allow old versions.",
    .tlsCipherMismatch:
      "Compare tls_ciphers in /etc/xrdp/xrdp.ini with what the client can do; update the older "
      + "side rather than allow old suites.",
    .tlsCertificateRejected:
      "Let the client trust the server's certificate, or give the server one with the name that "
      + "clients connect to: certificate and key_file in /etc/xrdp/xrdp.ini.",
    .tlsCertificateExpired:
      "Renew the server's certificate: certificate and key_file in /etc/xrdp/xrdp.ini, then "
      + "`systemctl restart xrdp`.",
    .negotiationSSLCertNotOnServer:
      "Let the xrdp service read its key: add user xrdp to group ssl-cert (Debian, Ubuntu), or "
      + "correct certificate and key_file in /etc/xrdp/xrdp.ini; then `systemctl restart xrdp`.",
    .serverTerminated:
      "Find out what ended the server's program: `journalctl -u xrdp -u xrdp-sesman`, dmesg (out "
      + "of memory), and the updates of that minute.",
    .serverUnresponsive:
      "Look at the server's load at that minute (`journalctl -k`, the monitoring), then at the "
      + "session: `loginctl list-sessions`, `ps -u NAME`.",
    .serverPortClosed:
      "See whether xrdp runs and listens: `systemctl status xrdp xrdp-sesman`, `ss -ltnp | grep "
      + "3389`; then start it: `systemctl enable --now xrdp`",
  ]

  private static let gnome: [VerdictCode: String] = [
    .credsspLogonFailure:
      "Compare user name and password with those set under Settings > System > Remote Desktop "
      + "(`grdctl status --show-credentials`): they are its own, not the account's.",
    .tlsCertificateRejected:
      "Let the client trust the server's certificate (grdctl rdp set-tls-cert, set-tls-key; "
      + "the client asks once).",
    .serverTerminated:
      "Find out what ended the server's program: `journalctl --user -u gnome-remote-desktop`, and "
      + "whether the desktop was locked or logged off.",
    .serverPortClosed:
      "See whether sharing is on and listens: `grdctl status`, `ss -ltnp | grep 3389`",
  ]
}
