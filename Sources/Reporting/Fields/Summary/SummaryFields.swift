/// What `--summary --format json` prints.
enum SummaryFields {
  static let record = Record<SummaryDocument>(
    "summary", "what many sessions have in common",
    [
      Field("schema", "form of the document", as: .constant(SummaryDocument.currentSchema)) {
        _ in SummaryDocument.currentSchema
      },
      Field("tool", "the program that wrote it", one: ReportFields.tool) { $0.tool },
      Field("sessions", "sessions") { $0.sessions },
      Field("drops", "sessions that had come up and were lost") { $0.drops },
      Field("failed_logons", "log-ons that were turned down") { $0.failedLogons },
      Field("failed_connections", "connections that never became a session for another reason") {
        $0.failedConnections
      },
      Field("probes", "probes and scans") { $0.probes },
      Field("not_rdp", "connections that spoke something else than RDP") { $0.notRDP },
      Field("running", "sessions that were there when the capture or log ended") { $0.running },
      Field("fallbacks", "refused offers of clients that were let in with another one") {
        $0.fallbacks
      },
      Field("undetermined", "undetermined sessions") { $0.undetermined },
      Field("degraded", "sessions on a sick path") { $0.degraded },
      Field("first_ts", "first packet of the earliest session", as: .time) { $0.firstTime },
      Field("last_ts", "first packet of the latest session", as: .time) { $0.lastTime },
      Field("by_cause", "sessions by cause") { $0.byCause },
      Field("by_code", "sessions by code") { $0.byCode },
      Field("servers", "servers with most drops", one: groups) { $0.servers },
      Field("client_networks", "client networks with most drops", one: groups) {
        $0.clientNetworks
      },
      Field("sites", "sites of clients with most drops, with --sites", omitting: groups) {
        $0.sites
      },
      Field("files", "files with most drops", one: groups) { $0.files },
      Field("hours", "sessions by the hour (UTC) in which they ended", list: hour) { $0.hours },
      Field(
        "changes", "stretches of time in which more sessions dropped or failed than at other times",
        list: change
      ) { $0.changes },
      Field("inputs", "the inputs", one: inputs) { $0.inputs },
    ])

  private static let groups = Record<GroupList>(
    "groups", "the worst of many groups of sessions",
    [
      Field(
        "worst", "most drops first",
        list: group, most: SummaryDocument.groupLimit
      ) { $0.worst },
      Field("omitted", "groups beyond those listed") { $0.omitted },
      Field(
        "complete",
        "false where there were more than could be counted: the listed are a sample with exact counts"
      ) { $0.complete },
    ])

  private static let group = Record<GroupRecord>(
    "group", "the sessions of one server, client network or file",
    [
      Field("name", "its name") { $0.name },
      Field("sessions", "sessions") { $0.sessions },
      Field("drops", "of these, had come up and were lost") { $0.drops },
      Field("failed_logons", "of these, log-ons that were turned down") { $0.failedLogons },
      Field("failed_connections", "of these, never became a session for another reason") {
        $0.failedConnections
      },
      Field("probes", "of these, probes and scans") { $0.probes },
      Field("not_rdp", "of these, spoke something else than RDP") { $0.notRDP },
      Field("running", "of these, were there when the capture or log ended") { $0.running },
      Field("fallbacks", "of these, refused offers before one that was accepted") { $0.fallbacks },
      Field("undetermined", "of these, undetermined") { $0.undetermined },
      Field("degraded", "of these, on a sick path") { $0.degraded },
      Field("codes", "sessions that were lost or never came up, by code") { $0.codes },
    ])

  private static let hour = Record<HourRecord>(
    "hour", "the sessions that ended in one hour",
    [
      Field("ts", "begin of the hour", as: .time) { $0.ts },
      Field("sessions", "sessions") { $0.sessions },
      Field("drops", "of these, had come up and were lost") { $0.drops },
      Field("failures", "of these, lost or never come up") { $0.failures },
      Field("codes", "those by code") { $0.codes },
    ])

  private static let change = Record<ChangeRecord>(
    "change", "a stretch of time in which more sessions dropped or failed than at other times",
    [
      Field("scope", "whose sessions: all, one server's, one client network's") { $0.scope },
      Field("name", "the server or network; null for all sessions") { $0.name },
      Field("from", "its begin; null where it began before the first session", as: .time) {
        $0.from
      },
      Field("until", "its end; null where it lasted until the last session", as: .time) {
        $0.until
      },
      Field("bin_hours", "length of the bins that were looked at") { $0.binHours },
      Field("sessions_inside", "sessions inside") { $0.sessionsInside },
      Field("drops_inside", "of these, dropped or failed") { $0.dropsInside },
      Field("sessions_outside", "sessions outside") { $0.sessionsOutside },
      Field("drops_outside", "of these, dropped or failed") { $0.dropsOutside },
      Field("strength", "logarithm of the likelihood ratio over the dispersion") { $0.strength },
      Field("threshold", "what chance may reach") { $0.threshold },
    ])

  private static let inputs = Record<SummaryDocument.Inputs>(
    "summary_inputs", "the inputs that were read, and those that were not",
    [
      Field("total", "inputs") { $0.total },
      Field("partial", "of these, cut short or damaged") { $0.partial },
      Field("failed", "of these, unreadable") { $0.failed },
      Field("crowded", "of these, with sessions left out to stay within the memory budget") {
        $0.crowded
      },
      Field("packets", "packets read") { $0.packets },
      Field("errors", "failed inputs by code") { $0.errors },
    ])
}
