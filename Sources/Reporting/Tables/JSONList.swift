/// A list of texts in one cell: a JSON array, which databases and programs can take apart again
/// whatever the texts hold.
enum JSONList {
  /// `["a","b"]`. The items are made visible before, so that only two characters need an escape.
  static func text(_ items: [String]) -> String {
    "[" + items.map(quoted).joined(separator: ",") + "]"
  }

  /// By scalars: a quote with a mark on it is another character, but still a quote.
  private static func quoted(_ item: String) -> String {
    var result = "\""
    for scalar in item.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}
