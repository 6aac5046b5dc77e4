extension LinkType {
  /// The registered number for libpcap's own number of a link layer.
  ///
  /// Most are equal; those below have other values in programs than in files (libpcap,
  /// pcap-common.c). Raw IP has three numbers in files of different systems.
  init(dataLink: CInt) {
    let number: UInt32 =
      switch dataLink {
      case 11: 100  // DLT_ATM_RFC1483
      case 12, 14: 101  // DLT_RAW
      case 15: 102  // DLT_SLIP_BSDOS
      case 16: 103  // DLT_PPP_BSDOS
      case 18: 246  // DLT_PFSYNC
      case 19: 106  // DLT_ATM_CLIP
      default: UInt32(bitPattern: dataLink)
      }
    self.init(rawValue: number)
  }

  /// The link type of a number that stands in a file: old raw IP numbers are made the registered one.
  init(fileValue: UInt16) {
    self.init(rawValue: fileValue == 12 || fileValue == 14 ? 101 : UInt32(fileValue))
  }
}
