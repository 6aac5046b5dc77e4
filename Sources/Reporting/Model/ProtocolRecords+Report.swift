import Attribution
import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

extension RDPRecord {
  /// Nil where the connection was not recognised as RDP and none of its messages was read.
  init?(_ facts: WireFacts, naming inputs: InputNames) {
    guard facts.isRecognised || facts.trace.request != nil || facts.trace.confirm != nil else {
      return nil
    }
    let request = facts.trace.request?.value
    let details = facts.trace.mcs.details
    var selected: [String]?
    var failure: NegotiationFailureCode?
    var responseFlags: [String]?
    switch facts.trace.confirm?.value {
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
      failureCode: failure?.rawValue, failureName: failure?.name,
      clientName: facts.trace.mcs.clientName, clientBuild: facts.trace.mcs.clientBuild,
      encryptionMethod: facts.trace.mcs.encryptionMethod,
      encryptionLevel: facts.trace.mcs.encryptionLevel,
      licensingError: facts.trace.licensing.error?.value.rawValue,
      errorInfo: facts.trace.mcs.errorInfo?.value.rawValue,
      errorInfoName: facts.trace.mcs.errorInfo?.value.name,
      disconnects: facts.ultimatums.map {
        Disconnect(side: $0.side.rawValue, reason: $0.reason, frame: inputs.record($0.frame))
      },
      requestFlags: request.flatMap { $0.requestedProtocols == nil ? nil : $0.requestFlags.names },
      responseFlags: responseFlags,
      routingTarget: request?.routingTarget.map { "\($0.address):\($0.port)" },
      encryptionMethodName: facts.trace.mcs.encryptionMethod.map {
        RDPNames.encryptionMethods($0).joined(separator: ", ")
      },
      encryptionLevelName: facts.trace.mcs.encryptionLevel.flatMap(RDPNames.encryptionLevel),
      clientData: facts.trace.mcs.clientData.map { ClientDataRecord($0) },
      clientInfo: details.clientInfo.map { ClientInfoRecord($0) },
      redirection: details.redirection.map { RedirectionRecord($0, naming: inputs) },
      autoReconnect: AutoReconnectRecord(details, naming: inputs),
      logonNotice: details.logonNotice.map { LogonNoticeRecord($0, naming: inputs) },
      multitransport: Self.multitransport(details, naming: inputs),
      carrier: facts.carrier.map { CarrierRecord($0, naming: inputs) })
  }

  private static func multitransport(
    _ details: SessionDetails, naming inputs: InputNames
  ) -> [MultitransportRecord]? {
    let offers = details.multitransport
    return offers.isEmpty ? nil : offers.map { MultitransportRecord($0, naming: inputs) }
  }
}

extension CredSSPRecord {
  /// Nil where the session was not to use CredSSP and showed no sign of it.
  init?(_ progress: CredSSPProgress, inside: CredSSPTrace?, naming inputs: InputNames) {
    guard progress.expected || progress.stage != .notStarted else { return nil }
    self.init(
      expected: progress.expected, stage: progress.stage.word, refusal: progress.refusal?.word,
      refusalFrame: progress.refusalFrame.map(inputs.record),
      clientLeft: progress.clientLeft.map(inputs.record),
      decrypted: inside.map { Decrypted($0) },
      messages: progress.messages.map {
        Message(
          side: $0.side.rawValue, plaintextLength: $0.plaintextLength,
          frame: inputs.record($0.frame))
      })
  }
}

extension CredSSPRecord.Decrypted {
  init(_ inside: CredSSPTrace) {
    let status = inside.errorCode?.value
    self.init(
      errorCode: status?.hexadecimal,
      errorName: status.flatMap {
        $0.name ?? Handbook.explanation(status: $0.rawValue)?.title
      }, clientVersion: inside.version.client,
      serverVersion: inside.version.server, mechanism: inside.mechanism,
      user: inside.account.user, domain: inside.account.domain,
      workstation: inside.account.workstation,
      serverName: inside.server.dnsComputer ?? inside.server.netBIOSComputer,
      kerberosError: inside.kerberosError?.value.rawValue,
      kerberosErrorName: inside.kerberosError?.value.name,
      earlyAuthorization: inside.earlyAuthorization?.value)
  }
}

extension CredSSPStage {
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

extension CredSSPRefusalKind {
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
