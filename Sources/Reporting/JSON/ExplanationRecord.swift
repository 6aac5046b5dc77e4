public import Attribution
public import Foundation

/// Handbook pages for machines (`rdpwhy/explanation/1`).
public struct ExplanationRecord: Encodable, Sendable {
  public var schema = "rdpwhy/explanation/1"
  public var explanations: [Page]

  public init(_ explanations: [Explanation]) { self.explanations = explanations.map(Page.init) }

  /// Indented JSON.
  public func json() throws -> Data { try JSONText(isIndented: true).line(self) }
}

extension ExplanationRecord {
  public struct Page: Codable, Sendable {
    public var code: String
    public var family: String
    public var title: String
    public var meaning: String
    public var confirm: [String]
    public var fixes: [Fix]
    public var seeAlso: [String]

    enum CodingKeys: String, CodingKey {
      case code, family, title, meaning, confirm, fixes
      case seeAlso = "see_also"
    }

    init(_ page: Explanation) {
      code = page.code
      family = page.family.rawValue
      title = page.title
      meaning = page.meaning
      confirm = page.confirm
      fixes = page.fixes.map(Fix.init)
      seeAlso = page.seeAlso
    }
  }

  public struct Fix: Codable, Sendable {
    public var step: String
    @ExplicitNull public var command: String?
    @ExplicitNull public var risk: String?
    @ExplicitNull public var saferAlternative: String?
    public var lowersSecurity: Bool

    enum CodingKeys: String, CodingKey {
      case step, command, risk
      case saferAlternative = "safer_alternative"
      case lowersSecurity = "lowers_security"
    }

    init(_ fix: Explanation.Fix) {
      step = fix.step
      lowersSecurity = fix.lowersSecurity
      _command = ExplicitNull(wrappedValue: fix.command)
      _risk = ExplicitNull(wrappedValue: fix.risk)
      _saferAlternative = ExplicitNull(wrappedValue: fix.saferAlternative)
    }
  }
}
