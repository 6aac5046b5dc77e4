import Crypto
import Foundation
import Mustache

/// What stands around the HTML report. Text goes in by `{{name}}` only, which escapes it, and text from
/// inputs never into an attribute.
struct HTMLTemplates {
  let head: MustacheTemplate
  let foot: MustacheTemplate

  init() throws {
    head = try MustacheTemplate(string: Self.headText)
    foot = try MustacheTemplate(string: Self.footText)
  }

  struct Title {
    let title: String

    init(_ title: String) { self.title = HTMLText.plain(title) }
  }

  private static let headText = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-\(styleHash)'">
    <meta name="referrer" content="no-referrer">
    <title>{{title}}</title>
    <style>
    \(HTMLStyle.text)
    </style>
    </head>
    <body>

    """

  private static let footText = """
    <footer>{{title}}</footer>
    </body>
    </html>

    """

  /// What the page's content security policy allows: this style and nothing else.
  private static let styleHash = Data(SHA256.hash(data: Data("\n\(HTMLStyle.text)\n".utf8)))
    .base64EncodedString()
}
