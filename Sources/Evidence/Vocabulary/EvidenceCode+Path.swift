/// What captures at two points prove together about the path between them.
extension EvidenceCode {
  public static let pathLossBetween = EvidenceCode("path.loss_between")
  public static let pathOutageBetween = EvidenceCode("path.outage_between")
  public static let pathResetForged = EvidenceCode("path.reset_forged")
  public static let pathResetAfterSilence = EvidenceCode("path.reset_after_silence")
  public static let pathResetWithoutEffect = EvidenceCode("path.reset_without_effect")
  public static let pathResetByHost = EvidenceCode("path.reset_by_host")
  public static let pathFINLost = EvidenceCode("path.fin_lost")
  public static let pathSizeLimit = EvidenceCode("path.size_limit")
  public static let pathClean = EvidenceCode("path.clean")
  public static let pathAnsweredByDevice = EvidenceCode("path.answered_by_device")
  public static let pathHostSilent = EvidenceCode("path.host_silent")
  public static let pathChanged = EvidenceCode("path.changed")
  public static let pathPayloadChanged = EvidenceCode("path.payload_changed")
  public static let pathDelayed = EvidenceCode("path.delayed")
  public static let pathCaptureMissed = EvidenceCode("path.capture_missed")
  public static let pathUnheardAtEnd = EvidenceCode("path.unheard_at_end")
}
