/// Choice of a DomainMCSPDU (T.125 §7), the upper six bits of its first byte.
enum DomainPDU: UInt8 {
  case erectDomainRequest = 1
  case disconnectProviderUltimatum = 8
  case attachUserRequest = 10
  case attachUserConfirm = 11
  case channelJoinRequest = 14
  case channelJoinConfirm = 15
  case sendDataRequest = 25
  case sendDataIndication = 26
}
