/// Packets that the capturing host dropped for one reason in one part of its stack (pktmon).
public struct HostDropTally: Hashable, Sendable {
  public var reason: DropReason
  /// The part of the stack; nil where the trace names none.
  public var place: String?
  public var packets: Int

  public init(reason: DropReason, place: String?, packets: Int) {
    self.reason = reason
    self.place = place
    self.packets = packets
  }
}

/// Counts what a trace says of drops, each of them once.
struct HostDropCounts {
  private struct Kind: Hashable {
    var reason: DropReason
    var place: HostDrop.Place?
  }

  private var kinds: [Kind: Int] = [:]
  private(set) var packets = 0
  /// Kinds that are told apart: Windows has some three hundred reasons.
  private static let mostKinds = 512

  mutating func count(_ reason: DropReason, at place: HostDrop.Place?) {
    packets += 1
    let kind = Kind(reason: reason, place: place)
    if let known = kinds.index(forKey: kind) {
      kinds.values[known] += 1
    } else if kinds.count < Self.mostKinds {
      kinds[kind] = 1
    }
  }

  /// Most packets first.
  var tallies: [HostDropTally] {
    kinds.map { HostDropTally(reason: $0.key.reason, place: $0.key.place?.name, packets: $0.value) }
      .sorted {
        ($1.packets, $0.reason.rawValue, $0.place ?? "")
          < ($0.packets, $1.reason.rawValue, $1.place ?? "")
      }
  }
}

extension [HostDropTally] {
  /// Reasons named in a sentence; further ones are counted.
  private static let named = 6

  /// `28 packets inside the host: 7 reset at TCP/IP, …; 14 of them as any host does all the time (…)`.
  ///
  /// - Parameter packets: all that were dropped.
  public func sentence(packets: Int) -> String {
    let telling = filter { !$0.reason.isNoise }
    let usual = filter(\.reason.isNoise)
    var parts = telling.prefix(Self.named).map { "\($0.packets) \($0.words)" }
    let hidden = telling.dropFirst(Self.named)
    if !hidden.isEmpty {
      let count = hidden.reduce(0) { $0 + $1.packets }
      parts.append("\(count) for \(hidden.count) more reason\(hidden.count == 1 ? "" : "s")")
    }
    var text = "\(packets) packet\(packets == 1 ? "" : "s") inside the host"
    if !parts.isEmpty { text += ": " + parts.joined(separator: ", ") }
    guard !usual.isEmpty else { return text }
    let count = usual.reduce(0) { $0 + $1.packets }
    var names: [String] = []
    for tally in usual where !names.contains(tally.reason.name) { names.append(tally.reason.name) }
    return text + (parts.isEmpty ? ", " : "; ") + (count == packets ? "all" : "\(count)")
      + " of them as any host does all the time (" + names.joined(separator: ", ") + ")"
  }
}

extension HostDropTally {
  /// `reset at TCP/IP`.
  fileprivate var words: String { reason.name + (place.map { " at \($0)" } ?? "") }
}
