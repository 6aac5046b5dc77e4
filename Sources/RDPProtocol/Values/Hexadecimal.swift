extension UInt8 {
  /// Two hexadecimal digits.
  var hexadecimal: String {
    let text = String(self, radix: 16)
    return text.count == 1 ? "0" + text : text
  }
}
