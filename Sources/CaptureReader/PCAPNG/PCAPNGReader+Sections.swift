extension PCAPNGReader {
  /// Section Header Block (§4.1). The byte order was set when its length was read.
  mutating func readSectionHeader(_ block: borrowing PCAPNGBlock, offset: Int) -> Outcome {
    guard block.count >= 24 else {
      return .end(.damaged(offset: offset, expected: "a section header of 28 bytes or more"))
    }
    let major: UInt16 = block.load(12)
    guard major == 1 else {
      return .end(
        .damaged(offset: offset, expected: "pcapng version 1, not \(major)"))
    }
    sectionInterfaces.removeAll(keepingCapacity: true)
    summary.sections &+= 1
    let isFirst = summary.sections == 1
    var options = PCAPNGOptions(at: 24, limit: limits.options)
    while let option = options.next(in: block) {
      switch option.code {
      case 1: keepComment(option, of: block)
      case 2 where isFirst: summary.hardware = block.text(option, limit: limits.textBytes)
      case 3 where isFirst: summary.operatingSystem = block.text(option, limit: limits.textBytes)
      case 4 where isFirst: summary.application = block.text(option, limit: limits.textBytes)
      default: break
      }
    }
    return .next
  }

  /// Interface Description Block (§4.2).
  mutating func readInterface(_ block: borrowing PCAPNGBlock, offset: Int) -> Outcome {
    guard block.count >= 16 else {
      return .end(
        .damaged(offset: offset, expected: "an interface description of 20 bytes or more"))
    }
    guard summary.interfaces.count < limits.interfaces else {
      return .end(.damaged(offset: offset, expected: "at most \(limits.interfaces) interfaces"))
    }
    var interface = CaptureInterface(
      linkType: LinkType(fileValue: block.load(8)),
      snapLength: Int(block.load(12, as: UInt32.self)))
    var timeOffset: Int64 = 0
    var options = PCAPNGOptions(at: 16, limit: limits.options)
    while let option = options.next(in: block) {
      switch option.code {
      case 1: keepComment(option, of: block)
      case 2: interface.name = interfaceText(option, of: block)
      case 3: interface.description = interfaceText(option, of: block)
      case 8: interface.speed = block.value(option)
      case 9:
        interface.resolution =
          block.value(option).map(TimestampResolution.init) ?? interface.resolution
      case 11 where option.length > 1 && block.load(option.start, as: UInt8.self) == 0:
        // Kind 0 is the filter's text; compiled ones are of no use to people.
        let text = PCAPNGOption(code: 11, start: option.start + 1, length: option.length - 1)
        interface.filter = interfaceText(text, of: block)
      case 12: interface.operatingSystem = interfaceText(option, of: block)
      case 13: interface.frameCheckLength = block.value(option, as: UInt8.self).map(Self.bytes)
      case 14: timeOffset = block.value(option) ?? 0
      case 15: interface.hardware = interfaceText(option, of: block)
      default: break
      }
    }
    sectionInterfaces.append(
      SectionInterface(
        linkType: interface.linkType, snapLength: interface.snapLength,
        scale: TimestampScale(interface.resolution, offset: timeOffset),
        frameCheckLength: interface.frameCheckLength ?? 0, index: summary.interfaces.count))
    summary.interfaces.append(interface)
    return .next
  }

  /// Nil once the texts of all interfaces have used up what is kept of them.
  private mutating func interfaceText(
    _ option: PCAPNGOption, of block: borrowing PCAPNGBlock
  ) -> String? {
    let left = limits.interfaceTextBytes &- interfaceTextBytes
    guard left > 0 else { return nil }
    let text = block.text(option, limit: min(limits.textBytes, left))
    interfaceTextBytes &+= text.utf8.count
    return text
  }

  /// The specification counts `if_fcslen` in bits and some writers in bytes: no check sequence has
  /// 8 bytes or more, nor fewer than 8 bits.
  private static func bytes(ofFrameCheck value: UInt8) -> Int {
    value >= 8 ? Int(value / 8) : Int(value)
  }

  /// Interface Statistics Block (§4.6); counters are totals, so the last block holds.
  mutating func readStatistics(_ block: borrowing PCAPNGBlock, offset: Int) {
    guard block.count >= 20 else {
      return noteInvalid("interface statistics are too short", offset: offset)
    }
    let id = Int(block.load(8, as: UInt32.self))
    guard id < sectionInterfaces.count else {
      return noteInvalid("statistics of interface \(id), which is not described", offset: offset)
    }
    let index = sectionInterfaces[id].index
    var options = PCAPNGOptions(at: 20, limit: limits.options)
    while let option = options.next(in: block) {
      guard option.code != 1 else {
        keepComment(option, of: block)
        continue
      }
      guard let count: UInt64 = block.value(option) else { continue }
      switch option.code {
      case 3:
        // The high half of the ticks stands first, whatever the order of bytes.
        let high: UInt32 = block.load(option.start)
        let low: UInt32 = block.load(option.start + 4)
        summary.interfaces[index].listenedUntil = sectionInterfaces[id].scale.time(
          ticks: UInt64(high) << 32 | UInt64(low))
      case 4: summary.interfaces[index].received = count
      case 5: summary.interfaces[index].dropped = count
      case 6: summary.interfaces[index].filterAccepted = count
      case 7: summary.interfaces[index].droppedBySystem = count
      case 8: summary.interfaces[index].delivered = count
      default: break
      }
    }
  }

  /// Decryption Secrets Block (§4.7).
  mutating func readSecrets(
    _ block: borrowing PCAPNGBlock, offset: Int, _ told: (CaptureSecrets) -> Void
  ) {
    guard block.count >= 16 else {
      return noteInvalid("a secrets block is too short", offset: offset)
    }
    let length = Int(block.load(12, as: UInt32.self))
    guard length <= block.count &- 16 else {
      return noteInvalid("secrets are longer than their block", offset: offset)
    }
    guard length <= limits.secretsBytes &- secretsBytes, summary.secrets.count < limits.options
    else {
      summary.addOnce(
        CaptureNote(
          .secretsOmitted, "secrets beyond \(limits.secretsBytes) bytes were left out",
          offset: offset),
        limits: limits)
      return
    }
    secretsBytes &+= length
    let secrets = CaptureSecrets(
      type: CaptureSecrets.SecretsType(rawValue: block.load(8)),
      bytes: block.bytes.extracting(16..<(16 &+ length)).copied())
    summary.secrets.append(secrets)
    told(secrets)
  }
}
