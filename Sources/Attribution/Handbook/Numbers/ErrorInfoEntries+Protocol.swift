import RDPProtocol

extension ErrorInfoEntries {
  private typealias Meaning = (code: ErrorInfoCode, meaning: String)

  /// What the server disliked about a message of the client.
  static let protocolErrors: [HandbookEntry] = (sequence + lengths + channels + securityLengths)
    .map { entry in
      row(
        entry.code, entry.meaning,
        fixes: [CommonFix.updateBoth, CommonFix.updateClient],
        seeAlso: ["protocol.malformed", "extended 0x1000-0x7FFF"],
        confirm: ["RdpCoreTS event 97 or TermDD event 50 on the server at that second."])
    }

  private static let sequence: [Meaning] = [
    (0x10C9, "A data message of an unknown type came."),
    (0x10CA, "A message of an unknown type came."),
    (0x10CB, "A data message came at the wrong time."),
    (0x10CD, "A control message came at the wrong time."),
    (0x10CE, "A control message asked for an unknown action."),
    (0x10CF, "An input event of an unknown type came."),
    (0x10D0, "A mouse event was not valid."),
    (0x10D1, "A request to redraw was not valid."),
    (0x10D2, "The server could not build its connection data."),
    (0x10D3, "The connection setup (MCS) failed."),
    (0x10D4, "The client's capabilities named the wrong share."),
    (
      0x10D5, "The client's capabilities named the wrong originator."
    ),
    (0x10EA, "The client's capabilities were not valid."),
    (0x10E9, "The client announced no pointer cache."),
    (0x10F4, "A needed cache capability was missing."),
    (0x10F3, "A remote program was asked for and is not enabled."),
    (0x112C, "A frame acknowledgement was not valid."),
    (0x1132, "The client's time zone data lacks a field."),
  ]

  private static let lengths: [Meaning] = [
    (0x10DA, "The bitmap key list had a wrong length."),
    (0x10DB, "The bitmap key list began wrongly."),
    (0x10DC, "The bitmap key list held too many keys."),
    (
      0x10DD, "The bitmap key list held too many keys for one cache."
    ),
    (0x10DE, "An input message had a wrong length."),
    (0x10DF, "A bitmap cache error message had a wrong length."),
    (0x10E0, "A message was shorter than its security header."),
    (0x10E1, "Virtual channel data was too short."),
    (0x10E2, "A share data message was too short."),
    (0x10E3, "A request to stop or resume output was not valid."),
    (0x10E5, "The client's capability message was too short."),
    (0x10E7, "A capability was too short."),
    (0x10E8, "A capability was too long."),
    (0x10F5, "A bitmap cache error message had a wrong length."),
    (
      0x10F6, "An offscreen cache error message had a wrong length."
    ),
    (0x10F7, "A grid cache error message had a wrong length."),
    (0x10F8, "A GDI+ error message had a wrong length."),
    (0x1130, "The client's time zone name was too short."),
    (0x1131, "The client's time zone name was too long."),
  ]

  private static let channels: [Meaning] = [
    (0x10EC, "Virtual channel data could not be decompressed."),
    (0x10ED, "Virtual channel data used an unknown compression."),
    (0x10EF, "A message named a channel that does not exist."),
    (0x10F0, "The client asked for more than 31 virtual channels."),
    (0x112A, "Virtual channel data could not be put together."),
    (0x112B, "Virtual channel data was too long."),
    (0x1133, "Virtual channel data could not be decoded."),
  ]

  /// SECURITYDATATOOSHORT2 … 23 are consecutive.
  private static let securityLengths: [Meaning] = (2...23).map { place in
    let number = 0x1111 + UInt32(place - 2)
    return (
      ErrorInfoCode(rawValue: number),
      number == 0x111F
        ? "The client's auto-reconnect cookie was longer than 128 bytes."
        : "A security header or the client's info packet was cut short."
    )
  }

  static let graphics: [HandbookEntry] = [
    (0x1129, "The client's monitor data was not valid."),
    (0x112D, "The graphics mode is not supported by the server."),
    (0x112E, "The server could not reset its graphics."),
    (0x112F, "The server's graphics pipeline failed."),
    (0x1134, "The client's desktop over all monitors is too large."),
    (0x1135, "The client's monitor layout is not possible."),
    (0x1136, "The client announced too many monitors."),
  ].map { code, meaning in
    row(
      code, meaning,
      fixes: [
        CommonFix.graphics,
        Fix(
          """
          Connect once with a single monitor at a common size; if that works, change the layout.
          """),
        CommonFix.updateBoth,
      ], seeAlso: ["protocol.malformed", "mstsc 0x112F"],
      confirm: ["Graphics driver events in the server's System log; client event 1404."])
  }

  static let encryption: [HandbookEntry] =
    [
      (0x1191, "The session keys could not be renewed."),
      (0x1192, "A message could not be decrypted."),
      (0x1193, "A message could not be encrypted."),
      (0x1194, "Client and server use different encryption packages."),
      (0x1195, "A message could not be decrypted."),
    ].map { code, meaning in
      row(
        code, "RDP's own encryption (no TLS): \(meaning)",
        fixes: [CommonFix.securityLayer, CommonFix.updateBoth, CommonFix.adapterOffload],
        seeAlso: ["protocol.mac_error", "tls.bad_record"])
    } + [
      row(
        0x1196,
        "Only FreeRDP uses it: the peer closed the connection. It says nothing about the reason.",
        fixes: [CommonFix.serverLog], seeAlso: ["server.closed"])
    ]
}
