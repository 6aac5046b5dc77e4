import Glibc

@_silgen_name("memfd_create")
private func memfd_create(_ name: UnsafePointer<CChar>, _ flags: UInt32) -> CInt

/// A file in memory that readers open by its path: the whole way from the file is under test.
final class MemoryFile {
  private let descriptor: CInt
  let path: String

  init() {
    descriptor = memfd_create("input", 0)
    require(descriptor >= 0, "no file in memory")
    path = "/proc/self/fd/\(descriptor)"
  }

  func write(_ bytes: [UInt8]) {
    ftruncate(descriptor, 0)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(
          descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written, off_t(written))
      }
      require(count > 0, "the file in memory takes nothing")
      written += count
    }
  }
}
