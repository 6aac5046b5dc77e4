/// What a gateway, proxy or WebSocket that carries the session shows.
extension EvidenceCode {
  public static let carrierAuthenticationRefused = EvidenceCode("carrier.authentication_refused")
  public static let carrierRefused = EvidenceCode("carrier.refused")
  public static let carrierEnded = EvidenceCode("carrier.ended")
  public static let carrierOpen = EvidenceCode("carrier.open")
}
