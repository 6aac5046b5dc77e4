/// Other sessions at the moment this one ended, as far as the same analysis saw them.
///
/// The client's other sessions with the same server count for neither: behind one address can be one
/// user with two windows, or a whole office.
public struct Bystanders: Sendable, Hashable, Codable {
  /// Other clients' sessions with this server that went on through the moment.
  public var serverSurvived = 0
  /// Other clients' sessions with this server that were lost at that moment.
  public var serverDropped = 0
  /// This client's sessions with other servers that went on through the moment.
  public var clientSurvived = 0
  /// This client's sessions with other servers that were lost at that moment.
  public var clientDropped = 0

  public init() {}
}
