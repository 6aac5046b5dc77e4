import CaptureReader
import TCPStreams

/// Reads CredSSP's messages from opened records until MCS begins.
struct CredSSPReader: Sendable {
  static let keptMessages = 16

  /// What became of a side's bytes.
  enum Outcome: Equatable {
    case taken
    /// They are MCS: CredSSP is over.
    case over
    case foreign
  }

  private var buffers = PerSide<[UInt8]>(client: [], server: [])

  var bufferedBytes: Int { buffers.client.count &+ buffers.server.count }

  /// Forgets messages that are not complete; what still comes of them is no message.
  mutating func dropBuffers() { buffers = PerSide(client: [], server: []) }

  /// - Parameter expectsEarlyAuthorization: HYBRID_EX was selected.
  mutating func receive(
    _ bytes: [UInt8], from side: Side, frame: ItemReference, expectsEarlyAuthorization: Bool,
    into trace: inout CredSSPTrace
  ) -> Outcome {
    if buffers[side].isEmpty {
      if bytes.first == 3 {
        trace.stage = .passed
        return .over
      }
      if side == .server, bytes.count == 4, expectsEarlyAuthorization, trace.stage == .credentials {
        takeEarlyAuthorization(bytes, frame, into: &trace)
        return .taken
      }
      guard bytes.first == 0x30 else { return bytes.isEmpty ? .taken : .foreign }
    }
    var buffer: [UInt8] = []
    swap(&buffer, &buffers[side])
    buffer += bytes
    // What is there of an unfinished message stays in place: a message can come in many records.
    var position = 0
    var length = Self.length(at: position, of: buffer)
    while let whole = length, whole <= buffer.count - position {
      guard let request = try? TSRequest(parsing: Array(buffer[position..<(position + whole)]))
      else { return .foreign }
      take(request, length: whole, from: side, frame, into: &trace)
      position += whole
      length = Self.length(at: position, of: buffer)
    }
    if (length ?? 0) > TSRequest.lengthLimit
      || (length == nil && buffer.count - position >= TSRequest.headerLimit)
    {
      return .foreign
    }
    if position == buffer.count { return .taken }
    if position > 0 { buffer.removeFirst(position) }
    swap(&buffer, &buffers[side])
    return .taken
  }

  private static func length(at position: Int, of buffer: [UInt8]) -> Int? {
    TSRequest.length(of: Array(buffer[position...].prefix(TSRequest.headerLimit)))
  }

  private func takeEarlyAuthorization(
    _ bytes: [UInt8], _ frame: ItemReference, into trace: inout CredSSPTrace
  ) {
    let value = bytes.rawSpan.littleEndian(at: 0, as: UInt32.self) ?? 0
    trace.earlyAuthorization = Seen(value, frame)
    trace.stage = .earlyAuthorization
    if value != 0 {
      trace.refusal = .earlyAuthorization
      trace.refusalFrame = frame
    }
  }

  private func take(
    _ request: TSRequest, length: Int, from side: Side, _ frame: ItemReference,
    into trace: inout CredSSPTrace
  ) {
    trace.version[side] = request.version
    trace.usesClientNonce = trace.usesClientNonce || (side == .client && request.hasClientNonce)
    for token in request.negoTokens { take(SPNEGO(token), from: side, frame, into: &trace) }
    trace.stage = max(trace.stage, Self.stage(of: request, from: side))
    if side == .server, let code = request.errorCode, code != 0, trace.errorCode == nil {
      trace.errorCode = Seen(code, frame)
      trace.refusal = .errorCode
      trace.refusalFrame = frame
    }
    guard trace.messages.count < Self.keptMessages else { return }
    trace.messages.append(
      CredSSPTrace.Message(
        side: side, frame: frame, version: request.version, tokens: request.negoTokens.count,
        hasPubKeyAuth: request.hasPubKeyAuth, hasAuthInfo: request.hasAuthInfo,
        errorCode: request.errorCode, length: length))
  }

  /// The stage that a message shows ([MS-CSSP] 3.1.5).
  private static func stage(of request: TSRequest, from side: Side) -> CredSSPStage {
    switch side {
    case .client:
      if request.hasAuthInfo { return .credentials }
      if request.hasPubKeyAuth { return .authenticate }
      return .negotiate
    case .server:
      // FreeRDP 3 puts its pubKeyAuth beside the errorCode by which it refuses.
      if let code = request.errorCode, code != 0 { return .notStarted }
      if request.hasPubKeyAuth { return .publicKeyReply }
      return request.negoTokens.isEmpty ? .notStarted : .challenge
    }
  }

  private func take(
    _ token: SPNEGO, from side: Side, _ frame: ItemReference, into trace: inout CredSSPTrace
  ) {
    if let mechanism = token.ntlm.map({ _ in SPNEGO.Mechanism.ntlm }) ?? token.mechanisms.first {
      trace.mechanism = mechanism.rawValue
    }
    if side == .server, let state = token.state { trace.negotiationState = state }
    if let code = token.kerberosError { trace.kerberosError = Seen(code, frame) }
    guard let message = token.ntlm else { return }
    switch (message.kind, side) {
    case (.authenticate, .client):
      trace.stage = max(trace.stage, .authenticate)
      trace.account.user = message.user
      trace.account.domain = message.domain
      trace.account.workstation = message.workstation
    case (.challenge, .server):
      trace.server.targetName = message.targetName
      trace.server.netBIOSComputer = message.netBIOSComputer
      trace.server.netBIOSDomain = message.netBIOSDomain
      trace.server.dnsComputer = message.dnsComputer
      trace.server.dnsDomain = message.dnsDomain
      trace.server.dnsForest = message.dnsForest
      trace.server.time = message.serverTime
    case (.negotiate, _), (.challenge, .client), (.authenticate, .server):
      break
    }
  }
}
