public import Evidence
public import Foundation

/// What was carved, as a program gets it.
public struct CarvingRecord: Sendable {
  public static let currentSchema = "rdpwhy/carving/1"

  /// One capture that was written.
  public struct Capture: Sendable {
    public var uid: String
    public var path: String
    public var cause: Cause
    public var code: String
    public var confidence: Double
    public var sessions: Int
    public var around: Int
    public var packets: Int
    public var cutPackets: Int
    public var isFaithful: Bool

    public init(
      uid: String, path: String, cause: Cause, code: String, confidence: Double, sessions: Int,
      around: Int, packets: Int, cutPackets: Int, isFaithful: Bool
    ) {
      self.uid = uid
      self.path = path
      self.cause = cause
      self.code = code
      self.confidence = confidence
      self.sessions = sessions
      self.around = around
      self.packets = packets
      self.cutPackets = cutPackets
      self.isFaithful = isFaithful
    }
  }

  let tool: Tool
  let captures: [Capture]
  let omitted: Int

  /// - Parameter omitted: sessions that were asked for and have no capture of their own here.
  public init(tool: Tool, captures: [Capture], omitted: Int) {
    self.tool = tool
    self.captures = captures
    self.omitted = omitted
  }

  /// JSON on one line, without a line feed.
  public func json() -> Data { CarvingFields.record.compact(self) }
}

enum CarvingFields {
  static let record = Record<CarvingRecord>(
    "carving", "captures that were cut out of others",
    [
      Field("schema", "form of the document", as: .constant(CarvingRecord.currentSchema)) { _ in
        CarvingRecord.currentSchema
      },
      Field("tool", "the program that wrote it", one: ReportFields.tool) { $0.tool },
      Field("captures", "one for each session", list: capture) { $0.captures },
      Field("sessions_omitted", "sessions that were asked for and are not carved") { $0.omitted },
    ])

  private static let capture = Record<CarvingRecord.Capture>(
    "carved_capture", "a capture that was written",
    [
      Field("uid", "its session's identifier") { $0.uid },
      Field("path", "its file") { $0.path },
      Field("cause", "its session's cause") { $0.cause },
      Field("code", "its session's code") { $0.code },
      Field("confidence", "probability of the cause", as: .share) { $0.confidence },
      Field("sessions", "sessions that it is about") { $0.sessions },
      Field("sessions_around", "further sessions that the verdict depends on") { $0.around },
      Field("packets", "packets in it") { $0.packets },
      Field("cut_packets", "of these, with payload cut") { $0.cutPackets },
      Field("same_verdict", "by itself it is judged as it was among the others") { $0.isFaithful },
    ])
}
