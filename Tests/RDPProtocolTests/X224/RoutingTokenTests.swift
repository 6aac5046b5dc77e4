import RDPProtocol
import Testing

@Suite("Routing tokens and negotiation flags")
struct RoutingTokenTests {
  @Test("a load balancer's token names server and port")
  func decodes() {
    let target = RoutingTarget("3640205228.15629.0000")
    #expect(target?.address == "172.31.249.216")
    #expect(target?.port == 3389)
  }

  @Test(
    "other tokens are no server",
    arguments: [
      "", "tsv://MS Terminal Services Plugin.1.Sessions", "1.2.3", "-1.15629.0000",
      "4294967296.15629.0000", "3640205228.65536.0000", "3640205228.15629", "0.0.0000",
      "３.15629.0000",
    ])
  func rejects(token: String) {
    #expect(RoutingTarget(token) == nil)
  }

  @Test("flags and protocols have their names, unknown bits their number")
  func names() {
    #expect(
      NegotiationRequestFlags(rawValue: 0x0B).names == [
        "RESTRICTED_ADMIN_MODE_REQUIRED", "REDIRECTED_AUTHENTICATION_MODE_REQUIRED",
        "CORRELATION_INFO_PRESENT",
      ])
    #expect(
      NegotiationResponseFlags(rawValue: 0x88).names == ["RESTRICTED_ADMIN_MODE_SUPPORTED", "0x80"])
    #expect(SecurityProtocols(rawValue: 0x1B).names == ["SSL", "HYBRID", "HYBRID_EX", "RDSAAD"])
    #expect(SecurityProtocols(rawValue: 0x44).names == ["RDSTLS", "0x40"])
    #expect(SecurityProtocols.rdp.names == ["RDP"])
  }
}
