import CaptureReader
import RDPProtocol
import TCPStreams
import Testing

@testable import Evidence
@testable import Reporting

/// What is written at once where there is nothing to say is what its fields would have written.
@Suite("Quiet fields") struct QuietFieldsTests {
  private struct Source {
    var count = 0
    var time: TimeSpan?
    var list: [Int] = []
    var isMarked = false

    var isQuiet: Bool { count == 0 && time == nil && list.isEmpty && !isMarked }
  }

  private static let part = Record<Source>(
    "part", "a part",
    [
      Field("count", "a count") { $0.count },
      Field("marked", "a mark") { $0.isMarked },
    ])

  private static let fields: [Field<Source>] = [
    Field("a", "before them") { _ in 1 },
    Field("b.count", "a count") { $0.count },
    Field("b.list", "a list") { $0.list },
    Field("b.part", "a record", one: part) { $0 },
    Field("b.time", "a time") { $0.time },
    Field("c", "behind them") { _ in "x" },
  ]

  private static let record = Record<Source>(
    "quiet_test", "a test", fields,
    quiet: [QuietFields("b.count", "b.list", "b.part", "b.time") { $0.isQuiet }])

  private static let plain = Record<Source>("plain_test", "a test", fields)

  private func text<Value>(_ record: Record<Value>, _ source: Value) -> String {
    var json = JSONBytes()
    record.write(source, to: &json)
    return json.text.text
  }

  @Test("are written alike whether they are quiet or one of them speaks")
  func alike() {
    var sources = [Source](repeating: Source(), count: 5)
    sources[1].count = 3
    sources[2].time = .milliseconds(20)
    sources[3].list = [7]
    sources[4].isMarked = true
    for source in sources {
      #expect(text(Self.record, source) == text(Self.plain, source))
    }
    #expect(
      text(Self.record, sources[0])
        == #"{"a":1,"b.count":0,"b.list":[],"b.part":{"count":0,"marked":false},"b.time":null,"c":"x"}"#
    )
  }

  @Test("hold for each of them: what one side did is told, whatever it was")
  func directions() throws {
    let changes: [(field: String, change: (inout DirectionRecord) -> Void)] = [
      ("duplicate_acks", { $0.duplicateAcks = 3 }), ("duplicate_sacks", { $0.duplicateSacks = 3 }),
      ("keep_alives", { $0.keepAlives = 3 }),
      ("keep_alives_unanswered", { $0.keepAlivesUnanswered = 3 }),
      ("longest_zero_window_s", { $0.longestZeroWindow = .seconds(3) }),
      ("lost_before_capture", { $0.lostBeforeCapture = 3 }),
      ("missed_bytes", { $0.missedBytes = 3 }), ("open_hole_bytes", { $0.openHoleBytes = 3 }),
      ("reordered", { $0.reordered = 3 }), ("resets", { $0.resetCount = 3 }),
      ("retransmissions.bytes", { $0.retransmissions.bytes = 3 }),
      ("retransmissions.fast", { $0.retransmissions.fast = 3 }),
      ("retransmissions.fin", { $0.retransmissions.fin = 3 }),
      ("retransmissions.spurious", { $0.retransmissions.spurious = 3 }),
      ("retransmissions.syn", { $0.retransmissions.syn = 3 }),
      ("retransmissions.tail_loss_probe", { $0.retransmissions.tailLossProbe = 3 }),
      ("retransmissions.timeout", { $0.retransmissions.timeout = 3 }),
      ("selective_acks", { $0.selectiveAcks = 3 }), ("window_full", { $0.windowFull = 3 }),
      ("zero_window_probes", { $0.zeroWindowProbes = 3 }), ("zero_windows", { $0.zeroWindows = 3 }),
    ]
    for (field, change) in changes {
      let sent = SentRecords(
        client: Sample.direction(change: change), server: Sample.direction())
      let session = Sample.session(
        Sample.verdict("clean.client_closed"), connection: Sample.connection(sent: sent))
      let stored = Sample.stored(session)
      #expect(stored["health.orig.\(field)"].real == 3, "\(field)")
      #expect(stored["health.resp.\(field)"].real == 0, "\(field)")
    }
  }

  @Test("and for what is read of RDP")
  func protocols() {
    let changes: [(field: String, change: (inout ProtocolTrace) -> Void)] = [
      ("client_name", { $0.mcs.clientName = "3" }), ("client_build", { $0.mcs.clientBuild = 3 }),
      ("encryption_method", { $0.mcs.encryptionMethod = 3 }),
      ("encryption_level", { $0.mcs.encryptionLevel = 3 }),
      ("error_info", { $0.mcs.errorInfo = Seen(3, Sample.frame(9)) }),
      ("auto_reconnect", { $0.mcs.details.autoReconnectUsed = 3 }),
    ]
    for (field, change) in changes {
      var trace = ProtocolTrace()
      trace.recognised = true
      change(&trace)
      let stored = Sample.stored(
        Sample.session(Sample.verdict("clean.client_closed"), trace: trace))
      if case .null = stored["rdp.\(field)"] { Issue.record("\(field) is not told") }
    }
  }

  @Test("are neighbours wherever they are declared")
  func declared() {
    #expect(!CredSSPFields.record.isQuietInVain)
    #expect(!RDPFields.record.isQuietInVain)
    #expect(!DirectionFields.record.isQuietInVain)
    #expect(!RetransmissionFields.record.isQuietInVain)
    #expect(!HealthFields.artefacts.isQuietInVain)
    #expect(!HealthFields.copies.isQuietInVain)
    let apart = Record<Source>(
      "apart", "a test", Self.fields, quiet: [QuietFields("b.count", "b.time") { _ in true }])
    #expect(apart.isQuietInVain)
  }
}
