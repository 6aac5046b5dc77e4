import CaptureReader

/// A carved capture of a session that was captured at several points holds them as interfaces: each is
/// read as the capture that it was.
public enum CarvedPoints {
  /// How the descriptions of such interfaces begin; the point's number and name follow.
  public static let mark = "rdpwhy point "

  /// The series of each point, where the file is such a capture.
  static func series(of source: CaptureSource, limits: ReadingLimits) -> [CaptureSeries]? {
    guard case .file = source, source.isReadableAgain,
      let summary = try? CaptureFile.front(of: source, ifFormat: .pcapng, limits: limits),
      summary.application?.hasPrefix("rdpwhy") ?? false
    else { return nil }
    var points: [(name: String, interfaces: Set<Int>)] = []
    for (number, interface) in summary.interfaces.enumerated() {
      guard let text = interface.description, text.hasPrefix(mark) else { return nil }
      let name = String(text.dropFirst(mark.count).prefix { $0 != ";" })
      if let place = points.firstIndex(where: { $0.name == name }) {
        points[place].interfaces.insert(number)
      } else {
        points.append((name, [number]))
      }
    }
    guard points.count > 1 else { return nil }
    return points.map { point in
      var series = CaptureSeries(source)
      series.members[0].interfaces = point.interfaces
      return series
    }
  }
}
