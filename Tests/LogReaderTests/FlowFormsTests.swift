import CaptureReader
import LogReader
import Testing

@testable import LogReader

/// Flows of clouds, sensors and vendors whose fields have names.
@Suite("Flow records") struct FlowFormsTests {
  static let forms: [(String, String, [String])] = [
    (
      "Azure's network security group",
      #"{"records":[{"time":"2026-02-16T22:00:32Z","category":"NetworkSecurityGroupFlowEvent","properties":{"Version":1,"flows":[{"rule":"x","flows":[{"mac":"0","flowTuples":["1771279200,10.0.0.5,10.0.0.9,50123,3389,T,I,D","1771279201,10.0.0.5,10.0.0.9,50124,5358,T,I,D"]}]}]}}]}"#
        + "\n", ["log.firewall_dropped"]
    ),
    (
      "Azure Firewall",
      #"{"category":"AzureFirewallNetworkRule","time":"2026-03-30T10:15:22Z","properties":{"msg":"TCP request from 10.0.0.5:50123 to 10.0.0.9:3389. Action: Deny. No rule matched"}}"#
        + "\n", ["log.firewall_dropped"]
    ),
    (
      "Zeek, a table",
      "#separator \\x09\n#fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tduration\tresp_bytes\tconn_state\n"
        + "1771279200.123\tCa\t10.0.0.5\t50123\t10.0.0.9\t3389\ttcp\t61.5\t9000\tRSTR\n"
        + "1771279200.500\tCb\t10.0.0.5\t50125\t10.0.0.9\t443\ttcp\t61.5\t9000\tRSTR\n",
      ["log.firewall_server_reset"]
    ),
    (
      "Zeek, objects",
      #"{"ts":1771279200.1,"id.orig_h":"10.0.0.5","id.orig_p":50123,"id.resp_h":"10.0.0.9","id.resp_p":3389,"proto":"tcp","conn_state":"S0"}"#
        + "\n", ["log.connect_timeout"]
    ),
    (
      "Suricata",
      #"{"timestamp":"2026-03-30T11:00:00.1+0000","event_type":"flow","src_ip":"10.0.0.5","src_port":50123,"dest_ip":"10.0.0.9","dest_port":3389,"proto":"TCP","flow":{"bytes_toclient":9000,"start":"2026-03-30T10:00:00.1+0000","end":"2026-03-30T10:50:00.1+0000","state":"closed"},"tcp":{"tcp_flags_ts":"1a","tcp_flags_tc":"1e"}}"#
        + "\n", ["log.firewall_server_reset"]
    ),
    (
      "Sophos",
      "<30>device=\"SFW\" date=2026-10-18 time=22:50:31 log_subtype=\"Denied\" status=\"Deny\" duration=0 src_ip=10.0.0.5 dst_ip=10.0.0.9 protocol=\"TCP\" src_port=50123 dst_port=3389\n",
      ["log.firewall_dropped"]
    ),
    (
      "RouterOS",
      "2026-10-18 22:50:31 firewall,info drop-rdp forward: in:ether1 out:bridge, proto TCP (SYN), 10.0.0.5:50123->10.0.0.9:3389, len 52\n",
      ["log.firewall_dropped"]
    ),
  ]

  @Test("each has its finding, and ports of other services are left out", arguments: forms)
  func reads(form: (String, String, [String])) throws {
    let sessions = try LogText.sessions(form.1)
    #expect(sessions.count == 1)
    #expect(sessions.first?.findingCodes == form.2)
    #expect(sessions.first?.client == LogEndpoint(address: "10.0.0.5", port: 50_123))
    #expect(sessions.first?.server == LogEndpoint(address: "10.0.0.9", port: 3_389))
  }

  @Test("a flow that lasted has its begin")
  func span() throws {
    let suricata = try #require(Self.forms.first { $0.0 == "Suricata" })
    let session = try #require(try LogText.sessions(suricata.1).first)
    #expect(session.duration == .seconds(3_000))
  }
}
