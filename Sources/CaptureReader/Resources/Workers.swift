import Dispatch
import Foundation
import Synchronization

/// How many cores one analysis may use (`--jobs`) for work whose pieces do not depend on each other.
///
/// Results stand in the order of what they were made of, so that a run on many cores gives what a run
/// on one gives.
public struct Workers: Sendable, Hashable {
  public let count: Int

  public static let one = Workers(1)
  /// All cores of the machine.
  public static var all: Workers { Workers(ProcessInfo.processInfo.activeProcessorCount) }
  /// More do not pay: the pieces before and after are done by one.
  private static let most = 16

  public init(_ count: Int) { self.count = min(max(1, count), Self.most) }

  /// - Parameter portion: elements that one core takes at a time; where there are no more, one does all.
  public func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], inPortionsOf portion: Int,
    _ transform: @Sendable (Element) -> Result
  ) -> [Result] {
    let portion = max(1, portion)
    guard count > 1, elements.count > portion else { return elements.map(transform) }
    let portions = (elements.count - 1) / portion + 1
    let desk = Desk<Result>(portions)
    DispatchQueue.concurrentPerform(iterations: min(count, portions)) { _ in
      while let place = desk.take() {
        let range = place * portion..<min(elements.count, (place + 1) * portion)
        desk.put(elements[range].map(transform), at: place)
      }
    }
    return desk.results
  }

  /// Hands out portions and takes their results.
  private final class Desk<Result: Sendable>: Sendable {
    private let count: Int
    private let next = Atomic(0)
    private let done: Mutex<[[Result]]>

    init(_ count: Int) {
      self.count = count
      done = Mutex(Array(repeating: [], count: count))
    }

    func take() -> Int? {
      let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
      return place < count ? place : nil
    }

    func put(_ results: [Result], at place: Int) { done.withLock { $0[place] = results } }

    var results: [Result] { done.withLock { $0.flatMap { $0 } } }
  }
}
