import CaptureReader
import PacketDecode
import Support
import Testing

/// One way to wrap the segment with "hello", as a frame of its link type.
struct Encapsulation: Sendable, CustomTestStringConvertible {
  var name: String
  var linkType: LinkType
  var frame: [UInt8]
  var tunnel: UInt64
  var testDescription: String { name }

  init(_ name: String, _ linkType: LinkType, _ frame: [UInt8], tunnel: UInt64 = 0) {
    self.name = name
    self.linkType = linkType
    self.frame = frame
    self.tunnel = tunnel
  }

  static let all = links + tagged + wireless + tunnels + extended

  private static let ethernet = PacketBuilder.ethernet(packet4)
  private static let snap: [UInt8] = [0xAA, 0xAA, 0x03, 0, 0, 0, 0x08, 0x00]

  private static func cooked(_ type: UInt16, _ payload: [UInt8]) -> [UInt8] {
    [0, 4, 0, 1, 0, 6, 2, 0, 0, 0, 0, 0x0A, 0, 0] + bigEndian(type) + payload
  }

  private static func cooked2(_ type: UInt16, _ payload: [UInt8]) -> [UInt8] {
    bigEndian(type) + [0, 0, 0, 0, 0, 3, 0, 1, 4, 6, 2, 0, 0, 0, 0, 0x0A, 0, 0] + payload
  }

  private static func pppoe(_ ppp: [UInt8]) -> [UInt8] {
    [0x11, 0, 0, 7] + bigEndian(UInt16(ppp.count)) + ppp
  }

  private static let links = [
    Encapsulation("Ethernet, IPv4", .ethernet, ethernet),
    Encapsulation("Ethernet, IPv6", .ethernet, PacketBuilder.ethernet(packet6)),
    Encapsulation("Ethernet with padding", .ethernet, ethernet + [0xDE, 0xAD, 0xBE, 0xEF]),
    Encapsulation(
      "802.3, LLC and SNAP", .ethernet,
      PacketBuilder.ethernet(snap + packet4, type: UInt16(8 + packet4.count))),
    Encapsulation(
      "802.3, LLC for IP", .ethernet,
      PacketBuilder.ethernet([6, 6, 3] + packet4, type: UInt16(3 + packet4.count))),
    Encapsulation("Linux cooked", .linuxCooked, cooked(0x0800, packet4)),
    Encapsulation(
      "Linux cooked, VLAN", .linuxCooked, cooked(0x8100, [0, 5, 0x86, 0xDD] + packet6)),
    Encapsulation("Linux cooked, LLC", .linuxCooked, cooked(0x0004, snap + packet4)),
    Encapsulation("Linux cooked 2", .linuxCooked2, cooked2(0x86DD, packet6)),
    Encapsulation(
      "Linux cooked 2, VLAN", .linuxCooked2, cooked2(0x8100, [0, 5, 0x08, 0] + packet4)),
    Encapsulation("raw IPv4", .raw, packet4),
    Encapsulation("raw IPv6", .raw, packet6),
    Encapsulation("raw by BSD's number", LinkType(rawValue: 12), packet4),
    Encapsulation("raw by OpenBSD's number", LinkType(rawValue: 14), packet6),
    Encapsulation("IPv4 link", .ipv4, packet4),
    Encapsulation("IPv6 link", .ipv6, packet6),
    Encapsulation("null, little-endian", .null, [2, 0, 0, 0] + packet4),
    Encapsulation("null, big-endian", .null, [0, 0, 0, 2] + packet4),
    Encapsulation("null, Darwin IPv6", .null, [30, 0, 0, 0] + packet6),
    Encapsulation("loop, OpenBSD IPv6", .loop, [0, 0, 0, 24] + packet6),
    Encapsulation("PPP", .ppp, [0, 0x21] + packet4),
    Encapsulation("PPP, compressed protocol", .ppp, [0x57] + packet6),
    Encapsulation("PPP with HDLC framing", .pppHDLC, [0xFF, 0x03, 0, 0x21] + packet4),
    Encapsulation("Cisco HDLC link", LinkType(rawValue: 104), [0x8F, 0, 0x86, 0xDD] + packet6),
    Encapsulation("Cisco HDLC", .pppHDLC, [0x0F, 0, 0x08, 0] + packet4),
    Encapsulation("PPPoE link", .pppoe, pppoe([0, 0x21] + packet4)),
    Encapsulation(
      "PPPoE over Ethernet", .ethernet,
      PacketBuilder.ethernet(pppoe([0, 0x57] + packet6), type: 0x8864)),
  ]

  private static let labels: [UInt8] = [0, 1, 0x40, 64, 0, 2, 0x41, 64]

  private static let tagged = [
    Encapsulation("VLAN", .ethernet, PacketBuilder.ethernet(packet4, vlans: [0x2064])),
    Encapsulation(
      "QinQ", .ethernet, PacketBuilder.ethernet(packet6, vlans: [100, 200], tagType: 0x88A8)),
    Encapsulation(
      "legacy tag 9100", .ethernet, PacketBuilder.ethernet(packet4, vlans: [100], tagType: 0x9100)),
    Encapsulation(
      "legacy tag 9200", .ethernet, PacketBuilder.ethernet(packet4, vlans: [100], tagType: 0x9200)),
    Encapsulation("three tags", .ethernet, PacketBuilder.ethernet(packet4, vlans: [100, 2, 3])),
    Encapsulation(
      "port extender tag", .ethernet,
      PacketBuilder.ethernet([0x10, 0, 0, 0xD3, 0, 0, 8, 0] + packet4, type: 0x893F)),
    Encapsulation(
      "security group tag", .ethernet,
      PacketBuilder.ethernet([1, 1, 0, 1, 0, 2, 0x86, 0xDD] + packet6, type: 0x8909)),
    Encapsulation(
      "VLAN, 802.3 with SNAP", .ethernet,
      PacketBuilder.ethernet(snap + packet4, type: UInt16(8 + packet4.count), vlans: [100])),
    Encapsulation("MPLS, IPv4", .ethernet, PacketBuilder.ethernet(labels + packet4, type: 0x8847)),
    Encapsulation("MPLS, IPv6", .ethernet, PacketBuilder.ethernet(labels + packet6, type: 0x8848)),
    Encapsulation(
      "MPLS explicit null", .ethernet,
      PacketBuilder.ethernet([0, 0, 1, 64] + packet4, type: 0x8847)),
    Encapsulation(
      "pseudowire without control word", .ethernet,
      PacketBuilder.ethernet(labels + ethernet, type: 0x8847)),
    Encapsulation(
      "pseudowire with control word", .ethernet,
      PacketBuilder.ethernet(labels + [0, 0, 0, 9] + ethernet, type: 0x8847)),
    Encapsulation(
      "pseudowire, address like IPv4", .ethernet,
      PacketBuilder.ethernet(labels + [0x45] + ethernet[1...], type: 0x8847)),
    Encapsulation(
      "pseudowire, address like IPv6", .ethernet,
      PacketBuilder.ethernet(labels + [0x60] + ethernet[1...], type: 0x8847)),
  ]

  /// A data frame of 802.11: frame control, then header fields up to LLC.
  private static func wireless(
    _ control: [UInt8], addresses: Int = 3, after: [UInt8] = []
  ) -> [UInt8] {
    let address: [UInt8] = [2, 0, 0, 0, 0, 1]
    let fourth = addresses == 4 ? address : []
    return control + [0, 0] + address + address + address + [0x10, 0] + fourth + after + snap
      + packet4
  }

  private static let wireless = [
    Encapsulation("802.11 to the network", .ieee80211, wireless([0x08, 0x01])),
    Encapsulation("802.11 from the network", .ieee80211, wireless([0x08, 0x02])),
    Encapsulation("802.11 QoS", .ieee80211, wireless([0x88, 0x02], after: [0, 0])),
    Encapsulation(
      "802.11 QoS with HT control", .ieee80211,
      wireless([0x88, 0x82], after: [0, 0, 0, 0, 0, 0])),
    Encapsulation(
      "802.11 four addresses", .ieee80211, wireless([0x88, 0x03], addresses: 4, after: [0, 0])),
    Encapsulation(
      "radiotap", .ieee80211Radiotap, [0, 0, 8, 0, 0, 0, 0, 0] + wireless([0x08, 0x01])),
    Encapsulation(
      "radiotap with timer and frame check", .ieee80211Radiotap,
      [0, 0, 17, 0, 3, 0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 0x10] + wireless([0x08, 0x01])
        + [0xDE, 0xAD, 0xBE, 0xEF]),
    Encapsulation(
      "radiotap with padded header", .ieee80211Radiotap,
      [0, 0, 9, 0, 2, 0, 0, 0, 0x20] + wireless([0x88, 0x02], after: [0, 0, 0, 0])),
  ]

  private static func gre(_ header: [UInt8], _ payload: [UInt8]) -> [UInt8] {
    outer(47, header + payload)
  }

  private static func outer(_ number: UInt8, _ payload: [UInt8]) -> [UInt8] {
    PacketBuilder.ethernet(
      PacketBuilder.ip(from: gateway.address, to: peer.address, protocol: number, payload))
  }

  private static func udp(_ port: UInt16, _ payload: [UInt8]) -> [UInt8] {
    PacketBuilder.udp(
      from: gateway, to: Endpoint(address: peer.address, port: port), payload: payload)
  }

  static let vxlanHeader: [UInt8] = [8, 0, 0, 0, 0, 0x12, 0x34, 0]
  static let geneveHeader: [UInt8] = [1, 0, 0x65, 0x58, 0, 0, 9, 0, 1, 2, 3, 0]

  static func gtp(_ flags: UInt8, _ optional: [UInt8], _ packet: [UInt8]) -> [UInt8] {
    [0x30 | flags, 0xFF] + bigEndian(UInt16(optional.count + packet.count)) + [0, 0, 0, 1]
      + optional + packet
  }

  private static let tunnels = [
    Encapsulation("IPv4 in IPv4", .ethernet, outer(4, packet4)),
    Encapsulation("IPv6 in IPv4", .ethernet, outer(41, packet6)),
    Encapsulation(
      "IPv4 in IPv6", .ipv6,
      PacketBuilder.ip(from: client6.address, to: server6.address, protocol: 4, packet4)),
    Encapsulation("GRE", .ethernet, gre([0, 0, 0x08, 0], packet4)),
    Encapsulation(
      "GRE with checksum, key and sequence", .ethernet,
      gre([0xB0, 0, 0x86, 0xDD] + [UInt8](repeating: 0, count: 12), packet6)),
    Encapsulation("GRE with Ethernet", .ethernet, gre([0, 0, 0x65, 0x58], ethernet)),
    Encapsulation("GRE of WCCP", .ethernet, gre([0, 0, 0x88, 0x3E, 5, 0x59, 0, 0x48], packet4)),
    Encapsulation("GRE with MPLS", .ethernet, gre([0, 0, 0x88, 0x47], labels + packet4)),
    Encapsulation(
      "PPTP", .ethernet,
      gre(
        [0x30, 0x81, 0x88, 0x0B, 0, 50, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1], [0xFF, 3, 0, 0x21] + packet4)
    ),
    Encapsulation("ERSPAN I", .ethernet, gre([0, 0, 0x88, 0xBE], ethernet)),
    Encapsulation(
      "ERSPAN II", .ethernet,
      gre([0x10, 0, 0x88, 0xBE, 0, 0, 0, 1, 0x10, 1, 0, 1, 0, 0, 0, 0], ethernet)),
    Encapsulation(
      "ERSPAN III", .ethernet,
      gre([0x10, 0, 0x22, 0xEB, 0, 0, 0, 1, 0x20, 1] + [UInt8](repeating: 0, count: 10), ethernet)),
    Encapsulation(
      "ERSPAN III with subheader", .ethernet,
      gre(
        [0x10, 0, 0x22, 0xEB, 0, 0, 0, 1, 0x20, 1] + [UInt8](repeating: 0, count: 9) + [1]
          + [UInt8](repeating: 0, count: 8), ethernet)),
    Encapsulation(
      "VXLAN", .ethernet, udp(4789, vxlanHeader + ethernet), tunnel: 1 << 32 | 0x1234),
    Encapsulation(
      "VXLAN on Linux's port", .ethernet, udp(8472, vxlanHeader + ethernet),
      tunnel: 1 << 32 | 0x1234),
    Encapsulation(
      "GENEVE with options", .ethernet, udp(6081, geneveHeader + ethernet), tunnel: 2 << 32 | 9),
    Encapsulation(
      "GENEVE with IPv6", .ethernet, udp(6081, [0, 0, 0x86, 0xDD, 0, 0, 9, 0] + packet6),
      tunnel: 2 << 32 | 9),
    Encapsulation("GTP-U", .ethernet, udp(2152, gtp(0, [], packet4))),
    Encapsulation("GTP-U with sequence", .ethernet, udp(2152, gtp(2, [0, 1, 0, 0], packet4))),
    Encapsulation(
      "GTP-U with extensions", .ethernet,
      udp(2152, gtp(4, [0, 0, 0, 0x85, 1, 0x10, 9, 0x85, 1, 0x10, 9, 0], packet6))),
    Encapsulation(
      "VXLAN in GRE in IPv6", .ipv6,
      PacketBuilder.ip(
        from: client6.address, to: server6.address, protocol: 47,
        [0, 0, 0x65, 0x58] + udp(4789, vxlanHeader + ethernet)), tunnel: 1 << 32 | 0x1234),
  ]

  private static func ipv6(_ next: UInt8, _ headers: [UInt8]) -> [UInt8] {
    PacketBuilder.ethernet(
      PacketBuilder.ipv6(
        from: client6.address, to: server6.address, next: next, headers + segment6))
  }

  private static let extended = [
    Encapsulation(
      "IPv4 options", .ipv4,
      PacketBuilder.ipv4(
        from: client.address, to: server.address, protocol: 6, segment, options: [1, 1, 1, 0])),
    Encapsulation(
      "IPv4 authentication header", .ipv4,
      PacketBuilder.ip(
        from: client.address, to: server.address, protocol: 51,
        [6, 4, 0, 0] + [UInt8](repeating: 0, count: 20) + segment)),
    Encapsulation("IPv6 hop-by-hop options", .ethernet, ipv6(0, [6, 0, 5, 2, 0, 0, 1, 0])),
    Encapsulation(
      "IPv6 routing and destination options", .ethernet,
      ipv6(43, [60, 0, 4, 0, 0, 0, 0, 0] + [6, 0, 1, 4, 0, 0, 0, 0])),
    Encapsulation("IPv6 atomic fragment", .ethernet, ipv6(44, [6, 0, 0, 0, 0, 0, 0, 7])),
    Encapsulation(
      "IPv6 authentication header", .ethernet,
      ipv6(51, [6, 4, 0, 0] + [UInt8](repeating: 0, count: 20))),
  ]
}
