/// What the capture itself leaves open.
extension EvidenceCode {
  public static let captureStillRunning = EvidenceCode("capture.still_running")
  public static let captureWentQuiet = EvidenceCode("capture.went_quiet")
  public static let captureQuietEnd = EvidenceCode("capture.quiet_end")
  public static let captureMidSession = EvidenceCode("capture.mid_session")
  public static let captureStartedLate = EvidenceCode("capture.started_late")
  public static let capturePayloadCut = EvidenceCode("capture.payload_cut")
  public static let captureLeftOut = EvidenceCode("capture.left_out")
  public static let captureEndsEarly = EvidenceCode("capture.ends_early")
  public static let captureOneSided = EvidenceCode("capture.one_sided")
  public static let captureGap = EvidenceCode("capture.gap")
  public static let captureLostPackets = EvidenceCode("capture.lost_packets")
  public static let captureClockSetBack = EvidenceCode("capture.clock_set_back")
  public static let captureCopies = EvidenceCode("capture.copies")
  public static let captureLastWordMissing = EvidenceCode("capture.last_word_missing")
}
