/// What one code means, how to make sure of it, and what to do: one page of the handbook.
public struct Explanation: Sendable, Hashable, Codable {
  /// The code as the handbook writes it, unique within its family: `credssp.logon_failure`,
  /// `mstsc 0x904`, `TLS alert 70`.
  public var code: String
  public var family: Family
  /// The short name: "wrong user name or password", "SocketClosed (AtClientWinsockFDCLOSE)".
  public var title: String
  /// One to four plain sentences.
  public var meaning: String
  /// How to confirm it: packets, logs, commands.
  public var confirm: [String]
  /// What to do, in order. The first is the recommended step and never lowers security.
  public var fixes: [Fix]
  /// Codes of related pages.
  public var seeAlso: [String]

  public init(
    code: String, family: Family, title: String, meaning: String, confirm: [String],
    fixes: [Fix], seeAlso: [String]
  ) {
    self.code = code
    self.family = family
    self.title = title
    self.meaning = meaning
    self.confirm = confirm
    self.fixes = fixes
    self.seeAlso = seeAlso
  }
}

extension Explanation {
  /// What a line about the page says: the first step, or what it means.
  public var firstAdvice: String { fixes.first?.step ?? meaning }

  /// One step towards a repair.
  public struct Fix: Sendable, Hashable, Codable {
    public var step: String
    /// A command to copy; words in capitals (`HOST`, `NAME`, `ID`) are to be replaced.
    public var command: String?
    /// What the step may cost or endanger.
    public var risk: String?
    /// What to do instead, where the step lowers security.
    public var saferAlternative: String?
    /// Whether the step weakens authentication, encryption or exposure while it is in force.
    public var lowersSecurity: Bool

    public init(
      _ step: String, command: String? = nil, risk: String? = nil,
      lowersSecurity: Bool = false, saferAlternative: String? = nil
    ) {
      self.step = step
      self.command = command
      self.risk = risk
      self.saferAlternative = saferAlternative
      self.lowersSecurity = lowersSecurity
    }
  }
}
