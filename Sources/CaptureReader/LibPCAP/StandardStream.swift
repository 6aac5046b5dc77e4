import CLibPCAP
import Glibc

/// A C `FILE` with a large buffer, which libpcap reads from and closes.
///
/// The buffer is the cheapest gain there is: with stdio's own 4 KiB the system calls cost as much as
/// everything else.
@safe struct StandardStream {
  let file: UnsafeMutablePointer<FILE>
  let buffer: UnsafeMutableRawPointer
  let callback: StreamCallback?

  private static let bufferSize = 1 << 20

  private init(_ file: UnsafeMutablePointer<FILE>, callback: StreamCallback? = nil) {
    unsafe self.file = file
    unsafe buffer = .allocate(byteCount: Self.bufferSize, alignment: 4_096)
    self.callback = callback
    unsafe setvbuf(file, buffer.assumingMemoryBound(to: CChar.self), _IOFBF, Self.bufferSize)
    unsafe capture_stream_unlock(file)
  }

  /// A regular file, from its start.
  init?(_ handle: borrowing FileHandle) {
    let copy = dup(handle.descriptor)
    guard copy >= 0 else { return nil }
    guard lseek(copy, 0, SEEK_SET) == 0, let file = unsafe fdopen(copy, "rb") else {
      Glibc.close(copy)
      return nil
    }
    unsafe self.init(file)
  }

  /// The bytes of a pipe or a decoder.
  init?(_ bytes: PeekedBytes) {
    let callback = StreamCallback(bytes)
    guard let file = unsafe capture_stream_open(callback.stream) else { return nil }
    unsafe self.init(file, callback: callback)
  }

  func close() {
    unsafe fclose(file)
    unsafe buffer.deallocate()
  }
}

/// What C calls for the bytes of a `PeekedBytes`; it lives as long as the stream that calls it.
@safe final class StreamCallback {
  let bytes: PeekedBytes
  let stream: UnsafeMutablePointer<capture_stream>

  init(_ bytes: PeekedBytes) {
    self.bytes = bytes
    unsafe stream = .allocate(capacity: 1)
    let context = unsafe Unmanaged.passUnretained(bytes).toOpaque()
    unsafe stream.initialize(
      to: capture_stream(
        context: context,
        read: { context, buffer, size in
          guard let context = unsafe context else { return 0 }
          let bytes = unsafe Unmanaged<PeekedBytes>.fromOpaque(context).takeUnretainedValue()
          return unsafe bytes.read(into: UnsafeMutableRawBufferPointer(start: buffer, count: size))
        },
        position: { context in
          guard let context = unsafe context else { return -1 }
          let bytes = unsafe Unmanaged<PeekedBytes>.fromOpaque(context).takeUnretainedValue()
          return Int64(bytes.bytesDelivered)
        }))
  }

  deinit { unsafe stream.deallocate() }
}
