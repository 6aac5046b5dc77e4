public import CaptureReader
public import Reporting

extension SeriesPlan {
  /// The series as it is read.
  public var captures: CaptureSeries {
    CaptureSeries(
      name: series,
      members: files.map { file in
        CaptureSeries.Member(
          source: file.source, firstTime: file.firstTime.map { Timestamp(nanoseconds: $0) },
          counter: file.counter)
      })
  }

  /// Archives of which this series has entries.
  var archives: Set<String> {
    Set(files.compactMap { if case .entry(let entry) = $0.source { entry.archive } else { nil } })
  }
}

extension PlannedFile {
  public var source: CaptureSource { entry.map(CaptureSource.entry) ?? .file(name) }

  /// The file on disk that holds it.
  var storedPath: String { entry?.archive ?? name }
}
