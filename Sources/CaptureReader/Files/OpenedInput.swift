/// The bytes of any input, its compressions undone: what readers of other formats than captures start
/// from.
package final class OpenedInput {
  package let source: CaptureSource
  /// `gzip in xz`, nil where there is none.
  package let compression: String?
  private let bytes: PeekedBytes

  package init(
    _ source: CaptureSource, limits: ReadingLimits = ReadingLimits(), opener: SourceOpener? = nil
  ) throws(CaptureError) {
    let opener = opener ?? SourceOpener(limits: limits)
    let raw: (bytes: PeekedBytes, stored: any StoredBytes)
    do throws(SourceFailure) {
      raw = try opener.open(source)
    } catch {
      throw CaptureError(file: source.name, code: .cannotOpen(reason: error.message))
    }
    do throws(UnwrappedBytes.Failure) {
      let unwrapped = try UnwrappedBytes(raw.bytes, stored: raw.stored, limits: limits)
      bytes = unwrapped.bytes
      compression = unwrapped.compression
    } catch {
      throw OpenedCapture.error(error.reason, source, error.compressions)
    }
    self.source = source
  }

  /// The first bytes, some 4 KiB; reading starts with them all the same.
  package var head: [UInt8] { bytes.head }

  /// The next bytes, `count` of them unless the input ends before.
  package func next(_ count: Int) -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while initialized < raw.count {
        let room = unsafe UnsafeMutableRawBufferPointer(rebasing: raw[initialized...])
        let read = unsafe bytes.read(into: room)
        if read == 0 { break }
        initialized += read
      }
    }
  }

  /// Why there are no more bytes, where that is not the input's end.
  package var failure: String? { bytes.failure?.message }
}
