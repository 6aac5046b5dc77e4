/// Where in an event a value belongs, decided once for each template.
enum EventField: Hashable {
  case provider
  case eventID
  case timeCreated
  case recordID
  case activity
  case process
  case thread
  case channel
  case computer
  /// An item of EventData or UserData.
  case data(String)
  /// A value whose place only its own content tells (nested BinXML), under this path.
  case nested(EventPath)
}

/// How deep in an event an element stands.
enum EventPath: Hashable {
  case root
  case event
  case system
  /// Elements of `System` with attributes of their own.
  case provider, timeCreated, correlation, execution
  case eventID, recordID, channel, computer
  /// Inside EventData or UserData; the item's name.
  case data(String?)
  case other

  /// The path of an element inside this one.
  func entering(_ name: String) -> EventPath {
    switch self {
    case .root:
      switch name {
      case "Event": .event
      case "System": .system
      case "EventData", "UserData", "ProcessingErrorData": .data(nil)
      default: .other
      }
    case .event:
      switch name {
      case "System": .system
      case "EventData", "UserData", "ProcessingErrorData": .data(nil)
      default: .other
      }
    case .system:
      switch name {
      case "Provider": .provider
      case "EventID": .eventID
      case "TimeCreated": .timeCreated
      case "EventRecordID": .recordID
      case "Correlation": .correlation
      case "Execution": .execution
      case "Channel": .channel
      case "Computer": .computer
      default: .other
      }
    // `<EventXML><User>…`, `<Data Name="…">`: the innermost element names the item.
    case .data: .data(name == "Data" ? "" : name)
    case .provider, .timeCreated, .correlation, .execution, .eventID, .recordID, .channel,
      .computer, .other:
      .other
    }
  }

  /// The field that an element's text is.
  var textField: EventField? {
    switch self {
    case .eventID: .eventID
    case .recordID: .recordID
    case .channel: .channel
    case .computer: .computer
    case .data(let name?): .data(name)
    default: nil
    }
  }

  /// The field that an attribute is.
  func attributeField(_ name: String) -> EventField? {
    switch (self, name) {
    case (.provider, "Name"): .provider
    case (.timeCreated, "SystemTime"): .timeCreated
    case (.correlation, "ActivityID"): .activity
    case (.execution, "ProcessID"): .process
    case (.execution, "ThreadID"): .thread
    default: nil
    }
  }
}

/// One value of an event: a text of the template, or the place of a value in each record.
struct BinXMLSlot: Hashable {
  var field: EventField
  /// The item's name comes from this substitution.
  var nameSubstitution: Int?
  var source: Source

  enum Source: Hashable {
    case text(String)
    case substitution(Int)
  }
}
