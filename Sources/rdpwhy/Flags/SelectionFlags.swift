import ArgumentParser

/// Which sessions are shown: the same for every command that analyses.
struct SelectionFlags: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Sessions that were there at this time or later: 2026-03-01, 2026-03-01T09:00, "
        + "2026-03-01T09:00:30+01:00; without a zone it is UTC.", valueName: "time"))
  var since: TimeWord?

  @Option(
    help: ArgumentHelp("Sessions that began at this time or before.", valueName: "time"))
  var until: TimeWord?

  @Option(
    help: ArgumentHelp(
      "Sessions of clients in this network (10.1.0.0/16, 2001:db8::/32, or one address); may be "
        + "given several times.", valueName: "net"))
  var client: [NetworkWord] = []

  @Option(
    help: ArgumentHelp(
      "Sessions with servers in this network; may be given several times.", valueName: "net"))
  var server: [NetworkWord] = []

  @Option(
    help: ArgumentHelp(
      "Sessions of this account, with or without its domain; may be given several times.",
      valueName: "name"))
  var user: [String] = []

  @Option(
    help: ArgumentHelp(
      "Sessions with one of these causes: \(CauseList.vocabulary).", valueName: "cause,…"))
  var cause: CauseList = CauseList()

  @Option(
    help: ArgumentHelp("The session with this uid; may be given several times.", valueName: "uid"))
  var session: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only packets that pass this filter (pcap-filter(7)): the others are as if they had not been "
        + "captured.", valueName: "filter"))
  var filter: String?
}
