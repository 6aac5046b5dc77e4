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

  /// Why a pipe or a device is not read: it could keep the run waiting for ever, and it gives its bytes
  /// only once, while a batch looks at them twice. Nil for everything else.
  static func pipeFailure(_ path: String) -> CaptureError? {
    guard FileStatus(path: path)?.kind == .other else { return nil }
    return CaptureError(
      file: path,
      code: .cannotOpen(
        reason: "is a pipe or a device, which `rdpwhy analyze` reads and a batch does not"))
  }

  /// The file on disk that holds it.
  var storedPath: String { entry?.archive ?? name }
}
