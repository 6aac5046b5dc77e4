import CaptureReader
public import Correlation
public import Evidence
public import RDPProtocol

/// Lines of JSON for what was kept as binary records.
public struct ObservationText {
  private let encoder = RecordEncoder()
  private let head: ObservationHead
  private let names: [String]

  /// - Parameter names: of the series' inputs, in order.
  public init(_ head: ObservationHead, names: [String]) {
    self.head = head
    self.names = names
  }

  public func line(_ outline: SessionOutline) throws -> [UInt8] {
    try encoder.line(OutlineLine(outline: outline))
  }

  public func line(_ transport: UDPTransport) throws -> [UInt8] {
    try encoder.line(TransportLine(transport: transport))
  }

  public func line(_ facts: SessionFacts) -> [UInt8] {
    var json = JSONBytes()
    FactsFields.record.line(
      FactsRecord(facts, names: names, firstInput: head.firstInput), to: &json)
    return json.text.bytes
  }
}

extension RecordEncoder {
  /// The record on a line, with its line feed.
  fileprivate func line(_ record: some Encodable) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try encode(record, into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }
}
