import CaptureReader
import Evidence
import Foundation
import LogReader
import PacketDecode
import RDPProtocol
import TCPStreams

/// Reads one series of captures as one stream.
struct SeriesAnalysis {
  let series: CaptureSeries
  let firstInput: Int
  let options: AnalysisOptions
  let opener: SourceOpener?

  func run() -> Observation {
    let keys = KeyRing(options.keys)
    let (first, found) = run(keys: keys, order: nil)
    // Secrets serve handshakes that come after them: with those behind packets a file is read again.
    // So is one whose packets do not stand in order of time, which shows when they have passed.
    let order = found.isToBeMended ? found : nil
    guard keys.hasLateSecrets || order != nil, isReadableAgain else { return first }
    return run(keys: KeyRing(keys.log), order: order).0
  }

  /// Files can be read again, pipes cannot.
  private var isReadableAgain: Bool {
    series.members.allSatisfy(\.source.isReadableAgain)
  }

  /// - Parameter found: the order of the files, where they are to be read in order of time.
  private func run(keys: KeyRing, order found: FileOrder?) -> (Observation, FileOrder) {
    var collector = CaptureCollector(
      firstInput: firstInput, inputs: series.members.count, options: options, keys: keys)
    var order = ReadingOrder(windows: found?.windows ?? [:], limits: options.resources.limits)
    var isOrdered = found != nil
    collector.isOrderedByTime = isOrdered
    // What cannot be read again is put in order from its first late packet on.
    var isWatched = found == nil && !isReadableAgain
    var joint = SeriesJoint(series, limits: options.resources.limits)
    let isAlone = series.members.count == 1
    var inputs: [InputReport] = []
    var seams: [SeriesSeam] = []
    var hasPackets = false
    var filter = FilteredPackets(options.filter)
    var hostDrops = HostDropLog()
    for (place, member) in series.members.enumerated() {
      let isComplete = inputs.last.map { $0.summary?.ending == .complete } ?? true
      if let seam = joint.advance(previousIsComplete: isComplete) {
        if seam.isGap { collector.noteGap(at: seam.before) }
        seams.append(SeriesSeam(input: firstInput + place, seam: seam))
      }
      var input = InputReport(
        name: member.source.name, summary: nil, failure: nil, notes: [],
        contents: CaptureContents())
      do {
        if isAlone, !isOrdered, !isWatched, member.interfaces == nil, filter.isEmpty,
          options.resources.workers.count > 1,
          options.resources.memory.bytes >= CollectorAhead.leastMemory
        {
          var ahead = CollectorAhead(
            idle: CaptureCollector(
              firstInput: firstInput, inputs: series.members.count, options: options, keys: keys),
            input: 0, settings: options.ahead)
          do {
            input.summary = try read(
              member,
              secrets: {
                ahead.settle(&collector)
                keys.add($0, afterPackets: hasPackets)
              },
              hostDrops: { hostDrops.note($0, $1) }
            ) { record, bytes in
              hasPackets = true
              ahead.pass(record, bytes, to: &collector)
            }
          } catch {
            input.failure = error
          }
          ahead.finish(&collector)
        } else if isAlone, !isOrdered, !isWatched, member.interfaces == nil, filter.isEmpty {
          input.summary = try read(
            member, secrets: { keys.add($0, afterPackets: hasPackets) },
            hostDrops: { hostDrops.note($0, $1) }
          ) { record, bytes in
            hasPackets = true
            collector.receive(record, bytes, of: 0)
          }
        } else {
          input.summary = try read(
            member, secrets: { keys.add($0, afterPackets: hasPackets) },
            hostDrops: { hostDrops.note($0, $1) }
          ) { record, bytes in
            hasPackets = true
            if let meant = member.interfaces, !meant.contains(record.interface) { return }
            guard filter.passes(record, bytes) else { return }
            if isAlone, !isOrdered, !isWatched {
              return collector.receive(record, bytes, of: 0)
            }
            joint.pass(record, bytes) { place, record, bytes in
              if isOrdered {
                order.pass(place, record, bytes) { collector.receive($1, $2, of: $0) }
                return
              }
              collector.receive(record, bytes, of: place)
              guard isWatched, collector.hasLatePackets else { return }
              isWatched = false
              isOrdered = true
              order = ReadingOrder(otherwise: Lateness.limit, limits: options.resources.limits)
            }
          }
        }
      } catch {
        input.failure = error
      }
      if let opener { input.digest = opener.digest(of: member.source) }
      filter.finishInput()
      inputs.append(input)
    }
    joint.finish { place, record, bytes in
      if isOrdered {
        order.pass(place, record, bytes) { collector.receive($1, $2, of: $0) }
      } else {
        collector.receive(record, bytes, of: place)
      }
    }
    order.finish { collector.receive($1, $2, of: $0) }
    for (input, member) in zip(inputs, series.members) {
      if let end = input.summary?.statedEnd(of: member.interfaces) { collector.noteEnd(at: end) }
    }
    let (connected, collected) = collector.finished()
    let kept = connected.count
    for place in inputs.indices where collected.tallies.indices.contains(place) {
      let tally = collected.tallies[place]
      inputs[place].contents = tally.contents
      inputs[place].notes = InputNotes.notes(summary: inputs[place].summary, tally: tally)
      let fileOrder = found ?? collected.order
      if let note = fileOrder.note(ofInput: place, isMended: found != nil) {
        inputs[place].notes.append(note)
      }
      if let note = filter.note(ofInput: place) { inputs[place].notes.append(note) }
    }
    if let last = inputs.indices.last {
      inputs[last].notes += InputNotes.notes(
        countedOpenings: collected.countedOpenings,
        evictedConnections: collected.evictedConnections, kept: kept,
        budget: options.resources.memory.bytes)
    }
    for seam in seams {
      guard let note = seam.note(inputs: inputs, firstInput: firstInput) else { continue }
      inputs[seam.input - firstInput].notes.append(note)
    }
    if joint.unordered > 0, let last = inputs.indices.last {
      inputs[last].notes.append(
        InputReport.InputNote(
          code: "series_overlap_unordered",
          message: "the files overlap too far to put all packets in order of time; "
            + "\(joint.unordered) were taken as they came"))
    }
    var observation = SeriesFacts(
      collected: collected, inputs: inputs, firstInput: firstInput, seams: seams, options: options,
      hostDrops: hostDrops
    ).observation(of: connected, inputs: inputs)
    observation.sessions += traceSessions(&observation.inputs)
    return (observation, collected.order)
  }
}

extension SeriesAnalysis {
  private func read(
    _ member: CaptureSeries.Member, secrets: (CaptureSecrets) -> Void,
    hostDrops: (HostDrop, RawSpan) -> Void, _ body: (borrowing PacketRecord, RawSpan) -> Void
  ) throws(CaptureError) -> CaptureSummary {
    try CaptureFile.read(
      member.source, limits: options.resources.limits, opener: opener,
      workers: options.resources.workers, secrets: secrets, hostDrops: hostDrops, body)
  }

  /// Sessions that the events of Windows' own captures tell.
  private func traceSessions(_ inputs: inout [InputReport]) -> [SessionFacts] {
    let logs = inputs.enumerated().compactMap { place, input in
      TraceLog.contents(of: input.summary?.traceEvents ?? [], input: firstInput + place)
    }
    if logs.isEmpty { return [] }
    let told = LogSessions.told(of: logs)
    for (place, count) in told.leftOut where inputs.indices.contains(place - firstInput) {
      inputs[place - firstInput].notes.append(LogObservation.note(leftOut: count))
    }
    return told.sessions.filter { !$0.isHostOnly }
      .map { SessionFacts(LogFacts($0)) }
  }
}

/// What is between an input and the one before it in its series.
struct SeriesSeam {
  /// The later of the two.
  var input: Int
  var seam: SeriesJoint.Seam

  func note(inputs: [InputReport], firstInput: Int) -> InputReport.InputNote? {
    let place = input - firstInput
    guard inputs.indices.contains(place), place > 0 else { return nil }
    let before = inputs[..<place].last { $0.summary != nil }?.name ?? inputs[place - 1].name
    let length = seam.length.text
    return switch seam.kind {
    case .joined: nil
    case .overlap:
      InputReport.InputNote(
        code: "series_overlap",
        message: "begins \(TimeSpan.zero.since(seam.length)) before the end of \(before); "
          + "their packets were put in order of time")
    case .missingFiles(let number, let next):
      InputReport.InputNote(
        code: "series_gap",
        message: "follows \(length) after the end of \(before): files are missing between number "
          + "\(number) and \(next)")
    case .cut:
      InputReport.InputNote(
        code: "series_gap",
        message: "follows \(length) after the last packet of \(before), which is cut short")
    case .silence:
      InputReport.InputNote(
        code: "series_gap",
        message: "follows \(length) after the end of \(before), longer than any silence before: "
          + "packets may be missing")
    }
  }
}

extension TimeSpan {
  fileprivate func since(_ other: TimeSpan) -> String { (self - other).text }
}

extension CaptureSource {
  /// Files can be read again, pipes cannot.
  var isReadableAgain: Bool {
    switch self {
    case .file(let path):
      return FileStatus(path: path)?.kind == .regular
    case .entry: return true
    case .standardInput: return false
    }
  }
}
