/// The page of all fields (Docs/fields.md), made from their declarations.
public enum FieldPage {
  public static var text: String {
    var known: Set<String> = []
    var sections: [String] = []
    for schema in OutputSchema.allCases where schema != .records {
      for root in schema.roots { add(root, to: &sections, &known) }
    }
    return """
      # Fields

      Every field of the JSON output, record by record. A field whose kind is a record is described
      there; `?` marks fields that are `null` where the value is not known. Fields are added, never
      renamed or removed. `rdpwhy schema NAME` prints the same as a JSON Schema
      ([schemas](schemas)). This page is made from the program's declarations: `rdpwhy schema --fields`
      prints it.
      \(sections.joined())
      """
  }

  private static func add(
    _ shape: RecordShape, to sections: inout [String], _ known: inout Set<String>
  ) {
    guard known.insert(shape.name).inserted else { return }
    let rows = shape.members.map { member in
      "| `\(member.key)`\(member.isNullable ? " ?" : "") | \(kind(member.kind)) | \(cell(member.meaning)) |\n"
    }
    sections.append(
      "\n## \(shape.name)\n\n\(cell(shape.meaning)).\n\n| field | kind | meaning |\n"
        + "| --- | --- | --- |\n" + rows.joined())
    for member in shape.members {
      if let part = member.kind.shape { add(part, to: &sections, &known) }
    }
  }

  private static func kind(_ kind: FieldKind) -> String {
    switch kind {
    case .word(let words): words.map { "`\($0)`" }.joined(separator: " ")
    case .constant(let word): "`\(word)`"
    case .record(let shape): "[\(shape.name)](#\(shape.name))"
    case .list(let element, let most, _):
      "list of \(self.kind(element))" + (most.map { ", at most \($0)" } ?? "")
    default: kind.title
    }
  }

  private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
