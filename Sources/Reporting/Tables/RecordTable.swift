/// The tables that a report can be written as.
public enum RecordTable: String, Sendable, CaseIterable {
  case sessions, connections, stories, evidence, inputs
}
