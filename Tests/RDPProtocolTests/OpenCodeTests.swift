import Testing

@testable import RDPProtocol

@Suite("Open codes") struct OpenCodeTests {
  @Test(
    "alerts have the names of IANA's registry",
    arguments: [
      (60, "export_restriction"), (70, "protocol_version"), (111, "certificate_unobtainable"),
      (114, "bad_certificate_hash_value"), (121, "ech_required"), (200, nil),
    ] as [(AlertDescription, String?)])
  func alerts(code: AlertDescription, name: String?) { #expect(code.name == name) }

  @Test("names numbers as their specifications do")
  func names() {
    #expect((0xC000_006D as NTStatus).name == "STATUS_LOGON_FAILURE")
    #expect((0xC000_0234 as NTStatus).name == "STATUS_ACCOUNT_LOCKED_OUT")
    #expect((5 as NegotiationFailureCode).name == "HYBRID_REQUIRED_BY_SERVER")
    #expect((0x0C as ErrorInfoCode).name == "ERRINFO_LOGOFF_BY_USER")
    #expect((0x10CA as ErrorInfoCode).name == "ERRINFO_UNKNOWNPDUTYPE")
    #expect((0x1126 as ErrorInfoCode).name == "ERRINFO_SECURITYDATATOOSHORT23")
    #expect((6 as LicensingErrorCode).name == "ERR_NO_LICENSE_SERVER")
    #expect((15 as MCSResult).name == "rt-user-rejected")
    #expect((0xC030 as CipherSuite).name == "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384")
    #expect((0x0601 as SignatureScheme).name == "rsa_pkcs1_sha512")
    #expect((0x0402 as SignatureScheme).name == "dsa_sha256")
  }

  @Test("unknown numbers stay visible")
  func unknown() {
    #expect((0xDEAD_BEEF as NTStatus).name == nil)
    #expect((0xDEAD_BEEF as NTStatus).hexadecimal == "0xDEADBEEF")
    #expect((0x2000 as ErrorInfoCode).name == nil)
    #expect((7 as NegotiationFailureCode).name == nil)
    #expect((0x7F17 as TLSVersion).text == "0x7f17")
    #expect("\(200 as AlertDescription)" == "200")
  }
}
