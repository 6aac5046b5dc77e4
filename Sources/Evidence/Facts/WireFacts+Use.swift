import CaptureReader
import RDPProtocol
import TCPStreams

extension WireFacts {
  /// After this time with a desktop somebody uses it, seen or not.
  private static let firstUse = TimeSpan.seconds(15)
  /// Clients send up to two by themselves: the state of the lock keys, the pointer's place.
  private static let inputsOfNobody = 2
  /// What comes sooner after the desktop is the client program's.
  private static let firstInput = TimeSpan.milliseconds(300)
  /// Packets of a client without TLS that the activation takes.
  private static let packetsOfNobody = 10

  /// Somebody had worked with the session before this packet: there was input, or time for it.
  func wasUsed(before end: ItemReference) -> Bool {
    guard let start = trace.mcs.active ?? inference.active,
      end.time.since(start.time) < Self.firstUse,
      !connection.isMidStream || trace.tls.serverHelloFrame != nil
    else { return true }
    return hadInput(from: start, to: end) || saidMuch(from: start, to: end)
  }

  /// Clients that send input in the older, longer form have records of any size; what they send by themselves
  /// comes within the first second of a desktop.
  private func saidMuch(from start: ItemReference, to end: ItemReference) -> Bool {
    guard let series = connection.series else { return false }
    let begin = start.time.advanced(by: .seconds(1))
    var bytes = 0
    for (index, sent) in series.courses.client.bytes.enumerated() {
      let time = series.start.advanced(by: series.length * Int64(index))
      if time >= begin, time.advanced(by: series.length) <= end.time {
        bytes += Int(clamping: sent)
      }
    }
    return bytes >= Self.muchInput
  }

  private static let muchInput = 1_500

  /// The capture begins amid a session, shortly before its end, and shows nobody who works with it.
  func showsNoUse(before end: ItemReference) -> Bool {
    guard connection.isMidStream, trace.tls.serverHelloFrame == nil,
      end.time.since(connection.first.time) < Self.firstUse
    else { return false }
    return !hadInput(from: connection.first, to: end)
  }

  private func hadInput(from start: ItemReference, to end: ItemReference) -> Bool {
    let records = Set(trace.tls.firstRecords + trace.tls.lastRecords)
    guard !records.isEmpty else { return activePDUs.client > Self.packetsOfNobody }
    let sizes = Inference.recordSizes(of: trace.tls)
    let inputs = records.count {
      $0.side == .client && $0.type == TLSContentType.applicationData
        && $0.frame.time.since(start.time) >= Self.firstInput
        && $0.frame < end && !isAlertSized($0)
        && sizes.plaintext(ofRecord: $0.length).lowerBound <= PlaintextLength.input
    }
    return inputs > Self.inputsOfNobody
  }
}
