import Foundation

/// How the program answers signals.
enum Signals {
  /// The shell's code for a program that was interrupted.
  static let interrupted: Int32 = 130

  /// Ends the program as an interrupt does.
  static func end() -> Never { _exit(interrupted) }

  /// A closed pipe becomes an error of `write`, which is not reported; an interrupt ends at once.
  static func install() {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGINT) { _ in _exit(Signals.interrupted) }
  }
}
