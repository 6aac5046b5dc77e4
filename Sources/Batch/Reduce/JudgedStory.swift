public import Analysis

/// A user's story with all that its sessions' verdicts rest on.
public struct JudgedStory {
  public let sessions: [SessionReport]
  /// Of the inputs that references name by index.
  public let names: [Int: String]
  /// Which of the sessions was asked for.
  public let index: Int
}
