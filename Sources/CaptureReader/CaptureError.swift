/// Why a file yields no packets at all.
public struct CaptureError: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// The system's reason, such as `No such file or directory`.
    case cannotOpen(reason: String)
    case cannotRead(reason: String)
    case empty
    /// What the first bytes look like instead.
    case notACapture(found: String)
    /// A format that is known but not read here, and the command that converts it.
    case knownFormat(CaptureFormat, conversion: String?)
    /// The format is recognised, its header cannot be used.
    case header(CaptureFormat, reason: String)
    /// No byte of a capture came out of the compressed data.
    case decompression(String, reason: String)
  }

  /// Name of the input.
  public var file: String
  public var code: Code
  /// Bytes from the start of the input, after decompression.
  public var offset: Int
  /// What should have been there.
  public var expected: String

  public init(file: String, code: Code, offset: Int = 0, expected: String = "a packet capture") {
    self.file = file
    self.code = code
    self.offset = offset
    self.expected = expected
  }
}

extension CaptureError: CustomStringConvertible {
  /// One line which names the file, the place, and what was expected there.
  public var description: String { "\(file): \(reason)" }

  /// The same without the file's name.
  public var reason: String {
    switch code {
    case .cannotOpen(let reason): "cannot open: \(reason)"
    case .cannotRead(let reason): "cannot read at offset \(offset): \(reason)"
    case .empty: "is empty: nothing at offset 0, expected \(expected)"
    case .notACapture(let found):
      "not a packet capture: found \(found) at offset \(offset), expected \(expected)"
    case .knownFormat(let format, let conversion?):
      "is \(format.title) at offset \(offset), expected \(expected); convert it: \(conversion)"
    case .knownFormat(let format, nil):
      "is \(format.title) at offset \(offset), expected \(expected)"
        + (format.hint.map { "; \($0)" } ?? "")
    case .header(let format, let reason):
      "damaged \(format.title) at offset \(offset): \(reason), expected \(expected)"
    case .decompression(let name, let reason):
      "\(name) decompression failed at offset \(offset): \(reason), expected \(expected)"
    }
  }
}
