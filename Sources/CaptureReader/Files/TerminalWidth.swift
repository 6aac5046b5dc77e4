import Glibc

/// How wide a terminal is, as the system knows it.
public enum TerminalWidth {
  /// Columns of the terminal that a descriptor leads to; nil where it leads to none, or the terminal
  /// does not say.
  public static func columns(of descriptor: Int32) -> Int? {
    var size = winsize()
    guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return nil
    }
    return Int(size.ws_col)
  }
}
