/// Providers that tell of Remote Desktop and of what ends it, with the fields of events that a trace
/// without schemas may hold (never merged: its session was killed).
enum KnownTraces {
  static let names: [ETLProvider: String] = [
    client: "Microsoft-Windows-TerminalServices-ClientActiveXCore",
    core: "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS",
    provider(0x5d89_6912, 0x022d, 0x40aa, 0xa3a8_4fa5_515c_76d7):
      "Microsoft-Windows-TerminalServices-LocalSessionManager",
    provider(0xc76b_aa63, 0xae81, 0x421c, 0xb425_340b_4b24_157f):
      "Microsoft-Windows-TerminalServices-RemoteConnectionManager",
    provider(0x4d5a_e6a1, 0xc7c8, 0x4e6d, 0xb840_4d80_80b4_2e1b):
      "Microsoft-Windows-TerminalServices-Gateway",
    provider(0x91cc_1150, 0x71aa, 0x47e2, 0xae18_c96e_6173_6b6f):
      "Microsoft-Windows-Schannel-Events",
    provider(0x1f67_8132, 0x5938, 0x4686, 0x9fdc_c8ff_68f1_5c85): "Schannel",
    provider(0x2f07_e2ee, 0x15db, 0x40f1, 0x90ef_9d7b_a282_188a): "Microsoft-Windows-TCPIP",
    provider(0x331c_3b3a, 0x2005, 0x44c2, 0xac5e_7722_0c37_d6b4): "Microsoft-Windows-Kernel-Power",
  ]

  /// Further providers that traces often hold, so that they are named, not numbered.
  static let otherNames: [ETLProvider: String] = [
    provider(0x7dd4_2a49, 0x5329, 0x4832, 0x8dfd_43d9_7915_3a88):
      "Microsoft-Windows-Kernel-Network",
    provider(0x22fb_2cd6, 0x0e7b, 0x422b, 0xa0c7_2fad_1fd0_e716):
      "Microsoft-Windows-Kernel-Process",
    provider(0xa0c1_853b, 0x5c40, 0x4b15, 0x8766_3cf1_c58f_985a): "Microsoft-Windows-PowerShell",
    provider(0xdd5e_f90a, 0x6398, 0x47a4, 0xad34_4dce_cdef_795f): "Microsoft-Windows-HttpService",
    provider(0x1c95_126e, 0x7eea, 0x49a9, 0xa3fe_a378_b03d_db4d): "Microsoft-Windows-DNS-Client",
    provider(0x0c47_8c5b, 0x0351, 0x41b1, 0x8c58_4a67_37da_32e3): "Microsoft-Windows-WFP",
    provider(0xe53c_6823, 0x7bb8, 0x44bb, 0x90dc_3f86_090d_48a6): "Microsoft-Windows-Winsock-AFD",
    provider(0x43d1_a55c, 0x76d6, 0x4f7e, 0x995c_64c7_11e5_cafe): "Microsoft-Windows-WinINet",
    provider(0x7d44_233d, 0x3055, 0x4b9c, 0xba64_0d47_ca40_a232): "Microsoft-Windows-WinHttp",
    provider(0x50b3_e73c, 0x9370, 0x461d, 0xbb9f_26f3_2d68_887d): "Microsoft-Windows-WebIO",
    provider(0x314d_e49f, 0xce63, 0x4779, 0xba2b_d616_f696_3a88): "Microsoft-Windows-NCSI",
    provider(0x9580_d7dd, 0x0379, 0x4658, 0x9870_d5be_7d52_d6de):
      "Microsoft-Windows-WLAN-AutoConfig",
    provider(0x98e6_cfcb, 0xee0a, 0x41e0, 0xa57b_622d_4e1b_30b1):
      "Microsoft-Windows-Security-Kerberos",
  ]

  private static let client = provider(0x28aa_95bb, 0xd444, 0x4719, 0xa36f_4046_2168_127e)
  private static let core = provider(0x1139_c61b, 0xb549, 0x4251, 0x8ed3_2725_0a1e_dec8)

  /// From the parts of a GUID as it is written.
  static func provider(_ one: UInt32, _ two: UInt16, _ three: UInt16, _ rest: UInt64)
    -> ETLProvider
  {
    let high =
      UInt64(one.byteSwapped) << 32 | UInt64(two.byteSwapped) << 16 | UInt64(three.byteSwapped)
    return ETLProvider(high: high, low: rest)
  }

  static func fields(of key: TraceSchema.Key) -> [TraceSchema.Field]? {
    guard key.version == 0 else { return nil }
    return switch (key.provider, key.id) {
    case (client, 1024): texts("Name", "Value", "CustomLevel")
    case (client, 1026):
      texts("Name") + [TraceSchema.Field(name: "Value", type: .number32)] + texts("CustomLevel")
    case (core, 131): texts("ConnType", "ClientIP")
    case (core, 103): [TraceSchema.Field(name: "ReasonCode", type: .number32)]
    case (core, 140): texts("IPString")
    default: nil
    }
  }

  private static func texts(_ names: String...) -> [TraceSchema.Field] {
    names.map { TraceSchema.Field(name: $0, type: .wideText) }
  }
}

extension ETLProvider {
  /// The GUID as it is written.
  var text: String {
    var bytes: [UInt8] = []
    for word in [high, low] {
      for shift in stride(from: 56, through: 0, by: -8) {
        bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
      }
    }
    return TracePayload.guid(bytes.rawSpan, at: 0) ?? "{0}"
  }
}
