import ArgumentParser

@main enum Program {
  static func main() async {
    Signals.install()
    await RootCommand.main()
  }
}
