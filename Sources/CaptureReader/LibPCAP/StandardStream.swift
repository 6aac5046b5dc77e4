import CLibPCAP
import Glibc

/// A C `FILE` with a large buffer, which libpcap reads from and closes.
///
/// The buffer is the cheapest gain there is: with stdio's own 4 KiB the system calls cost as much as
/// everything else.
@safe struct StandardStream {
  let file: UnsafeMutablePointer<FILE>
  let buffer: UnsafeMutableRawPointer
  /// Kept alive for C.
  let callback: StreamCallback

  private static let bufferSize = 256 << 10

  init?(_ bytes: PeekedBytes) {
    callback = StreamCallback(bytes)
    guard let file = unsafe capture_stream_open(callback.stream) else { return nil }
    unsafe self.file = file
    unsafe buffer = .allocate(byteCount: Self.bufferSize, alignment: 4_096)
    unsafe setvbuf(file, buffer.assumingMemoryBound(to: CChar.self), _IOFBF, Self.bufferSize)
    unsafe capture_stream_unlock(file)
  }

  /// For a stream that nobody else closes.
  func close() {
    unsafe fclose(file)
    unsafe buffer.deallocate()
  }
}

/// What C calls for the bytes of a `PeekedBytes`; it lives as long as the stream that calls it.
@safe final class StreamCallback {
  let stream: UnsafeMutablePointer<capture_stream>
  private let bytes: PeekedBytes

  init(_ bytes: PeekedBytes) {
    self.bytes = bytes
    unsafe stream = .allocate(capacity: 1)
    let context = unsafe Unmanaged.passUnretained(bytes).toOpaque()
    unsafe stream.initialize(
      to: capture_stream(context: context) { context, buffer, size in
        guard let context = unsafe context else { return 0 }
        let bytes = unsafe Unmanaged<PeekedBytes>.fromOpaque(context).takeUnretainedValue()
        return unsafe bytes.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
      })
  }

  deinit { unsafe stream.deallocate() }
}
