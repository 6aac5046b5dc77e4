import Analysis
import CaptureReader

extension InputRecord {
  init(_ input: InputReport) {
    let summary = input.summary
    self.init(
      name: input.name,
      status: Self.status(of: input),
      format: summary?.format ?? input.failure?.code.recognisedFormat,
      compression: summary?.compression,
      packets: summary?.packets,
      capturedBytes: summary?.capturedBytes,
      shortenedPackets: summary?.shortenedPackets,
      firstTime: summary?.firstTime?.rfc3339,
      lastTime: summary?.lastTime?.rfc3339,
      interfaceCount: summary?.interfaces.count,
      interfaces: (summary?.interfaces ?? []).prefix(Self.interfaceLimit).map(Interface.init),
      ending: summary.map { Ending($0.ending) },
      notes: (summary?.notes ?? []).map(Note.init) + input.notes.map(Note.init),
      notesOmitted: summary?.notesOmitted ?? 0,
      error: input.failure.map(Failure.init),
      contents: summary == nil ? nil : Contents(input.contents),
      toolVersion: Tool.current.version)
    switch input.digest {
    case .known(let digits): sha256 = digits
    case .unknown(let reason): digestNote = reason.rawValue
    }
  }

  private static func status(of input: InputReport) -> Status {
    if input.kind == .log { return input.failure == nil ? .ok : .failed }
    guard let summary = input.summary else { return .failed }
    return summary.ending == .complete && input.failure == nil ? .ok : .partial
  }
}

extension InputRecord.Interface {
  init(_ interface: CaptureInterface) {
    self.init(
      linkType: interface.linkType.rawValue, snapLength: interface.snapLength,
      name: interface.name, description: interface.description, filter: interface.filter,
      received: interface.received, dropped: interface.lost)
  }
}

extension InputRecord.Ending {
  init(_ ending: CaptureEnding) {
    switch ending {
    case .complete: self.init(kind: .complete, offset: nil, expected: nil)
    case .cut(let offset, let expected):
      self.init(kind: .cut, offset: offset, expected: expected)
    case .damaged(let offset, let expected):
      self.init(kind: .damaged, offset: offset, expected: expected)
    }
  }
}

extension InputRecord.Note {
  init(_ note: CaptureNote) {
    self.init(
      code: note.code.rawValue, message: note.message, offset: note.offset, frame: note.frame)
  }

  init(_ note: InputReport.InputNote) {
    self.init(code: note.code, message: note.message, offset: nil, frame: nil)
  }
}

extension InputRecord.Failure {
  init(_ error: CaptureError) {
    self.init(
      code: FailureWord(error.code).rawValue, message: error.reason, offset: error.offset,
      expected: error.expected)
  }
}

extension InputRecord.Contents {
  init(_ contents: CaptureContents) {
    self.init(
      packets: contents.packets, tcpSegments: contents.tcpSegments,
      udpDatagrams: contents.udpDatagrams, tcpConnections: contents.tcpConnections,
      topPorts: contents.topPorts.map {
        InputRecord.PortCount(port: $0.port, connections: $0.connections)
      },
      midStreamConnections: contents.midStreamConnections,
      midStreamPorts: contents.midStreamPorts.map {
        InputRecord.PortCount(port: $0.port, connections: $0.connections)
      },
      rdpOverUDP: contents.rdpOverUDP)
  }
}

extension CaptureError.Code {
  fileprivate var recognisedFormat: CaptureFormat? {
    switch self {
    case .knownFormat(let format, _), .header(let format, _): format
    default: nil
    }
  }
}
