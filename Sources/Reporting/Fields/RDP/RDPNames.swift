import PacketDecode
import RDPProtocol
import TCPStreams

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
