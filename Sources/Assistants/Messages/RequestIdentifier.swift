/// What names a request among those that wait for an answer (JSON-RPC 2.0 §4): never `null` here.
enum RequestIdentifier: Hashable, Sendable {
  case number(Int64)
  case text(String)

  init?(_ value: JSONValue?) {
    switch value {
    case .integer(let number): self = .number(number)
    case .text(let text): self = .text(text)
    default: return nil
    }
  }

  var json: JSONValue {
    switch self {
    case .number(let number): .integer(number)
    case .text(let text): .text(text)
    }
  }
}
