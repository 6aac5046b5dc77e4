public import Analysis
public import Foundation

/// Captures as `rdpwhy inspect` finds them, for machines (`rdpwhy/inspect/1`).
public struct InspectionRecord: Encodable, Sendable {
  public static let currentSchema = "rdpwhy/inspect/1"

  public var schema = Self.currentSchema
  public var tool: Tool
  public var captures: [Capture]

  public init(_ report: InspectionReport, tool: Tool) {
    self.tool = tool
    captures = report.inspections.map(Capture.init)
  }

  /// Indented JSON.
  public func json() throws -> Data { try JSONText(isIndented: true).line(self) }
}

extension InspectionRecord {
  public struct Capture: Codable, Sendable {
    public var name: String
    public var fitness: CaptureFitness.Grade
    public var findings: [Finding]
    /// The input's record, as `--format json` of the analysis has it.
    public var input: InputRecord
    @ExplicitNull public var duration: Double?
    public var linkTypes: [LinkCount]
    @ExplicitNull public var hardware: String?
    @ExplicitNull public var operatingSystem: String?
    @ExplicitNull public var application: String?
    /// Packets that the capturing interfaces report as lost.
    public var drops: UInt64
    /// Decryption secrets inside of the file.
    public var secrets: Int
    public var comments: Int
    /// Packets older than one before them.
    public var backwardSteps: Int
    public var largestBackwardStep: Double
    public var sessions: Sessions

    enum CodingKeys: String, CodingKey {
      case name, fitness, findings, input
      case duration = "duration_s"
      case linkTypes = "link_types"
      case hardware
      case operatingSystem = "operating_system"
      case application, drops, secrets, comments
      case backwardSteps = "backward_steps"
      case largestBackwardStep = "largest_backward_step_s"
      case sessions
    }
  }

  public struct Finding: Codable, Sendable {
    public var code: String
    public var blocking: Bool
    public var message: String
    @ExplicitNull public var remedy: String?
  }

  public struct LinkCount: Codable, Sendable {
    /// Number in the tcpdump.org registry.
    public var linkType: UInt32
    public var name: String
    public var interfaces: Int

    enum CodingKeys: String, CodingKey {
      case linkType = "link_type"
      case name, interfaces
    }
  }

  /// The RDP sessions, as far as they tell of the capture.
  public struct Sessions: Codable, Sendable {
    public var count: Int
    public var recognised: Int
    public var ports: [InputRecord.PortCount]
    public var withoutStart: Int
    public var withoutEnd: Int
    public var oneSided: Int
    public var decrypted: Int
    public var capturePoints: [String: Int]
    public var copiesRemoved: Int
    public var offloaded: Int
    public var missedBytes: Int
    public var streamBytes: Int

    enum CodingKeys: String, CodingKey {
      case count, recognised, ports
      case withoutStart = "without_start"
      case withoutEnd = "without_end"
      case oneSided = "one_sided"
      case decrypted
      case capturePoints = "capture_points"
      case copiesRemoved = "copies_removed"
      case offloaded
      case missedBytes = "missed_bytes"
      case streamBytes = "stream_bytes"
    }
  }
}
