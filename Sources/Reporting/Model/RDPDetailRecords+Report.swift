import PacketDecode
import RDPProtocol
import TCPStreams

extension ClientDataRecord {
  init(_ data: ClientData) {
    self.init(
      version: RDPNames.version(data.version), build: data.build, name: data.name,
      desktopWidth: data.desktopWidth, desktopHeight: data.desktopHeight,
      keyboardLayout: RDPNames.hexadecimal(data.keyboardLayout),
      connectionType: RDPNames.connectionType(data),
      earlyCapabilities: data.earlyCapabilities.map(RDPNames.earlyCapabilities),
      encryptionMethods: data.encryptionMethods.map(RDPNames.encryptionMethods),
      channels: data.channels, monitors: data.monitors,
      redirectedSessionID: data.redirectedSessionID)
  }
}

extension ClientInfoRecord {
  init(_ info: ClientInfo) {
    self.init(
      domain: info.domain, user: info.user, address: info.address, autoLogon: info.isAutoLogon,
      remoteApp: info.isRemoteApp)
  }
}

extension RedirectionRecord {
  init(_ seen: Seen<Redirection>, naming inputs: InputNames) {
    let redirection = seen.value
    self.init(
      target: redirection.target, address: redirection.address,
      loadBalanceInfo: redirection.loadBalanceInfo, user: redirection.user,
      domain: redirection.domain, sessionID: redirection.sessionID, flags: redirection.flagNames,
      frame: inputs.record(seen.frame))
  }
}

extension AutoReconnectRecord {
  /// Nil where nothing was said of it.
  init?(_ details: SessionDetails, naming inputs: InputNames) {
    guard
      details.autoReconnectOffered != nil || details.autoReconnectUsed != nil
        || details.autoReconnectRefused != nil
    else { return nil }
    self.init(
      offered: details.autoReconnectOffered?.value, used: details.autoReconnectUsed,
      refused: details.autoReconnectRefused.map(inputs.record))
  }
}

extension LogonNoticeRecord {
  init(_ seen: Seen<LogonNotice>, naming inputs: InputNames) {
    self.init(
      type: RDPNames.hexadecimal(seen.value.type), data: RDPNames.hexadecimal(seen.value.data),
      frame: inputs.record(seen.frame))
  }
}

extension MultitransportRecord {
  init(_ offer: MultitransportOffer, naming inputs: InputNames) {
    self.init(
      requestID: offer.requestID, kind: offer.kind.rawValue,
      result: offer.result.map { RDPNames.hexadecimal($0.value) },
      frame: inputs.record(offer.frame))
  }
}

/// Names of RDP's own numbers ([MS-RDPBCGR]).
enum RDPNames {
  static func hexadecimal(_ value: UInt32) -> String {
    "0x" + String(value, radix: 16, uppercase: true)
  }

  /// `TS_UD_CS_CORE.version`: 0x00080005 is 10.0, each minor version one more.
  static func version(_ value: UInt32) -> String? {
    switch value {
    case 0x0008_0001: "4.0"
    case 0x0008_0004: "5.0 to 8.1"
    case 0x0008_0005...0x0008_00FF: "10.\(value - 0x0008_0005)"
    default: nil
    }
  }

  /// Valid only where the client says so (RNS_UD_CS_VALID_CONNECTION_TYPE).
  static func connectionType(_ data: ClientData) -> String? {
    guard let capabilities = data.earlyCapabilities, capabilities & 0x20 != 0,
      let type = data.connectionType
    else { return nil }
    let names = [
      "modem", "low broadband", "satellite", "high broadband", "WAN", "LAN", "automatic",
    ]
    return type >= 1 && Int(type) <= names.count ? names[Int(type) - 1] : "\(type)"
  }

  static func earlyCapabilities(_ flags: UInt16) -> [String] {
    names(
      of: UInt32(flags),
      [
        (0x1, "ERRINFO_PDU"), (0x2, "WANT_32BPP_SESSION"), (0x4, "STATUSINFO_PDU"),
        (0x8, "STRONG_ASYMMETRIC_KEYS"), (0x10, "RELATIVE_MOUSE_INPUT"),
        (0x20, "VALID_CONNECTION_TYPE"), (0x40, "MONITOR_LAYOUT_PDU"),
        (0x80, "NETCHAR_AUTODETECT"), (0x100, "DYNVC_GFX_PROTOCOL"), (0x200, "DYNAMIC_TIME_ZONE"),
        (0x400, "HEARTBEAT_PDU"), (0x800, "SKIP_CHANNELJOIN"),
      ])
  }

  static func encryptionMethods(_ flags: UInt32) -> [String] {
    flags == 0
      ? ["none"]
      : names(
        of: flags, [(0x1, "40-bit"), (0x2, "128-bit"), (0x8, "56-bit"), (0x10, "FIPS")])
  }

  static func encryptionLevel(_ level: UInt32) -> String? {
    let names = ["none", "low", "client compatible", "high", "FIPS"]
    return level < 5 ? names[Int(level)] : nil
  }

  private static func names(of value: UInt32, _ known: [(bit: UInt32, name: String)]) -> [String] {
    let unknown = known.reduce(value) { $0 & ~$1.bit }
    return known.filter { value & $0.bit != 0 }.map(\.name)
      + (unknown == 0 ? [] : ["0x" + String(unknown, radix: 16)])
  }
}
