/// What search engines, shippers and services put around an event: taken off, names made plain.
enum JSONEnvelope {
  /// Rows taken of one table.
  private static let mostRows = 100_000
  private static let deepest = 4

  /// The objects that stand for one record each.
  static func contents(_ json: JSONValue) -> [JSONValue] { contents(json, depth: 0) }

  private static func contents(_ json: JSONValue, depth: Int) -> [JSONValue] {
    guard depth < deepest else { return [json] }
    for name in ["_source", "result", "fields", "_doc"] {
      if let inner = json[name], case .object = inner, json.any("EventID", "event_id") == nil {
        return contents(inner, depth: depth + 1)
      }
    }
    // Chainsaw
    if let inner = json["document"]?["data"], case .object = inner {
      return contents(inner, depth: depth + 1)
    }
    // Azure Monitor and Kusto: names once, then rows of values.
    if case .array(let tables)? = json["tables"] ?? json["Tables"] {
      return tables.flatMap(rows)
    }
    if json["columns"] != nil, json["rows"] != nil { return rows(json) }
    // osquery
    if let inner = json["columns"], case .object = inner {
      return contents(inner, depth: depth + 1)
    }
    // Diagnostics of Azure: the record's own members stand one level deeper.
    if let inner = json["properties"], case .object(let members) = inner, json["category"] != nil {
      return [.object(json.members.filter { $0.name != "properties" } + members)]
    }
    return [plain(json)]
  }

  private static func rows(_ table: JSONValue) -> [JSONValue] {
    guard case .array(let columns)? = table["columns"] ?? table["Columns"],
      case .array(let rows)? = table["rows"] ?? table["Rows"]
    else { return [] }
    let names = columns.prefix(512).map { $0.any("name", "ColumnName")?.text ?? $0.text ?? "" }
    return rows.prefix(mostRows).compactMap { row in
      guard case .array(let values) = row else { return nil }
      return .object(zip(names, values).map { JSONValue.Member(name: $0, value: $1) })
    }
  }

  /// Graylog's leading underscores and Elastic's dotted names become what they stand for.
  private static func plain(_ json: JSONValue) -> JSONValue {
    guard case .object(let members) = json,
      members.contains(where: { $0.name.hasPrefix("_") || $0.name.hasPrefix("winlog") })
    else { return json }
    var outer: [JSONValue.Member] = []
    var log: [JSONValue.Member] = []
    var data: [JSONValue.Member] = []
    for member in members {
      let value = single(member.value)
      guard let name = logName(member.name) else {
        let isMarked = member.name.hasPrefix("_") && !member.name.hasPrefix("__")
        let name = isMarked ? String(member.name.dropFirst()) : member.name
        outer.append(JSONValue.Member(name: name, value: value))
        continue
      }
      if let item = dataName(name) {
        data.append(JSONValue.Member(name: item, value: value))
      } else {
        log.append(JSONValue.Member(name: name, value: value))
      }
    }
    guard !log.isEmpty else { return .object(outer) }
    if !data.isEmpty { log.append(JSONValue.Member(name: "event_data", value: .object(data))) }
    outer.append(JSONValue.Member(name: "winlog", value: .object(log)))
    return .object(outer)
  }

  /// A list of one value, as queries for single fields answer.
  private static func single(_ value: JSONValue) -> JSONValue {
    if case .array(let values) = value, values.count == 1, let only = values.first { return only }
    return value
  }

  private static func logName(_ name: String) -> String? {
    for prefix in ["winlogbeat_winlog_", "winlogbeat_", "winlog.", "winlog_"]
    where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return nil
  }

  private static func dataName(_ name: String) -> String? {
    for prefix in ["event_data.", "user_data.", "event_data_", "user_data_"]
    where name.hasPrefix(prefix) {
      return String(name.dropFirst(prefix.count))
    }
    return nil
  }
}
