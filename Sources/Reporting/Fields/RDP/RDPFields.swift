import CaptureReader
import Evidence
import PacketDecode
import RDPProtocol
import TCPStreams

/// What was read of RDP itself ([MS-RDPBCGR]).
enum RDPFields {
  static let record = Record<WireFacts>(
    "rdp", "what was read of RDP itself ([MS-RDPBCGR])",
    request + response + standardSecurity + ends + details,
    quiet: [
      QuietFields(
        "auto_reconnect", "carrier", "client_build", "client_data", "client_info", "client_name"
      ) {
        $0.isSilentInMCS && !$0.hasCarrier
      },
      QuietFields(
        "disconnects", "encryption_level", "encryption_level_name", "encryption_method",
        "encryption_method_name", "error_info", "error_info_name"
      ) {
        $0.isSilentInMCS && $0.inference.ultimatums.isEmpty
      },
      QuietFields("failure_code", "failure_name") { $0.failureCode == nil },
      QuietFields("licensing_error", "logon_notice", "multitransport", "redirection") {
        $0.isSilentInMCS && $0.trace.licensing.error == nil
      },
      QuietFields("routing_target", "routing_token") {
        $0.trace.request?.value.routingToken == nil
      },
    ])

  private static let request: [Field<WireFacts>] = [
    Field("cookie", "user name or hash in the connection request", columns: [.value]) {
      $0.trace.request?.value.cookie
    },
    Field(
      "routing_token", "load balancer's token in the connection request", columns: [.value]
    ) { $0.trace.request?.value.routingToken },
    Field(
      "routing_target", "the server that a load balancer's token (`Cookie: msts=`) names"
    ) { $0.trace.request?.value.routingTarget.map { "\($0.address):\($0.port)" } },
    Field("correlation_id", "the client's correlation identifier", columns: [.value]) {
      $0.trace.request?.value.correlationID
    },
    Field(
      "requested_protocols", "security protocols that the client offered", columns: [.value]
    ) { $0.trace.request?.value.requestedProtocols?.names },
    Field("request_flags", "flags of the negotiation request, by name") {
      $0.trace.request.flatMap {
        $0.value.requestedProtocols == nil ? nil : $0.value.requestFlags.names
      }
    },
  ]

  private static let response: [Field<WireFacts>] = [
    Field("selected_protocol", "the one that the server chose", columns: [.value]) {
      $0.selectedProtocol
    },
    Field("response_flags", "flags of the negotiation response, by name") { $0.responseFlags },
    Field("failure_code", "negotiation failure code", columns: [.value]) {
      $0.failureCode?.rawValue
    },
    Field("failure_name", "its name", columns: [.value]) {
      $0.failureCode?.name
    },
  ]

  private static let standardSecurity: [Field<WireFacts>] = [
    Field("client_name", "the client computer's name", columns: [.value]) {
      $0.trace.mcs.clientName
    },
    Field("client_build", "build number of the client", columns: [.value]) {
      $0.trace.mcs.clientBuild
    },
    Field("encryption_method", "Standard RDP Security's method", columns: [.value]) {
      $0.trace.mcs.encryptionMethod
    },
    Field("encryption_method_name", "its name") {
      $0.trace.mcs.encryptionMethod.map {
        RDPNames.encryptionMethods($0).joined(separator: ", ")
      }
    },
    Field("encryption_level", "Standard RDP Security's level", columns: [.value]) {
      $0.trace.mcs.encryptionLevel
    },
    Field("encryption_level_name", "its name") {
      $0.trace.mcs.encryptionLevel.flatMap(RDPNames.encryptionLevel)
    },
  ]

  private static let ends: [Field<WireFacts>] = [
    Field("licensing_error", "licensing error code", columns: [.value]) {
      $0.trace.licensing.error?.value.rawValue
    },
    Field("error_info", "Set Error Info code", columns: [.value]) {
      $0.trace.mcs.errorInfo?.value.rawValue
    },
    Field("error_info_name", "its name", columns: [.value]) {
      $0.trace.mcs.errorInfo?.value.name
    },
    Field(
      "disconnects", "disconnect ultimatums: side, and the reason if it was readable",
      list: disconnect,
      columns: [
        .texts { entry in
          guard let side = entry["side"].text else { return nil }
          return entry["reason"].integer.map { "\(side) \($0)" } ?? side
        }
      ]
    ) { $0.ultimatums },
  ]

  private static let details: [Field<WireFacts>] = [
    Field(
      "client_data", "what the client sent of itself in MCS Connect Initial",
      optional: RDPDetailFields.clientData
    ) { $0.trace.mcs.clientData },
    Field(
      "client_info", "the account that the client named; never its password",
      optional: RDPDetailFields.clientInfo
    ) { $0.trace.mcs.details.clientInfo },
    Field(
      "redirection", "where the server sent the client", optional: RDPDetailFields.redirection
    ) { $0.trace.mcs.details.redirection },
    Field(
      "auto_reconnect", "logon identifiers of reconnection cookies; never the cookies",
      optional: RDPDetailFields.autoReconnect
    ) { $0.trace.mcs.details.mentionsAutoReconnect ? $0.trace.mcs.details : nil },
    Field(
      "logon_notice", "logon error of Save Session Info", optional: RDPDetailFields.logonNotice
    ) { $0.trace.mcs.details.logonNotice },
    Field(
      "multitransport", "UDP transports that the server asked for, with the client's answer",
      optionalList: RDPDetailFields.multitransport
    ) {
      $0.trace.mcs.details.multitransport.isEmpty ? nil : $0.trace.mcs.details.multitransport
    },
    Field(
      "carrier", "what carries the session in place of a plain connection to the server",
      optional: CarrierFields.record
    ) { $0.carrier },
  ]

  private static let disconnect = Record<DisconnectUltimatum>(
    "disconnect", "an MCS Disconnect Provider Ultimatum",
    [
      Field("side", "who sent it") { $0.side },
      Field("reason", "its reason; null where it is encrypted") { $0.reason },
      Field("frame", "its packet") { $0.frame },
    ])
}

extension WireFacts {
  /// The connection was recognised as RDP, or one of its first messages was read.
  var showsRDP: Bool { isRecognised || trace.hasRequest || trace.hasConfirm }

  fileprivate var selectedProtocol: [String]? {
    switch trace.confirm?.value {
    case .selected(let protocols, _): protocols.names
    case .withoutNegotiation: SecurityProtocols.rdp.names
    case .failure, nil: nil
    }
  }

  fileprivate var responseFlags: [String]? {
    guard case .selected(_, let flags) = trace.confirm?.value else { return nil }
    return NegotiationResponseFlags(rawValue: flags).names
  }

  var failureCode: NegotiationFailureCode? {
    guard case .failure(let code) = trace.confirm?.value else { return nil }
    return code
  }
}

extension SessionDetails {
  fileprivate var mentionsAutoReconnect: Bool {
    autoReconnectOffered != nil || autoReconnectUsed != nil || autoReconnectRefused != nil
  }
}
