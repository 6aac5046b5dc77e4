import CaptureReader

/// Why an input could not be read, as a stable word for machines.
enum FailureWord: String, CaseIterable {
  case cannotOpen = "cannot_open"
  case cannotRead = "cannot_read"
  case empty
  case notACapture = "not_a_capture"
  case knownFormat = "known_format"
  case damagedHeader = "damaged_header"
  case decompression

  init(_ code: CaptureError.Code) {
    self =
      switch code {
      case .cannotOpen: .cannotOpen
      case .cannotRead: .cannotRead
      case .empty: .empty
      case .notACapture: .notACapture
      case .knownFormat: .knownFormat
      case .header: .damagedHeader
      case .decompression: .decompression
      }
  }
}
