public import Attribution
public import Foundation

/// Handbook pages for machines.
public struct ExplanationRecord: Sendable {
  private let answer: HandbookAnswer

  public init(_ answer: HandbookAnswer) { self.answer = answer }

  public init(_ explanations: [Explanation]) { self.init(HandbookAnswer(known: explanations)) }

  /// Indented JSON.
  public func json() -> Data { ExplanationFields.record.document(answer) }

  /// The same on one line.
  public func compact() -> Data { ExplanationFields.record.compact(answer) }
}

extension HandbookAnswer.Match: FieldWord {}

enum ExplanationFields {
  static let schema = "rdpwhy/explanation/1"

  static let record = Record<HandbookAnswer>(
    "explanation", "pages of the handbook",
    [
      Field("schema", "form of the document", as: .constant(schema)) { _ in schema },
      .toolVersion(),
      Field(
        "match",
        "`known`: a code, name, message or subject was recognised; `likely`: nothing was, and the words together mean this, or one of these; `unknown`"
      ) { $0.match },
      Field("explanations", "the pages", list: page) { $0.pages },
      Field("nearest", "other pages that share words with the text, nearest first", list: near) {
        $0.nearest
      },
    ])

  private static let near = Record<Explanation>(
    "nearest_page", "a page that may be meant",
    [
      Field("code", "the code, unique within its family") { $0.code },
      Field("family", "what kind of code it is", as: .openWord(pattern: nil)) {
        $0.family.rawValue
      },
      Field("title", "its short name") { $0.title },
      Field("first", "the first thing to do, or what it means") { $0.firstAdvice },
    ])

  private static let page = Record<Explanation>(
    "explanation_page", "a page of the handbook",
    [
      Field("code", "the code, unique within its family") { $0.code },
      Field("family", "what kind of code it is", as: .openWord(pattern: nil)) {
        $0.family.rawValue
      },
      Field("title", "its short name") { $0.title },
      Field("meaning", "what it means") { $0.meaning },
      Field("confirm", "how to confirm it") { $0.confirm },
      Field("fixes", "what to do, the recommended step first", list: fix) { $0.fixes },
      Field("see_also", "codes of related pages") { $0.seeAlso },
    ])

  private static let fix = Record<Explanation.Fix>(
    "explanation_fix", "something to do",
    [
      Field("step", "what to do") { $0.step },
      Field("command", "the command for it") { $0.command },
      Field("risk", "what it may cost") { $0.risk },
      Field("safer_alternative", "what to do instead") { $0.saferAlternative },
      Field("lowers_security", "lowers security while in force") { $0.lowersSecurity },
    ])
}
