/// Unwraps the frames of one direction of a WebSocket (RFC 6455 §5.2).
struct WebSocketFrames: Sendable {
  enum Event: Equatable {
    case data([UInt8])
    case close
    /// What came is no frame.
    case broken
  }

  /// Longest payload of one frame that is passed over or handed on.
  static let lengthLimit = 1 << 24

  private enum State: Sendable {
    case header
    case payload(isData: Bool, remaining: Int)
    case over
  }

  private var state = State.header
  private var head: [UInt8] = []
  private var mask: [UInt8] = []
  private var maskOffset = 0

  /// Takes bytes in order and hands on the unmasked payload of data frames, piece by piece.
  mutating func consume(_ bytes: ArraySlice<UInt8>, emit: (Event) -> Void) {
    var rest = bytes
    while !rest.isEmpty {
      switch state {
      case .header:
        head.append(rest.removeFirst())
        readHeader(emit)
      case .payload(let isData, let remaining):
        let part = rest.prefix(remaining)
        rest = rest.dropFirst(part.count)
        if isData { emit(.data(unmasked(part))) }
        let left = remaining - part.count
        state = left > 0 ? .payload(isData: isData, remaining: left) : .header
      case .over:
        return
      }
    }
  }

  private mutating func readHeader(_ emit: (Event) -> Void) {
    guard head.count >= 2 else { return }
    let opcode = head[0] & 0x0F
    let isMasked = head[1] & 0x80 != 0
    let short = Int(head[1] & 0x7F)
    let lengthBytes = short == 127 ? 8 : short == 126 ? 2 : 0
    guard head.count >= 2 + lengthBytes + (isMasked ? 4 : 0) else { return }
    let length =
      lengthBytes == 0
      ? short
      : head[2..<(2 + lengthBytes)].reduce(0) { min($0, 1 << 40) << 8 | Int($1) }
    // Reserved bits need an extension; RDP uses none. Continuation, text, binary, close, ping, pong.
    guard head[0] & 0x70 == 0, [0, 1, 2, 8, 9, 10].contains(opcode), length <= Self.lengthLimit
    else {
      state = .over
      emit(.broken)
      return
    }
    mask = isMasked ? Array(head.suffix(4)) : []
    maskOffset = 0
    head.removeAll(keepingCapacity: true)
    if opcode == 8 { emit(.close) }
    if length > 0 { state = .payload(isData: opcode <= 2, remaining: length) }
  }

  private mutating func unmasked(_ part: ArraySlice<UInt8>) -> [UInt8] {
    guard mask.count == 4 else { return Array(part) }
    var result = Array(part)
    for index in result.indices { result[index] ^= mask[(maskOffset + index) & 3] }
    maskOffset = (maskOffset + part.count) & 3
    return result
  }
}
