import CLibPCAP
import Glibc

/// libpcap's reader of a saved capture; times are in nanoseconds whatever the file has.
@safe struct PCAPHandle: ~Copyable {
  private let handle: OpaquePointer
  private let buffer: UnsafeMutableRawPointer
  private let callback: StreamCallback

  enum Step {
    case packet
    case end
    case failed(String)
  }

  private init(handle: OpaquePointer, stream: StandardStream) {
    unsafe self.handle = handle
    unsafe buffer = stream.buffer
    callback = stream.callback
  }

  deinit {
    // Closes the `FILE` too; its buffer is ours.
    unsafe pcap_close(handle)
    unsafe buffer.deallocate()
  }

  /// - Throws: libpcap's reason.
  static func open(_ stream: StandardStream) throws(SourceFailure) -> PCAPHandle {
    var message = [CChar](repeating: 0, count: Int(PCAP_ERRBUF_SIZE))
    let handle = unsafe message.withUnsafeMutableBufferPointer { message in
      unsafe pcap_fopen_offline_with_tstamp_precision(
        stream.file, UInt32(PCAP_TSTAMP_PRECISION_NANO), message.baseAddress)
    }
    guard let handle = unsafe handle else {
      stream.close()
      let text = String(
        decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      throw SourceFailure(text.hasPrefix("truncated") ? .cut : .damaged, text)
    }
    return unsafe PCAPHandle(handle: handle, stream: stream)
  }

  /// The link type by its number in files, not by libpcap's number in programs.
  var linkType: LinkType { LinkType(dataLink: unsafe pcap_datalink(handle)) }

  /// Bytes of frame check sequence, where the link-type field of the file says so.
  var frameCheckLength: Int? {
    // LT_FCS_LENGTH_PRESENT and LT_FCS_LENGTH, which counts units of 16 bits (pcap/pcap.h).
    let field = UInt32(bitPattern: unsafe pcap_datalink_ext(handle))
    return field & 0x0400_0000 == 0 ? nil : Int(field >> 28) * 2
  }

  /// Moves to the next packet; `header` and `data` are valid until the next call.
  @inline(__always)
  borrowing func next(
    _ header: inout UnsafeMutablePointer<pcap_pkthdr>?, _ data: inout UnsafePointer<UInt8>?
  ) -> Step {
    switch unsafe pcap_next_ex(handle, &header, &data) {
    case 1: .packet
    case PCAP_ERROR_BREAK: .end
    default: .failed(unsafe String(cString: pcap_geterr(handle)))
    }
  }
}
