import Attribution
import CaptureReader
import RDPProtocol
import TCPStreams

extension RDPRecord {
  /// Nil where the connection was not recognised as RDP and none of its messages was read.
  init?(_ trace: ProtocolTrace, naming inputs: InputNames) {
    guard trace.recognised || trace.request != nil || trace.confirm != nil else { return nil }
    let request = trace.request?.value
    var selected: [String]?
    var failure: UInt32?
    var responseFlags: [String]?
    switch trace.confirm?.value {
    case .selected(let protocols, let flags):
      selected = protocols.names
      responseFlags = NegotiationResponseFlags(rawValue: flags).names
    case .failure(let code): failure = code
    case .withoutNegotiation: selected = SecurityProtocols.rdp.names
    case nil: break
    }
    self.init(
      cookie: request?.cookie, routingToken: request?.routingToken,
      correlationID: request?.correlationID,
      requestedProtocols: request?.requestedProtocols?.names, selectedProtocol: selected,
      failureCode: failure, failureName: failure.flatMap(Handbook.negotiationFailureName),
      clientName: trace.mcs.clientName, clientBuild: trace.mcs.clientBuild,
      encryptionMethod: trace.mcs.encryptionMethod, encryptionLevel: trace.mcs.encryptionLevel,
      licensingError: trace.mcs.licensingError?.value,
      errorInfo: trace.mcs.errorInfo?.value,
      errorInfoName: trace.mcs.errorInfo.flatMap { Handbook.errorInfoName($0.value) },
      disconnects: trace.mcs.ultimatums.map {
        Disconnect(side: $0.side.rawValue, reason: $0.reason, frame: inputs.record($0.frame))
      },
      requestFlags: request.flatMap { $0.requestedProtocols == nil ? nil : $0.requestFlags.names },
      responseFlags: responseFlags,
      routingTarget: request?.routingTarget.map { "\($0.address):\($0.port)" },
      encryptionMethodName: trace.mcs.encryptionMethod.map {
        RDPNames.encryptionMethods($0).joined(separator: ", ")
      },
      encryptionLevelName: trace.mcs.encryptionLevel.flatMap(RDPNames.encryptionLevel),
      clientData: trace.mcs.clientData.map { ClientDataRecord($0) },
      clientInfo: trace.mcs.details.clientInfo.map { ClientInfoRecord($0) },
      redirection: trace.mcs.details.redirection.map { RedirectionRecord($0, naming: inputs) },
      autoReconnect: AutoReconnectRecord(trace.mcs.details, naming: inputs),
      logonNotice: trace.mcs.details.logonNotice.map { LogonNoticeRecord($0, naming: inputs) },
      multitransport: Self.multitransport(trace.mcs.details, naming: inputs),
      carrier: trace.carrier.map { CarrierRecord($0, naming: inputs) })
  }

  private static func multitransport(
    _ details: SessionDetails, naming inputs: InputNames
  ) -> [MultitransportRecord]? {
    let offers = details.multitransport
    return offers.isEmpty ? nil : offers.map { MultitransportRecord($0, naming: inputs) }
  }
}

extension TLSRecord {
  /// Nil where there was no sign of TLS.
  init?(_ trace: TLSTrace, naming inputs: InputNames) {
    guard
      trace.clientHelloFrame != nil || trace.serverHelloFrame != nil || trace.midStream
        || !trace.alerts.isEmpty
    else { return nil }
    var versions: [String]?
    var ciphers: [Cipher]?
    var serverName: String?
    if let hello = trace.clientHello?.value {
      versions = Self.versions(offeredBy: hello)
      ciphers = hello.cipherSuites.filter { !TLSNames.isGREASE($0) }.map { Cipher($0) }
      serverName = hello.serverName
    }
    var chosen: Cipher?
    var version: String?
    if let hello = trace.serverHello?.value {
      chosen = Cipher(hello.cipherSuite)
      version = TLSNames.version(hello.version)
    }
    self.init(
      version: version, cipher: chosen, serverName: serverName, offeredVersions: versions,
      offeredCiphers: ciphers, helloRetryRequest: trace.helloRetryRequest != nil,
      certificateRequested: trace.certificateRequested, midStream: trace.midStream,
      alerts: trace.alerts.map { Alert($0, naming: inputs) },
      certificate: trace.certificate.map { Certificate($0, naming: inputs) })
  }

  /// Highest first; clients without supported_versions offer all from the lowest that is allowed.
  private static func versions(offeredBy hello: ClientHello) -> [String] {
    let listed = hello.supportedVersions.filter { !TLSNames.isGREASE($0) }
    let offered = listed.isEmpty ? [hello.maximumVersion] : listed.sorted(by: >)
    return offered.map(TLSNames.version)
  }
}

extension TLSRecord.Cipher {
  init(_ suite: UInt16) {
    self.init(code: TLSNames.hexadecimal(suite), name: TLSNames.cipherSuite(suite))
  }
}

extension TLSRecord.Alert {
  init(_ alert: TLSAlert, naming inputs: InputNames) {
    self.init(
      side: alert.side.rawValue, encrypted: alert.isEncrypted, level: alert.level,
      code: alert.code, name: alert.code.flatMap(Handbook.tlsAlertName),
      frame: inputs.record(alert.frame))
  }
}

extension TLSRecord.Certificate {
  init(_ seen: Seen<ServerCertificate>, naming inputs: InputNames) {
    let certificate = seen.value
    self.init(
      subject: certificate.subject, issuer: certificate.issuer,
      notBefore: certificate.notBefore?.rfc3339, notAfter: certificate.notAfter?.rfc3339,
      selfIssued: certificate.isSelfIssued, chainLength: certificate.chainLength,
      frame: inputs.record(seen.frame))
  }
}

extension CredSSPRecord {
  /// Nil where the session was not to use CredSSP and showed no sign of it.
  init?(_ trace: CredSSPTrace, inside: DecryptedCredSSP?, naming inputs: InputNames) {
    guard trace.expected || trace.stage != .notStarted else { return nil }
    self.init(
      expected: trace.expected, stage: trace.stage.word, refusal: trace.refusal?.word,
      refusalFrame: trace.refusalFrame.map(inputs.record),
      clientLeft: trace.clientLeft.map(inputs.record),
      decrypted: inside.map { Decrypted($0) },
      messages: trace.messages.map {
        Message(
          side: $0.side.rawValue, plaintextLength: $0.plaintextLength,
          frame: inputs.record($0.frame))
      })
  }
}

extension CredSSPRecord.Decrypted {
  init(_ inside: DecryptedCredSSP) {
    let status = inside.errorCode?.value
    self.init(
      errorCode: status.map { "0x" + String($0, radix: 16, uppercase: true) },
      errorName: status.flatMap {
        Handbook.ntStatusName($0) ?? Handbook.explanation(status: $0)?.title
      }, clientVersion: inside.version.client,
      serverVersion: inside.version.server, mechanism: inside.mechanism,
      user: inside.account.user, domain: inside.account.domain,
      workstation: inside.account.workstation,
      serverName: inside.server.dnsComputer ?? inside.server.netBIOSComputer,
      kerberosError: inside.kerberosError?.value,
      kerberosErrorName: inside.kerberosError.flatMap { KerberosError.name($0.value) },
      earlyAuthorization: inside.earlyAuthorization?.value)
  }
}

extension CredSSPTrace.Stage {
  /// Stable word for machines.
  var word: String {
    switch self {
    case .notStarted: "not_started"
    case .negotiate: "negotiate"
    case .challenge: "challenge"
    case .authenticate: "authenticate"
    case .publicKeyReply: "public_key_reply"
    case .credentials: "credentials"
    case .earlyAuthorization: "early_authorization"
    case .passed: "passed"
    }
  }
}

extension CredSSPTrace.Refusal {
  /// Stable word for machines.
  var word: String {
    switch self {
    case .errorCode: "error_code"
    case .alert: "alert"
    case .closed: "closed"
    case .reset: "reset"
    case .earlyAuthorization: "early_authorization"
    }
  }
}
