import Testing

@testable import Evidence

/// A story and what it must, or must not, be evidence of.
struct RuleCase: Sendable, CustomTestStringConvertible {
  var code: String
  var story: String
  var script: SessionScript
  var isYielded: Bool

  var testDescription: String { "\(code)\(isYielded ? "" : " not"): \(story)" }

  static func yields(_ code: String, _ story: String, _ script: SessionScript) -> RuleCase {
    RuleCase(code: code, story: story, script: script, isYielded: true)
  }

  static func silent(_ code: String, _ story: String, _ script: SessionScript) -> RuleCase {
    RuleCase(code: code, story: story, script: script, isYielded: false)
  }

  func check(_ location: SourceLocation = #_sourceLocation) {
    let codes = script.codes
    #expect(
      codes.contains(code) == isYielded, "\(story): \(codes.sorted())", sourceLocation: location)
  }
}
