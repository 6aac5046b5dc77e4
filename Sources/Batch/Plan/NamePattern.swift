/// One component of a pattern.
struct NamePattern {
  private enum Token {
    case anything
    case anyOne
    case oneOf([Unicode.Scalar], isNegated: Bool)
    case literal(Unicode.Scalar)
  }

  private let tokens: [Token]

  init(_ pattern: String) {
    let scalars = Array(pattern.unicodeScalars)
    var tokens: [Token] = []
    var place = 0
    while place < scalars.count {
      let rest = scalars[(place + 1)...]
      switch scalars[place] {
      case "*": tokens.append(.anything)
      case "?": tokens.append(.anyOne)
      case "[":
        // The first member may be the bracket itself; without an end it is no set.
        guard let end = rest.dropFirst().firstIndex(of: "]") else { fallthrough }
        let isNegated = rest.first == "!" || rest.first == "^"
        let members = Array(rest[..<end].dropFirst(isNegated ? 1 : 0))
        tokens.append(.oneOf(members, isNegated: isNegated))
        place = end
      default: tokens.append(.literal(scalars[place]))
      }
      place += 1
    }
    self.tokens = tokens
  }

  /// What stands between two stars is looked for where it comes first: no other place could serve
  /// better, so only the last star is ever gone back to.
  func matches(_ name: String) -> Bool {
    let name = Array(name.unicodeScalars)
    var (place, token) = (0, 0)
    var star: (token: Int, place: Int)?
    while place < name.count {
      if token < tokens.count, case .anything = tokens[token] {
        token += 1
        star = (token, place)
      } else if token < tokens.count, Self.matches(name[place], tokens[token]) {
        token += 1
        place += 1
      } else if let last = star {
        star = (last.token, last.place + 1)
        (token, place) = (last.token, last.place + 1)
      } else {
        return false
      }
    }
    return tokens[token...].allSatisfy { if case .anything = $0 { true } else { false } }
  }

  private static func matches(_ scalar: Unicode.Scalar, _ token: Token) -> Bool {
    switch token {
    case .anything: false
    case .anyOne: true
    case .oneOf(let members, let isNegated): isMember(scalar, of: members) != isNegated
    case .literal(let expected): scalar == expected
    }
  }

  private static func isMember(_ scalar: Unicode.Scalar, of members: [Unicode.Scalar]) -> Bool {
    var place = 0
    while place < members.count {
      if place + 2 < members.count, members[place + 1] == "-" {
        if members[place] <= scalar, scalar <= members[place + 2] { return true }
        place += 3
      } else {
        if members[place] == scalar { return true }
        place += 1
      }
    }
    return false
  }
}
