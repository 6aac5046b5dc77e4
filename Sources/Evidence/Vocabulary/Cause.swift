/// The nine words for why a session ended (stable; see Docs).
public enum Cause: String, Sendable, Codable, CaseIterable, Hashable {
  case clean, network, negotiation, tls, credssp, server, client, `protocol`, undetermined
}
