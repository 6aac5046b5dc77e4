import Foundation
import Reporting

/// A form that a summary can have.
enum SummaryForm {
  case text, json, markdown

  /// The form of `--summary --format`; text where it is no form of a summary.
  init(_ format: OutputFormat) {
    switch format {
    case .json: self = .json
    case .markdown: self = .markdown
    default: self = .text
    }
  }

  /// The form that a file's name asks for.
  init(fileName: String) {
    switch fileName.split(separator: ".").last?.lowercased() {
    case "json": self = .json
    case "md", "markdown": self = .markdown
    default: self = .text
    }
  }

  func text(of document: SummaryDocument, style: TerminalStyle) throws -> Data {
    switch self {
    case .json: document.json()
    case .markdown: Data(SummaryMarkdown().text(of: document).utf8)
    case .text: Data(SummaryText(style: style).text(of: document).utf8)
    }
  }
}
