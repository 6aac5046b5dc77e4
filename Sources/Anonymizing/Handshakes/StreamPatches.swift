import TCPStreams

/// What is written over the plain beginning of one direction of a connection, by place in the stream.
struct StreamPatches {
  struct Patch {
    var start: Int
    var bytes: [UInt8]

    var range: Range<Int> { start..<(start + bytes.count) }
  }

  /// Patches of one stream: far more than the names of a chain of certificates.
  private static let limit = 4_096

  private(set) var patches: [Patch] = []
  /// Up to here all was looked at.
  var lookedAt = 0
  /// What follows is encrypted, so that nothing behind needs to be looked at.
  var isEncryptedBehind = false

  mutating func write(_ bytes: [UInt8], at start: Int) {
    guard !bytes.isEmpty, start >= 0 else { return }
    guard patches.count < Self.limit else {
      // What is not written over may not be shown.
      lookedAt = min(lookedAt, start)
      isEncryptedBehind = false
      return
    }
    patches.append(Patch(start: start, bytes: bytes))
  }

  mutating func blank(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    write([UInt8](repeating: 0, count: range.count), at: range.lowerBound)
  }

  /// Writes over the part of the stream that `bytes[place]` holds.
  func apply(to bytes: inout [UInt8], payload: Range<Int>, of stream: Range<Int>) {
    for patch in patches where patch.range.overlaps(stream) {
      let part = patch.range.clamped(to: stream)
      for offset in part {
        let place = payload.lowerBound + (offset - stream.lowerBound)
        guard place < payload.upperBound, bytes.indices.contains(place) else { break }
        bytes[place] = patch.bytes[offset - patch.start]
      }
    }
  }
}

/// The beginning of one direction's stream, put in order: what is said before all is encrypted.
struct PlainPrefix {
  /// Bytes kept: a chain of eight large certificates takes less.
  static let limit = 98_304
  /// Segments that wait for those before them.
  private static let waitingLimit = 128

  private var base: UInt32?
  private(set) var bytes: [UInt8] = []
  private var waiting: [(start: Int, bytes: [UInt8])] = []

  /// The stream's first byte is the next one after a SYN's number.
  mutating func begin(after sequence: UInt32) {
    if bytes.isEmpty { base = sequence &+ 1 }
  }

  mutating func take(_ payload: ArraySlice<UInt8>, at sequence: UInt32) {
    // Where the beginning was not captured, the first segment seen is the first there is.
    if base == nil, !payload.isEmpty { base = sequence }
    guard let base, bytes.count < Self.limit else { return }
    let start = Int(Int32(bitPattern: sequence &- base))
    guard start >= 0, start < Self.limit, !payload.isEmpty else { return }
    if start > bytes.count {
      if waiting.count < Self.waitingLimit { waiting.append((start, Array(payload))) }
      return
    }
    append(payload, at: start)
    var goesOn = !waiting.isEmpty
    while goesOn {
      goesOn = false
      for (index, part) in waiting.enumerated() where part.start <= bytes.count {
        waiting.remove(at: index)
        append(part.bytes[...], at: part.start)
        goesOn = true
        break
      }
    }
  }

  private mutating func append(_ payload: ArraySlice<UInt8>, at start: Int) {
    let known = bytes.count - start
    guard known < payload.count else { return }
    bytes += payload.dropFirst(known).prefix(Self.limit - bytes.count)
  }
}
