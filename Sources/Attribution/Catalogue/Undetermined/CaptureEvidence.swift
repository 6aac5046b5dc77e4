import Evidence

extension Catalogue {
  static let captureEvidence: [EvidenceEntry] = [
    EvidenceEntry(
      .captureWentQuiet,
      weights: [(.undeterminedCaptureEnds, 5), (.networkPathOutage, 3.5), (.cleanRunning, 3)],
      "nothing of the session in the capture's last seconds",
      """
      The capture goes on with other traffic, but this session shows nothing any more, for far \
      longer than it ever paused. It may have been cut off beyond the capture point.
      """,
      confirm: [
        "Time of the session's last packet against the last packet of the file.",
        Check.bothEnds,
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["network.path_outage", "undetermined.capture_ends"]),
    EvidenceEntry(
      .captureStillRunning,
      // What came after the capture's end, a drop included, no packet shows: about 4 in 5.
      weights: [(.cleanRunning, 4.5), (.undeterminedCaptureEnds, 2.15)],
      "the session runs on at the capture's end",
      """
      Nobody had said goodbye when the capture ended. What came later, a drop included, is not \
      in it.
      """,
      confirm: [
        "Time of the last packet in the file."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["clean.running", "undetermined.capture_ends"]),
    EvidenceEntry(
      .captureQuietEnd,
      weights: [(.cleanRunning, 4), (.undeterminedCaptureEnds, 4)],
      "silent for a long time, without goodbye",
      """
      The session's last packet lies a minute or more before the capture's end and nobody had \
      said goodbye: idle, or its end was not captured.
      """,
      confirm: [
        "Whether the capture missed packets at that time."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["clean.running", "undetermined.capture_ends"]),
    EvidenceEntry(
      .captureEndsEarly,
      weights: [(.undeterminedCaptureEnds, 6.5)],
      "the capture ends in the handshake",
      "The capture ends while the connection is being set up. The outcome is not in it.",
      confirm: [
        "Time of the last packet in the file."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.capture_ends"]),
    EvidenceEntry(
      .captureMidSession,
      weights: [(.undeterminedMidSession, 7)],
      "the capture begins in the middle of the connection",
      """
      Neither the connection's start nor its end is in the file: no handshake, no negotiation, \
      window scale unknown.
      """,
      confirm: [
        "No SYN for this connection."
      ],
      fixes: [CommonFix.captureLonger],
      seeAlso: ["undetermined.mid_session"]),
    EvidenceEntry(
      .captureOneSided,
      weights: [(.undeterminedOneSided, 3.5)],
      "only one direction in the capture",
      """
      All packets come from one side. Loss and delay cannot be measured and the other side's \
      messages are unknown, so the verdict is less certain.
      """,
      confirm: [
        "One source address only."
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.one_sided"]),
    EvidenceEntry(
      .captureLostPackets,
      // Of 195 ends named in captures that lost a tenth of their packets 191 were right, of 51 later ones 50.
      weights: [(.undeterminedConflicting, 2.7)],
      "the capture lost packets",
      """
      One side acknowledged data that the capture does not hold: the capture dropped packets, \
      not the network. Messages may be missing.
      """,
      confirm: [
        "Wireshark: tcp.analysis.ack_lost_segment"
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.conflicting"]),
    EvidenceEntry(
      .captureGap,
      // What fell into the gap may be the end: a doubt, no more.
      weights: [(.undeterminedCaptureEnds, 1.5)],
      "a gap between two files of the capture series",
      """
      The capture is a series of files (a ring), and between two of them packets may be missing: a \
      file of the ring is not there or is cut short, or there is a silence longer than any before. \
      What happened to the session in the gap is unknown; where nothing is seen of it afterwards, the \
      capture ends there for it.
      """,
      confirm: [
        "The notes of the inputs (series_gap) name the two files."
      ],
      fixes: [CommonFix.captureBothEnds],
      seeAlso: ["undetermined.capture_ends"]),
    EvidenceEntry(
      .captureClockSetBack,
      weights: [],
      "the capture's clock was set back",
      """
      Packets that TCP's own numbers put later carry earlier times, by a second or more: the clock of \
      the capturing host was corrected while the connection lived. Order and counts are right; \
      durations and pauses across that moment are not, and no timer is told from them.
      """,
      confirm: [
        "Wireshark: a negative frame.time_delta. Do not sort the file: that shuffles the session."
      ],
      seeAlso: ["capture.gap"]),
    EvidenceEntry(
      .captureCopies,
      weights: [],
      "packets were captured more than once",
      """
      The same packet appears several times, as mirror ports, the device \"any\" and pktmon do. \
      The copies were left out before counting; they are not retransmissions.
      """,
      confirm: [
        """
        Equal IP identification and TCP numbers within two milliseconds, sometimes with another \
        TTL or VLAN.
        """
      ],
      seeAlso: ["network.loss"]),
  ]
}
