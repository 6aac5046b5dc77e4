import ArgumentParser
import CaptureReader
import Dispatch
import Reporting

@main enum Program {
  /// Not `async` itself: only batch runs need tasks, and every other command starts without them.
  static func main() {
    Signals.install()
    let arguments = Array(FileName.arguments(CommandLine.arguments).dropFirst())
    // Scripts ask for it often, and setting up the parser costs more than all else of the start.
    if arguments == ["--version"] {
      return StandardOutput().finish(with: Tool.current.version + "\n")
    }
    if let topic = HelpTopic(arguments: arguments) {
      return StandardOutput().finish(with: topic.text)
    }
    if let complaint = HelpTopic.complaint(about: arguments) {
      RootCommand.exit(withError: ValidationError(complaint))
    }
    do {
      var command = try RootCommand.parseAsRoot(arguments)
      if command is any AsyncParsableCommand {
        runInTask(arguments)
      } else {
        try command.run()
      }
    } catch {
      RootCommand.exit(withError: error)
    }
  }

  private static func runInTask(_ arguments: [String]) {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        if var command = try RootCommand.parseAsRoot(arguments) as? any AsyncParsableCommand {
          try await command.run()
        }
      } catch {
        RootCommand.exit(withError: error)
      }
      done.signal()
    }
    done.wait()
  }
}
