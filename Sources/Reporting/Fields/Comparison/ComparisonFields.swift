/// What `rdpwhy diff --format json` prints.
enum ComparisonFields {
  static let record = Record<Comparison>(
    "comparison", "what changed from one result to another",
    [
      Field("schema", "form of the document", as: .constant(Comparison.schema)) {
        _ in Comparison.schema
      },
      Field("tool", "the program that wrote it", one: ReportFields.tool) { $0.tool },
      Field("before", "the earlier result", one: side) { $0.before },
      Field("after", "the later result", one: side) { $0.after },
      Field("drops", "the share of sessions that dropped", one: share) { $0.drops },
      Field(
        "causes", "shares of all sessions by cause, the least likely chance first", list: share,
        most: Comparison.rowLimit
      ) { $0.causes },
      Field(
        "codes", "shares of all sessions by code", list: share, most: Comparison.rowLimit
      ) { $0.codes },
      Field(
        "servers", "the share of each server's sessions that dropped", list: share,
        most: Comparison.rowLimit
      ) { $0.servers },
      Field(
        "client_networks", "the share of each client network's sessions that dropped", list: share,
        most: Comparison.rowLimit
      ) { $0.clientNetworks },
    ])

  private static let side = Record<ComparedResults>(
    "compared_result", "one side of a comparison",
    [
      Field("name", "what was read") { $0.name },
      Field("sessions", "sessions") { $0.sessions },
      Field("drops", "of these, dropped") { $0.drops },
      Field("undetermined", "of these, undetermined") { $0.undetermined },
      Field("degraded", "of these, on a sick path") { $0.degraded },
      Field("first_ts", "first packet of the earliest session", as: .time) { $0.earliest },
      Field("last_ts", "first packet of the latest session", as: .time) { $0.latest },
      Field("rejected", "lines that could not be read") { $0.rejected },
    ])

  private static let share = Record<ComparedShare>(
    "compared_share", "a share before and after",
    [
      Field("name", "of what") { $0.name },
      Field("before", "sessions counted before") { $0.test.before },
      Field("before_of", "of so many") { $0.test.beforeOf },
      Field("after", "sessions counted afterwards") { $0.test.after },
      Field("after_of", "of so many") { $0.test.afterOf },
      Field("before_share", "their share before", as: .share) { $0.test.beforeShare },
      Field("after_share", "their share afterwards", as: .share) { $0.test.afterShare },
      Field("difference", "the share afterwards less that before", as: .real) {
        $0.test.difference
      },
      Field("difference_low", "lower end of the difference's interval of 95 %", as: .real) {
        $0.test.interval?.low
      },
      Field("difference_high", "its upper end", as: .real) { $0.test.interval?.high },
      Field(
        "chance", "probability that chance alone makes such a difference (Fisher's exact test)",
        as: .share
      ) { $0.test.chance },
      Field(
        "proven", "chance does not explain it, so many rows considered (5 % over the whole list)"
      ) { $0.isProven },
      Field(
        "change", "more, less (both proven), new, vanished, open (may be chance), incomparable"
      ) { $0.change },
    ])
}

extension ComparedShare.Change: FieldWord {}
