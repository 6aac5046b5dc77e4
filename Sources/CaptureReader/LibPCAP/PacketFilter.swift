import CLibPCAP
import Glibc

/// A packet filter in libpcap's language (pcap-filter(7)), compiled for each link type that it meets.
public final class PacketFilter {
  /// Why libpcap refuses the text.
  public struct Failure: Error, Hashable {
    public let reason: String
  }

  public let text: String
  private var programs: [LinkType: FilterProgram?] = [:]
  /// Link types for which the text cannot be compiled: their packets do not pass.
  public var refusedLinkTypes: [LinkType] {
    programs.filter { $0.value == nil }.keys.sorted { $0.rawValue < $1.rawValue }
  }

  /// - Throws: where the text is a filter for none of the common link types.
  public init(_ text: String) throws(Failure) {
    self.text = text
    var failure: Failure?
    for linkType in [LinkType.ethernet, .raw, .linuxCooked2, .ieee80211Radiotap] {
      do throws(Failure) {
        programs[linkType] = try FilterProgram(text, for: linkType)
        return
      } catch {
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
  }

  public func passes(_ record: borrowing PacketRecord, _ bytes: RawSpan) -> Bool {
    let linkType = record.linkType
    if let known = programs[linkType] {
      return known?.matches(bytes, originalLength: record.originalLength) ?? false
    }
    let program = try? FilterProgram(text, for: linkType)
    programs[linkType] = .some(program)
    return program?.matches(bytes, originalLength: record.originalLength) ?? false
  }
}

/// A filter as libpcap compiled it for one link type.
@safe private final class FilterProgram {
  private var program = unsafe bpf_program()

  init(_ text: String, for linkType: LinkType) throws(PacketFilter.Failure) {
    guard let handle = unsafe pcap_open_dead(linkType.dataLink, 262_144) else {
      throw PacketFilter.Failure(reason: "libpcap knows no link type \(linkType.rawValue)")
    }
    defer { unsafe pcap_close(handle) }
    // Only tests for broadcast addresses need a netmask.
    let status = unsafe text.withCString { text in
      unsafe pcap_compile(handle, &program, text, 1, 0xffff_ffff)
    }
    guard status == 0 else {
      throw PacketFilter.Failure(reason: unsafe String(cString: pcap_geterr(handle)))
    }
  }

  deinit { unsafe pcap_freecode(&program) }

  func matches(_ bytes: RawSpan, originalLength: Int) -> Bool {
    var header = pcap_pkthdr()
    header.caplen = UInt32(clamping: bytes.byteCount)
    header.len = UInt32(clamping: max(originalLength, 0))
    return unsafe bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return unsafe pcap_offline_filter(
        &program, &header, start.assumingMemoryBound(to: UInt8.self)) != 0
    }
  }
}

extension LinkType {
  /// libpcap's own number of the link layer: the inverse of `init(dataLink:)`, as on Linux.
  fileprivate var dataLink: CInt {
    switch rawValue {
    case 100: 11
    case 101: 12
    case 102: 15
    case 103: 16
    case 106: 19
    case 246: 18
    default: CInt(truncatingIfNeeded: rawValue)
    }
  }
}
