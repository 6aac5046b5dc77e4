package import CaptureReader

extension TimeSpan {
  /// For people: `4.2 s`, `38 ms`.
  package var text: String {
    let milliseconds = max(0, nanoseconds) / 1_000_000
    if milliseconds >= 10_000 { return "\(milliseconds / 1000) s" }
    if milliseconds >= 1000 { return "\(milliseconds / 1000).\(milliseconds % 1000 / 100) s" }
    return "\(milliseconds) ms"
  }
}

extension Double {
  /// A share as `12 %`.
  var percent: String {
    let tenths = Int((min(max(self, 0), 1) * 1000).rounded())
    return tenths < 100 ? "\(tenths / 10).\(tenths % 10) %" : "\(tenths / 10) %"
  }
}
