/// Error codes of the client's RD Gateway part, one by one, as the client's own table of texts has
/// them (`GetErrorDescription` of its ActiveX control); all count from 0x3000000 (50331648).
enum GatewayClientEntries {
  typealias Fix = Explanation.Fix

  private enum Kind {
    case credentials, certificate, reach, policy, smartCard, capacity, proxy, versions, resource
    case ended
  }

  static let all: [HandbookEntry] = rows.map { offset, kind, title, meaning in
    let number = 0x300_0000 + offset
    return .numbered(
      .disconnectReason, number, code: "mstsc 0x\(number.hexadecimal())",
      names: ["RDGateway\(offset)"], title: "RD Gateway: \(title)", meaning,
      confirm: [
        "Gateway log TerminalServices-Gateway/Operational at that second: events 201, 301 and 304 name policy, user and server.",
        kind == .reach || kind == .certificate || kind == .proxy
          ? "TCP 443 to the gateway in a capture at the client: does it open, does TLS complete, with which certificate?"
          : "The user name, and the name of the server as it was typed, against the gateway's policies.",
      ], fixes: fixes(kind),
      seeAlso: ["mstsc 0x300xxxx", "subject gateway", "negotiation.gateway_refused"])
  }

  private static func fixes(_ kind: Kind) -> [Fix] {
    let test = Fix(
      "Test the gateway itself: name, certificate and port 443 from this client.",
      command: "Test-NetConnection GATEWAY -Port 443")
    let policies = Fix(
      "Check the gateway's connection policy (CAP) and resource policy (RAP) for this user and this server, by the name that was typed."
    )
    switch kind {
    case .credentials: return [CommonFix.retypeCredentials, CommonFix.accountState]
    case .certificate:
      return [
        Fix(
          "Give the gateway a valid certificate with the name that clients type, from an authority they trust, with a revocation list they reach."
        ), CommonFix.fixClock, test,
      ]
    case .reach: return [test, CommonFix.dns, CommonFix.pathFirewall]
    case .policy: return [policies]
    case .smartCard: return [CommonFix.smartCard]
    case .capacity:
      return [
        Fix("Look at the gateway's load and its limit of connections; add a gateway or raise it."),
        test,
      ]
    case .proxy:
      return [
        Fix("Let traffic to the gateway pass the web proxy without a sign-in, or go around it."),
        test,
      ]
    case .versions: return [CommonFix.updateClient, policies]
    case .resource:
      return [
        Fix(
          "Test from the gateway whether the server answers, and look at the server's own log.",
          command: "Test-NetConnection HOST -Port 3389"), policies,
      ]
    case .ended:
      return [
        Fix(
          "Read in the gateway's log who or what ended the connection: event 303 names user and time."
        ),
        policies,
      ]
    }
  }

  private static let rows: [(UInt32, Kind, String, String)] = signIn + reaching + sessions

  private static let signIn: [(UInt32, Kind, String, String)] = [
    (
      0x01, .credentials, "user name or password not valid",
      "The gateway refused user name or password."
    ),
    (
      0x0B, .credentials, "another method of logon is required",
      "The gateway demands another method of logon than the one tried."
    ),
    (0x11, .smartCard, "no smart card service", "This client has no smart card service installed."),
    (
      0x12, .smartCard, "smart card removed",
      "The smart card was taken out, and the gateway ended the connection."
    ),
    (0x13, .smartCard, "no smart card", "No smart card was there when one was needed."),
    (0x14, .smartCard, "smart card removed", "The smart card was taken out during the connection."),
    (
      0x15, .credentials, "user name or password not valid",
      "User name or password was refused on the way through the gateway."
    ),
    (
      0x17, .credentials, "security package error",
      "Authentication to the gateway failed in the client's security package."
    ),
    (
      0x1A, .credentials, "credentials or smart card not accepted",
      "The combination of user name, domain and password was wrong, or the smart card was not recognised."
    ),
    (
      0x21, .credentials, "password expired",
      "The password has expired or must be changed; the gateway cannot change it."
    ),
    (
      0x26, .smartCard, "smart card credentials not valid",
      "The credentials of the smart card were refused."
    ),
    (
      0x2B, .credentials, "password wanted, not a smart card",
      "The gateway wants user name and password instead of a smart card."
    ),
    (
      0x2C, .smartCard, "smart card wanted", "The gateway wants a smart card instead of a password."
    ),
    (0x2D, .smartCard, "no smart card reader", "No smart card reader was found on this client."),
    (
      0x34, .credentials, "sign-in cookie malformed",
      "The gateway could not use the sign-in cookie it was sent."
    ),
    (
      0x35, .credentials, "sign-in cookie refused",
      "The gateway refused the sign-in cookie; it may have expired."
    ),
    (
      0x37, .credentials, "method of sign-in does not fit",
      "The gateway expects another method of authentication."
    ),
    (
      0x38, .credentials, "periodic authentication failed",
      "The gateway asked again during the session, and the credentials were no longer accepted."
    ),
    (
      0x3C, .smartCard, "smart card or its certificate not usable",
      "The smart card is not valid, its certificate was not found, or the Certificate Propagation service does not run."
    ),
    (
      0x3D, .credentials, "sign in on a web site first",
      "The gateway wants a sign-in on a web site before the connection."
    ),
    (
      0x3E, .credentials, "sign in on a web site first",
      "The gateway wants a sign-in on a web site before the connection."
    ),
    (
      0x3F, .credentials, "sign in on a web site again",
      "The sign-in ended with the session; the web site wants a new one."
    ),
    (
      0x40, .credentials, "sign in on a web site again",
      "The sign-in ended with the session; the web site wants a new one."
    ),
    (
      0x42, .credentials, "sign-in cookie too large",
      "The sign-in cookie is larger than the gateway takes."
    ),
  ]

  private static let reaching: [(UInt32, Kind, String, String)] = [
    (
      0x02, .certificate, "revocation list not reached",
      "The client cannot check whether the gateway's certificate was revoked: its revocation list is not reachable from here."
    ),
    (
      0x03, .certificate, "certificate not accepted",
      "The gateway's certificate has another name, has expired or was revoked, or its issuer is not trusted."
    ),
    (
      0x04, .certificate, "certificate revoked",
      "The gateway's certificate was revoked by its issuer."
    ),
    (
      0x05, .certificate, "identity not verified",
      "The client cannot verify who the gateway is: its certificate's issuer is not trusted."
    ),
    (
      0x06, .certificate, "certificate has another name",
      "The name typed for the gateway is not in its certificate."
    ),
    (
      0x07, .certificate, "certificate expired or revoked",
      "The gateway's certificate has expired or was revoked."
    ),
    (
      0x09, .reach, "sending failed",
      "Data could not be sent to the gateway: the gateway went away, or the network did."
    ),
    (
      0x0A, .reach, "receiving failed",
      "Nothing more came from the gateway: the gateway went away, or the network did."
    ),
    (
      0x0C, .reach, "address wrong or not reached",
      "The gateway's name does not resolve, or nothing answers at it."
    ),
    (
      0x0D, .reach, "temporarily unavailable",
      "The gateway was reached and could not serve: its service does not run, or something before it answers in its place."
    ),
    (
      0x0E, .versions, "client component missing",
      "A component of the client is missing or has the wrong version."
    ),
    (0x0F, .capacity, "out of resources", "The gateway is short of memory or other resources."),
    (0x10, .versions, "wrong rpcrt4.dll", "The client's rpcrt4.dll has the wrong version."),
    (
      0x20, .proxy, "web proxy wants a sign-in",
      "A web proxy between client and gateway wants authentication."
    ),
    (
      0x23, .versions, "request not supported",
      "The gateway does not support what the client asked for."
    ),
    (
      0x24, .versions, "capabilities do not fit",
      "The client lacks a capability that the gateway demands."
    ),
    (
      0x25, .versions, "client and gateway do not fit",
      "Client and gateway have incompatible versions."
    ),
    (
      0x28, .certificate, "gateway without certificate",
      "The gateway has no certificate configured."
    ),
    (
      0x29, .policy, "gateway not on this computer's list",
      "A policy of this computer allows other gateways only."
    ),
    (
      0x2F, .proxy, "firewall credentials missing",
      "A firewall on the way wants credentials, and none were given."
    ),
    (
      0x30, .proxy, "firewall credentials refused", "A firewall on the way refused the credentials."
    ),
    (
      0x44, .proxy, "forward proxy does not work",
      "The connection through the configured proxy failed."
    ),
    (0x49, .versions, "client too old", "The client must be updated."),
    (
      0x4A, .proxy, "HTTPS port not allowed",
      "The network or its web proxy does not let the HTTPS ports through."
    ),
  ]

  private static let sessions: [(UInt32, Kind, String, String)] = [
    (
      0x08, .resource, "error at the server behind the gateway",
      "The gateway was passed, and the server behind it failed or refused."
    ),
    (
      0x18, .ended, "the gateway ended the connection",
      "The gateway ended the connection: a restart, a limit, a policy."
    ),
    (
      0x19, .ended, "the gateway's administrator ended the connection",
      "An administrator of the gateway disconnected the user."
    ),
    (
      0x1B, .policy, "server not in the resource policy (RAP)",
      "No resource policy (RAP) lets this user reach this server, or the server was typed by its short name where the policy has the full name or address."
    ),
    (
      0x1C, .policy, "user or computer not in the connection policy (CAP)",
      "No connection policy (CAP) lets this user or this computer use the gateway, or it demands another method of authentication."
    ),
    (
      0x1F, .policy, "access restricted", "The administrator has restricted access to this gateway."
    ),
    (0x22, .capacity, "too many connections", "The gateway has reached its limit of connections."),
    (
      0x27, .policy, "health check not passed",
      "This device did not meet the gateway's Network Access Protection."
    ),
    (
      0x2A, .policy, "health check impossible",
      "Network Access Protection failed because of the gateway's certificate."
    ),
    (
      0x32, .ended, "idle for too long",
      "The session ended since nothing came from the user: the gateway's idle time-out."
    ),
    (0x33, .ended, "session time-out", "The gateway's limit of session time was reached."),
    (
      0x39, .policy, "periodic authorisation failed",
      "The gateway checked again during the session, and its policies no longer allow the user."
    ),
    (
      0x3B, .resource, "policies not exchanged",
      "Gateway and server could not exchange policies: the server cannot, its settings forbid it, or their connection ended."
    ),
    (
      0x41, .policy, "periodic health check failed",
      "The gateway checked again during the session, and the device did not pass."
    ),
    (
      0x45, .policy, "no permission for the resource",
      "The user has no permission for this resource."
    ),
    (0x46, .resource, "no resources available", "No server is available for the connection."),
    (
      0x47, .resource, "error while accessing the resource",
      "The resource failed while the client accessed it."
    ),
    (
      0x4B, .resource, "resources being set up",
      "More resources are being started; a later attempt may work."
    ),
    (
      0x4C, .credentials, "another user than subscribed",
      "The user name differs from the one that subscribed to the applications."
    ),
    (0x4D, .capacity, "too many users", "Too many users at the moment."),
    (0x4E, .capacity, "limit of users reached", "The limit of users has been reached."),
    (0x4F, .policy, "trial period over", "The trial period of the service has ended."),
    (0x50, .policy, "access withdrawn", "The user no longer has access to the service."),
  ]
}
