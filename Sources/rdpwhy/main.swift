import ArgumentParser

Signals.install()
RootCommand.main()
