import ArgumentParser
import Dispatch

@main enum Program {
  /// Not `async` itself: only batch runs need tasks, and every other command starts without them.
  static func main() {
    Signals.install()
    if let topic = HelpTopic(arguments: Array(CommandLine.arguments.dropFirst())) {
      return StandardOutput().finish(with: topic.text)
    }
    do {
      var command = try RootCommand.parseAsRoot()
      if command is any AsyncParsableCommand {
        runInTask()
      } else {
        try command.run()
      }
    } catch {
      RootCommand.exit(withError: error)
    }
  }

  private static func runInTask() {
    let done = DispatchSemaphore(value: 0)
    Task.detached {
      do {
        if var command = try RootCommand.parseAsRoot() as? any AsyncParsableCommand {
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
