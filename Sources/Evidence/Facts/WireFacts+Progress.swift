public import CaptureReader
public import RDPProtocol
public import TCPStreams

/// A phase that a session reached.
public struct ReachedPhase: Sendable, Hashable {
  public var phase: Phase
  public var start: ItemReference
  /// Concluded from record sizes and order, not read.
  public var isInferred: Bool

  init(_ mark: PhaseMark, isInferred: Bool) {
    phase = mark.phase
    start = mark.start
    self.isInferred = isInferred
  }
}

/// How far a session came, as read or, where the records hide it, as inferred.
extension WireFacts {
  /// RDP was spoken, or a carrier of it.
  public var isRecognised: Bool { trace.recognised || inference.carrier != nil }

  public var carrier: Carrier? { trace.carrier ?? inference.carrier }

  public var hasCarrier: Bool { recording.hasCarrier }

  /// Neither side said anything in MCS of itself, of encryption or of an end.
  public var isSilentInMCS: Bool { recording.isSilentInMCS }

  /// Alerts that were read or seen as such, then those by size.
  public var alerts: [TLSAlert] {
    inference.alerts.isEmpty ? trace.tls.alerts : trace.tls.alerts + inference.alerts
  }

  /// The last message of the TLS handshake, per side.
  public var tlsFinished: PerSide<ItemReference?> { inference.finished ?? trace.tls.finished }

  public var credssp: CredSSPProgress { _read { yield recording.inference.credssp } }

  public var connectInitial: ItemReference? {
    trace.mcs.connectInitial ?? inference.connectInitial
  }

  /// The server's answer to Connect Initial.
  public var connectResponse: ItemReference? {
    inference.connectResponse ?? trace.mcs.connectResponse?.frame
  }

  /// The session has a desktop.
  public var isActive: Bool { trace.mcs.active != nil || inference.active != nil }

  /// Packets or records of the connection sequence and after it, per side.
  public var activePDUs: PerSide<Int> { inference.activeRecords ?? trace.mcs.activePDUs }

  /// Goodbyes in words: those read, then those by size.
  public var ultimatums: [DisconnectUltimatum] {
    inference.ultimatums.isEmpty
      ? trace.mcs.ultimatums : trace.mcs.ultimatums + inference.ultimatums
  }

  /// Phases after TCP in the order in which they were noted: those read, then those inferred.
  public var phases: [ReachedPhase] {
    var phases: [ReachedPhase] = []
    phases.reserveCapacity(trace.phases.count + inference.phases.count)
    for mark in trace.phases { phases.append(ReachedPhase(mark, isInferred: false)) }
    for mark in inference.phases { phases.append(ReachedPhase(mark, isInferred: true)) }
    return phases
  }
}
