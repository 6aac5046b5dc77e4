import Testing

@testable import RDPProtocol

@Suite("Key schedule")
struct KeyScheduleTests {
  @Test("TLS 1.2's function with SHA-256 gives the published output")
  func pseudorandom() {
    // Test vector of the TLS working group's list (P_SHA256).
    let output = KeySchedule(hash: .sha256).pseudorandom(
      hex("9bbe436ba940f017b17652849a71db35"), label: "test label",
      seed: hex("a0ba9f936cda311827a6f796ffd5198c"), length: 100)
    #expect(
      output
        == hex(
          """
          e3f229ba727be17b8d122620557cd453c2aab21d07c3d495329b52d4e61edb5a6b301791e90d35c9c9a46b4e
          14baf9af0fa022f7077def17abfd3797c0564bab4fbc91666e9def9b97fce34f796789baa48082d122ee42c5
          a72e5a5110fff70187347b66
          """))
  }

  @Test(
    "TLS 1.3's keys follow from the secrets of RFC 8448 §3",
    arguments: [
      (
        "b3eddb126e067f35a780b3abf45e2d8f3b1a950738f52e9600746a0e27a55a21",
        "dbfaa693d1762c5b666af5d950258d01", "5bd3c71b836e0b76bb73265f"
      ),
      (
        "b67b7d690cc16c4e75e54213cb2d37b4e9c912bcded9105d42befd59d391ad38",
        "3fce516009c21727d0f2e4e86ee403bc", "5d313eb2671276ee13000b30"
      ),
    ])
  func expand(secret: String, key: String, iv: String) {
    let schedule = KeySchedule(hash: .sha256)
    #expect(schedule.expand(hex(secret), label: "key", length: 16) == hex(key))
    #expect(schedule.expand(hex(secret), label: "iv", length: 12) == hex(iv))
  }

  @Test("output beyond one hash goes on")
  func longOutput() {
    let schedule = KeySchedule(hash: .sha384)
    let long = schedule.expand([UInt8](repeating: 1, count: 48), label: "key", length: 120)
    #expect(long.count == 120)
    #expect(Array(long[0..<48]) != Array(long[48..<96]))
    #expect(schedule.next([UInt8](repeating: 1, count: 48)).count == 48)
  }
}
