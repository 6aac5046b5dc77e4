import Reporting
import Synchronization

/// How far the looking for captures is.
public final class PlanProgress: Sendable {
  private let files = Atomic<Int>(0)
  private let captures = Atomic<Int>(0)

  public init() {}

  func count(captures found: Int) {
    files.wrappingAdd(1, ordering: .relaxed)
    captures.wrappingAdd(found, ordering: .relaxed)
  }

  public var text: String {
    let files = self.files.load(ordering: .relaxed)
    let captures = self.captures.load(ordering: .relaxed)
    return "looked at \(files) file\(files == 1 ? "" : "s"), "
      + "\(captures) capture\(captures == 1 ? "" : "s") found"
  }
}
