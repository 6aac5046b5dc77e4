/// The names of an event's data by their place, for forms that have the values alone: PowerShell's
/// `Properties` are the values in the order of the event's template.
enum EventItemNames {
  /// Names the items, where none has a name and the event's order is known.
  static func name(_ record: inout EventRecord) {
    guard let id = record.eventID, !record.data.isEmpty,
      record.data.allSatisfy({ $0.name.isEmpty }),
      let names = order(EventRule.shortened(record.provider), id)
    else { return }
    for (place, name) in names.enumerated() where record.data.indices.contains(place) {
      record.data[place].name = name
    }
  }

  static func order(_ provider: String, _ id: Int) -> [String]? {
    switch provider {
    case "Security-Auditing": security[id]
    case "RemoteDesktopServices-RdpCoreTS": core[id]
    case "TerminalServices-LocalSessionManager": sessions[id]
    case "TerminalServices-RemoteConnectionManager":
      id == 1149 ? ["Param1", "Param2", "Param3"] : nil
    case "TerminalServices-Gateway": gateway[id]
    default: nil
    }
  }

  private static let target = ["TargetUserSid", "TargetUserName", "TargetDomainName"]
  private static let subject = [
    "SubjectUserSid", "SubjectUserName", "SubjectDomainName", "SubjectLogonId",
  ]
  private static let station = [
    "AccountName", "AccountDomain", "LogonID", "SessionName", "ClientName", "ClientAddress",
  ]
  private static let packet = [
    "ProcessId", "Application", "Direction", "SourceAddress", "SourcePort", "DestAddress",
    "DestPort", "Protocol",
  ]
  private static let security: [Int: [String]] = [
    4624: subject + target + [
      "TargetLogonId", "LogonType", "LogonProcessName", "AuthenticationPackageName",
      "WorkstationName", "LogonGuid", "TransmittedServices", "LmPackageName", "KeyLength",
      "ProcessId", "ProcessName", "IpAddress", "IpPort",
    ],
    4625: subject + target + [
      "Status", "FailureReason", "SubStatus", "LogonType", "LogonProcessName",
      "AuthenticationPackageName", "WorkstationName", "TransmittedServices", "LmPackageName",
      "KeyLength", "ProcessId", "ProcessName", "IpAddress", "IpPort",
    ],
    4634: target + ["TargetLogonId", "LogonType"], 4647: target + ["TargetLogonId"],
    4778: station, 4779: station, 5152: packet, 5157: packet,
  ]
  private static let core: [Int: [String]] = [
    65: ["ConnectionName"], 66: ["ConnectionName", "SessionID"], 103: ["ReasonCode"],
    131: ["ConnType", "ClientIP"], 140: ["IPString"], 142: ["error"], 143: ["error"],
    226: [
      "StateTransition", "PreviousState", "PreviousStateName", "NewState", "NewStateName", "Event",
      "EventName", "ErrorCode",
    ],
  ]
  private static let sessions: [Int: [String]] = {
    let whole = ["User", "SessionID", "Address"]
    var order: [Int: [String]] = [
      23: ["User", "SessionID"], 41: ["User", "SessionID"], 39: ["TargetSession", "Source"],
      40: ["Session", "Reason"],
    ]
    for id in [21, 22, 24, 25] { order[id] = whole }
    return order
  }()
  private static let gateway: [Int: [String]] = {
    let begin = [
      "Username", "IpAddress", "AuthType", "Resource", "ConnectionProtocol", "ErrorCode",
    ]
    var order: [Int: [String]] = [
      303: [
        "Username", "IpAddress", "AuthType", "Resource", "BytesReceived", "BytesTransfered",
        "SessionDuration", "ConnectionProtocol", "ErrorCode",
      ]
    ]
    for id in [200, 201, 300, 301, 302, 304, 307, 309] { order[id] = begin }
    return order
  }()
}
