public import Evidence

/// What is known to be right about one session of one capture.
public struct Label: Sendable, Hashable {
  /// The capture's path, from the folder of captures.
  public var file: String
  /// Captures of one scenario are alike; cross-validation never splits them.
  public var scenario: String
  public var cause: Cause
  /// Other causes that the capture cannot rule out: a verdict with one of them is right too.
  public var also: Set<Cause>
  /// Regular expression that a right `verdict.code` matches as a whole; nil where any code will do.
  public var codePattern: String?
  /// Whether the path was sick although the cause is another; nil where nobody said.
  public var isDegraded: Bool?
  /// The session meant; nil for the capture's first.
  public var connection: Connection?

  /// A session by its ends.
  public struct Connection: Sendable, Hashable {
    public var client: String
    public var clientPort: UInt16
    public var server: String
    public var serverPort: UInt16
  }

  public init(
    file: String, scenario: String? = nil, cause: Cause, also: Set<Cause> = [],
    codePattern: String? = nil, isDegraded: Bool? = nil, connection: Connection? = nil
  ) {
    self.file = file
    self.scenario = scenario ?? file
    self.cause = cause
    self.also = also
    self.codePattern = codePattern
    self.isDegraded = isDegraded
    self.connection = connection
  }

  /// Whether a verdict with this cause is right.
  public func accepts(_ given: Cause) -> Bool { given == cause || also.contains(given) }

  /// Whether a verdict with this code is right; nil where no code is labelled.
  public func accepts(_ code: VerdictCode) -> Bool? {
    guard let codePattern, let expression = try? Regex(codePattern) else { return nil }
    return code.rawValue.wholeMatch(of: expression) != nil
  }
}

extension Label.Connection {
  /// Reads `client:port>server:port`, the first of several with ` ; ` between them.
  ///
  /// Addresses may be lists with commas, as tshark prints packets that quote another (ICMP errors):
  /// the last one is the quoted packet's own.
  public init?(parsing text: String) {
    let first = text.split(separator: ";", maxSplits: 1)[...].first ?? ""
    let ends = first.split(separator: ">", omittingEmptySubsequences: false)
      .map { Self.end(of: $0) }
    guard ends.count == 2, let client = ends[0], let server = ends[1] else { return nil }
    self.init(
      client: client.address, clientPort: client.port, server: server.address,
      serverPort: server.port)
  }

  private static func end(of text: Substring) -> (address: String, port: UInt16)? {
    guard let colon = text.lastIndex(of: ":"),
      let port = UInt16(text[text.index(after: colon)...].filter { !$0.isWhitespace }),
      let address = text[..<colon].split(separator: ",").last
    else { return nil }
    let bare = address.filter { !$0.isWhitespace && $0 != "[" && $0 != "]" }
    return bare.isEmpty ? nil : (bare, port)
  }
}
