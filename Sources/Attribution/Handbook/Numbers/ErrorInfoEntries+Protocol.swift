extension ErrorInfoEntries {
  private typealias Name = (number: UInt32, name: String, meaning: String)

  /// What the server disliked about a message of the client.
  static let protocolErrors: [HandbookEntry] = (sequence + lengths + channels + securityLengths)
    .map { entry in
      row(
        entry.number, entry.name, entry.meaning,
        fixes: [CommonFix.updateBoth, CommonFix.updateClient],
        seeAlso: ["protocol.malformed", "extended 0x1000-0x7FFF"],
        confirm: ["RdpCoreTS event 97 or TermDD event 50 on the server at that second."])
    }

  private static let sequence: [Name] = [
    (0x10C9, "UNKNOWNPDUTYPE2", "A data message of an unknown type came."),
    (0x10CA, "UNKNOWNPDUTYPE", "A message of an unknown type came."),
    (0x10CB, "DATAPDUSEQUENCE", "A data message came at the wrong time."),
    (0x10CD, "CONTROLPDUSEQUENCE", "A control message came at the wrong time."),
    (0x10CE, "INVALIDCONTROLPDUACTION", "A control message asked for an unknown action."),
    (0x10CF, "INVALIDINPUTPDUTYPE", "An input event of an unknown type came."),
    (0x10D0, "INVALIDINPUTPDUMOUSE", "A mouse event was not valid."),
    (0x10D1, "INVALIDREFRESHRECTPDU", "A request to redraw was not valid."),
    (0x10D2, "CREATEUSERDATAFAILED", "The server could not build its connection data."),
    (0x10D3, "CONNECTFAILED", "The connection setup (MCS) failed."),
    (0x10D4, "CONFIRMACTIVEWRONGSHAREID", "The client's capabilities named the wrong share."),
    (
      0x10D5, "CONFIRMACTIVEWRONGORIGINATOR",
      "The client's capabilities named the wrong originator."
    ),
    (0x10EA, "BADCAPABILITIES", "The client's capabilities were not valid."),
    (0x10E9, "NOCURSORCACHE", "The client announced no pointer cache."),
    (0x10F4, "CACHECAPNOTSET", "A needed cache capability was missing."),
    (0x10F3, "REMOTEAPPSNOTENABLED", "A remote program was asked for and is not enabled."),
    (0x112C, "BAD_FRAME_ACK_DATA", "A frame acknowledgement was not valid."),
    (0x1132, "DYNAMICDSTDISABLEDFIELDMISSING", "The client's time zone data lacks a field."),
  ]

  private static let lengths: [Name] = [
    (0x10DA, "PERSISTENTKEYPDUBADLENGTH", "The bitmap key list had a wrong length."),
    (0x10DB, "PERSISTENTKEYPDUILLEGALFIRST", "The bitmap key list began wrongly."),
    (0x10DC, "PERSISTENTKEYPDUTOOMANYTOTALKEYS", "The bitmap key list held too many keys."),
    (
      0x10DD, "PERSISTENTKEYPDUTOOMANYCACHEKEYS",
      "The bitmap key list held too many keys for one cache."
    ),
    (0x10DE, "INPUTPDUBADLENGTH", "An input message had a wrong length."),
    (0x10DF, "BITMAPCACHEERRORPDUBADLENGTH", "A bitmap cache error message had a wrong length."),
    (0x10E0, "SECURITYDATATOOSHORT", "A message was shorter than its security header."),
    (0x10E1, "VCHANNELDATATOOSHORT", "Virtual channel data was too short."),
    (0x10E2, "SHAREDATATOOSHORT", "A share data message was too short."),
    (0x10E3, "BADSUPRESSOUTPUTPDU", "A request to stop or resume output was not valid."),
    (0x10E5, "CONFIRMACTIVEPDUTOOSHORT", "The client's capability message was too short."),
    (0x10E7, "CAPABILITYSETTOOSMALL", "A capability was too short."),
    (0x10E8, "CAPABILITYSETTOOLARGE", "A capability was too long."),
    (0x10F5, "BITMAPCACHEERRORPDUBADLENGTH2", "A bitmap cache error message had a wrong length."),
    (
      0x10F6, "OFFSCRCACHEERRORPDUBADLENGTH", "An offscreen cache error message had a wrong length."
    ),
    (0x10F7, "DNGCACHEERRORPDUBADLENGTH", "A grid cache error message had a wrong length."),
    (0x10F8, "GDIPLUSPDUBADLENGTH", "A GDI+ error message had a wrong length."),
    (0x1130, "TIMEZONEKEYNAMELENGTHTOOSHORT", "The client's time zone name was too short."),
    (0x1131, "TIMEZONEKEYNAMELENGTHTOOLONG", "The client's time zone name was too long."),
  ]

  private static let channels: [Name] = [
    (0x10EC, "VIRTUALCHANNELDECOMPRESSIONERR", "Virtual channel data could not be decompressed."),
    (0x10ED, "INVALIDVCCOMPRESSIONTYPE", "Virtual channel data used an unknown compression."),
    (0x10EF, "INVALIDCHANNELID", "A message named a channel that does not exist."),
    (0x10F0, "VCHANNELSTOOMANY", "The client asked for more than 31 virtual channels."),
    (0x112A, "VCDECOMPRESSEDREASSEMBLEFAILED", "Virtual channel data could not be put together."),
    (0x112B, "VCDATATOOLONG", "Virtual channel data was too long."),
    (0x1133, "VCDECODINGERROR", "Virtual channel data could not be decoded."),
  ]

  /// SECURITYDATATOOSHORT2 … 23 are consecutive.
  private static let securityLengths: [Name] = (2...23).map { place in
    let number = 0x1111 + UInt32(place - 2)
    return (
      number, "SECURITYDATATOOSHORT\(place)",
      number == 0x111F
        ? "The client's auto-reconnect cookie was longer than 128 bytes."
        : "A security header or the client's info packet was cut short."
    )
  }

  static let graphics: [HandbookEntry] = [
    (0x1129, "BADMONITORDATA", "The client's monitor data was not valid."),
    (0x112D, "GRAPHICSMODENOTSUPPORTED", "The graphics mode is not supported by the server."),
    (0x112E, "GRAPHICSSUBSYSTEMRESETFAILED", "The server could not reset its graphics."),
    (0x112F, "GRAPHICSSUBSYSTEMFAILED", "The server's graphics pipeline failed."),
    (0x1134, "VIRTUALDESKTOPTOOLARGE", "The client's desktop over all monitors is too large."),
    (0x1135, "MONITORGEOMETRYVALIDATIONFAILED", "The client's monitor layout is not possible."),
    (0x1136, "INVALIDMONITORCOUNT", "The client announced too many monitors."),
  ].map { number, name, meaning in
    row(
      number, name, meaning,
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
      (0x1191, "UPDATESESSIONKEYFAILED", "The session keys could not be renewed."),
      (0x1192, "DECRYPTFAILED", "A message could not be decrypted."),
      (0x1193, "ENCRYPTFAILED", "A message could not be encrypted."),
      (0x1194, "ENCPKGMISMATCH", "Client and server use different encryption packages."),
      (0x1195, "DECRYPTFAILED2", "A message could not be decrypted."),
    ].map { number, name, meaning in
      row(
        number, name, "RDP's own encryption (no TLS): \(meaning)",
        fixes: [CommonFix.securityLayer, CommonFix.updateBoth, CommonFix.adapterOffload],
        seeAlso: ["protocol.mac_error", "tls.bad_record"])
    } + [
      row(
        0x1196, "PEER_DISCONNECTED",
        "Only FreeRDP uses it: the peer closed the connection. It says nothing about the reason.",
        fixes: [CommonFix.serverLog], seeAlso: ["server.closed"])
    ]
}
