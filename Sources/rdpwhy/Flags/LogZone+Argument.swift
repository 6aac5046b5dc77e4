public import ArgumentParser
public import LogReader

extension LogZone: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
