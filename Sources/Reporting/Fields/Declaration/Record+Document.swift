import CaptureReader
import Foundation

extension Record {
  /// The record as a document: indented, with a line feed after it.
  func document(_ source: Source) -> Data {
    var json = JSONBytes()
    write(source, to: &json)
    var indent = JSONIndent()
    var text = ByteBuffer(capacity: json.text.count * 2)
    indent.append(json.text.span, to: &text)
    text.append(UInt8(ascii: "\n"))
    return Data(text.bytes)
  }
}

extension Record {
  /// The record on one line, without a line feed.
  func compact(_ source: Source, names: InputNames = InputNames(names: [])) -> Data {
    var json = JSONBytes()
    json.names = names
    write(source, to: &json)
    return Data(json.text.bytes)
  }
}

extension ByteBuffer {
  /// The bytes so far.
  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.append(contentsOf: self)
    return bytes
  }
}
