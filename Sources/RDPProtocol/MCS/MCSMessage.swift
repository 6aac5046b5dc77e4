import CaptureReader

/// What follows the X.224 data header (02 F0 80) of a TPKT packet.
enum MCSMessage {
  case connectInitial(ClientData?)
  case connectResponse(result: MCSResult, server: ServerData?)
  case disconnectUltimatum(reason: UInt8)
  case domain(DomainPDU)
  /// Attach User Confirm or Channel Join Confirm with a result other than success.
  case refused(DomainPDU, result: MCSResult)
  /// User data with what its security header says.
  case userData(SecurityData)
  case other

  /// The start of an MCS Send Data PDU's user data.
  struct SecurityData {
    var first: [UInt8]
    /// Where in the packet's content it begins.
    var offset: Int
  }

  /// Parses the payload of a TPKT packet; throws where it is no X.224 data TPDU with MCS inside.
  init(parsing input: inout ByteReader) throws(WireError) {
    let start = input.position
    guard try input.read(UInt8.self) == 2, try input.read(UInt8.self) == 0xF0 else {
      throw WireError(.invalid(field: "X.224 data header"), offset: start)
    }
    try input.skip(1)
    let first: UInt8 = try input.read()
    if first == 0x7F {
      let tag: UInt8 = try input.read()
      switch tag {
      case 0x65: self = .connectInitial(ClientData(conferenceRequest: input.rest()))
      case 0x66: self = try .connectResponse(parsing: &input)
      default: throw WireError(.invalid(field: "MCS connect tag"), offset: start + 4)
      }
      return
    }
    guard let choice = DomainPDU(rawValue: first >> 2) else {
      self = .other
      return
    }
    switch choice {
    case .disconnectProviderUltimatum:
      let second: UInt8 = try input.read()
      self = .disconnectUltimatum(reason: (first & 3) << 1 | second >> 7)
    case .sendDataRequest, .sendDataIndication:
      // initiator, channel, priority; then the length (PER: one byte, or two with the top bit set)
      try input.skip(5)
      let length: UInt8 = try input.read()
      if length & 0x80 != 0 { try input.skip(1) }
      self = .userData(
        SecurityData(
          first: input.rest().copied(limit: 48), offset: input.position - start))
    case .attachUserConfirm, .channelJoinConfirm:
      // Four bits of result, after the choice's six and the mark of the optional field (PER).
      let second: UInt8 = try input.read()
      let result = MCSResult(rawValue: (first & 1) << 3 | second >> 5)
      self = result == .successful ? .domain(choice) : .refused(choice, result: result)
    default:
      self = .domain(choice)
    }
  }

  private static func connectResponse(
    parsing input: inout ByteReader
  ) throws(WireError) -> MCSMessage {
    _ = try input.readBERLength()
    guard try input.read(UInt8.self) == 0x0A, try input.read(UInt8.self) == 1 else {
      throw WireError(.invalid(field: "result"), offset: input.position)
    }
    let result = MCSResult(rawValue: try input.read())
    return .connectResponse(
      result: result, server: ServerData(conferenceResponse: input.rest()))
  }
}
