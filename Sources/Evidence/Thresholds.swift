import CaptureReader

/// Every threshold that a rule compares with, with its source.
enum Thresholds {
  /// Tries of one segment, the first included, before silence counts as an outage: one lost packet
  /// is repaired by the first repeat, two in a row are rare below 10 % loss.
  static let outageAttempts = 3
  /// Tries of one large segment that all failed while small ones passed.
  static let failuresOfLargeOnes = 6
  /// An outage this long is full proof; shorter ones count in proportion (FreeRDP gives up after
  /// 9 s, Windows after 19 s and more: knowledge, tcp-health §4).
  static let provenOutage = TimeSpan.seconds(5)
  /// Where the capture ends within it, it must be as long as clients bear it: others healed.
  static let provenOpenOutage = TimeSpan.seconds(9)
  /// So many tries are full proof however quickly they came.
  static let provenAttempts = 6
  /// New packets of the other side in the second half of an outage that show that it is served.
  static let servedPackets = 4
  /// What is left of an outage's strength then: one segment that had bad luck.
  static let servedShare = 0.3
  /// Loss that is no black hole's: small packets vanish too.
  static let lossOfSmallOnes = 0.03
  /// Degradation of tcp-health §11: loss 2 %, stall 1 s, round trip 250 ms.
  static let degradedLoss = 0.02
  static let degradedRepeats = 2
  /// What a path may lose without anybody's noticing (tcp-health §11).
  static let tolerableLoss = 0.005
  static let repeatsOfDiscovery = 3
  /// Repeats that healthy sessions show where one direction was captured: up to three among the
  /// recordings.
  static let repeatsInOneDirection = 2
  /// A screen that does not change for so long while the user types and moves the mouse…
  static let deadScreen = TimeSpan.seconds(4)
  /// …so many packets of the client…
  static let deadScreenInputs = 20
  /// …within so short a session, of which the server has drawn so little (a log-in window with its
  /// picture; a desktop takes more)…
  static let logonWindow = TimeSpan.seconds(300)
  static let logonWindowBytes = 262_144
  /// Records of a client that are longer than any input's and the activation's are a channel's (recorded: failed
  /// log-ons up to 63 bytes, sessions 123 and more).
  static let channelRecord = 100
  /// So much loss in a short connection is shown by a single segment.
  static let plainLoss = 0.07
  /// Segments sent again within a time of this length, and their share of all its packets, from
  /// which on that time was bad, however well the rest of a long session went.
  static let lossyTime = TimeSpan.seconds(10)
  static let lossyTimeRepeats = 5
  static let lossyTimeShare = 0.05
  /// Round trips of so many times the shortest are a queue's (tcp-health §2 asks for three times and
  /// 100 ms).
  static let queuedRoundTrip: Int64 = 4
  /// Samples from here on show how round trips lie.
  static let tellingRoundTrips = 10
  /// Round trips that vary by so many times the shortest, up to a value that is felt (tcp-health §11).
  static let wavering: Int64 = 3
  static let waveringRoundTrip = TimeSpan.milliseconds(100)
  /// So many waits of 0.5 s and more are no accident, where they take such a share of the time.
  static let tellingStalls = 2
  static let stalledShare = 0.02
  /// Reordering beyond 5 % is bad (tcp-health §11), from a handful of segments on; so are segments that
  /// arrive twice.
  static let degradedReordering = 0.05
  static let degradedReordered = 5
  static let degradedOutage = TimeSpan.seconds(1)
  static let degradedRoundTrip = TimeSpan.milliseconds(250)
  /// The slowest answers to a SYN (a satellite, a host that wakes up) take up to this; with a second
  /// SYN, which comes after a second, it is clear sooner.
  static let longestAnswer = TimeSpan.seconds(3)
  static let askedAgain = TimeSpan.seconds(1)
  /// No host takes so long to refuse a SYN: a device on the way had given up.
  static let lateRefusal = TimeSpan.seconds(4)
  /// Loss above which giving up is the expected end (lab: 45 % survived, 60 % dropped; the share
  /// seen at one end is lower than the truth).
  static let heavyLoss = 0.08
  /// How long an answer may take: NLA against a busy domain controller takes up to 3 s, a hung
  /// service has been left after 8 s and more by every client of the lab.
  static let stall = TimeSpan.seconds(4)
  /// So many times as long as its longest answer before is longer than a slow side takes.
  static let patience: Int64 = 3
  /// With a wait of this length nobody was merely slow.
  static let longStall = TimeSpan.seconds(8)
  /// A program that cannot use a message leaves within this time beside a round trip (recorded: 1 to 35 ms).
  static let refusalTime = TimeSpan.milliseconds(50)
  /// Clients bear a connection that does not come up for so long at least (FreeRDP 9 s, Windows longer).
  static let shortestPatience = TimeSpan.seconds(9)
  /// A running session whose server says nothing while the client goes on.
  static let serverHang = TimeSpan.seconds(6)
  static let serverHangClientPackets = 8
  /// Stretches of the session in which it answered input: so many show that it does.
  static let tellingAnswers = 2
  /// Nobody works on with a picture that stands still for this long.
  static let unbearableSilence = TimeSpan.seconds(20)
  /// Users look at a picture for less than this without touching anything, as a rule.
  static let longSilence = TimeSpan.seconds(15)
  /// A window that stays shut.
  static let zeroWindow = TimeSpan.seconds(4)
  /// Silence of both sides, with nothing outstanding, after which a dead connection points at an
  /// idle timer. Devices wait minutes, the lab's three seconds; a session with keep-alives or a
  /// moving picture is never quiet for that long.
  static let idle = TimeSpan.seconds(3)
  /// Devices that forget connections after less are rare (RFC 5382 REQ-5 wants two hours; cheap ones
  /// wait one to five minutes): a shorter silence is judged by the session's pace.
  static let shortestIdleTimer = TimeSpan.seconds(60)
  /// So many marked pauses show a pace (a clock, a cursor, keep-alives); one may be chance.
  static let pacedPauses = 2
  /// A silence of so many times the longest pause before is none that the session takes by itself.
  static let restlessShare: Int64 = 8
  /// Unanswered keep-alives from here on are proof: a host that lives answers the first (RFC 9293
  /// §3.8.4), and three losses in a row at 10 % loss are one in a thousand.
  static let deadKeepAlives = 3
  /// Two are enough where their sender gives the connection up for them.
  static let decidingKeepAlives = 2
  /// Data that stays unacknowledged for this long while the connection lives.
  static let stalledDelivery = TimeSpan.seconds(12)
  /// Segments from here on meet path MTU limits first; smaller ones pass nearly everywhere
  /// (IPv6 minimum 1280, tunnels rarely below 1200: tcp-health §7).
  static let largeSegment = 900
  static let openHole = TimeSpan.seconds(3)
  /// Repeats that a healthy path has too.
  static let fewRepeats = 2
  /// Reports of what came behind a hole that are more than those of one loss.
  static let tellingSelectiveAcks = 5
  /// Nobody sends new data for so long without an answer.
  static let outlived = TimeSpan.seconds(2)
  /// Hop limits of one host differ by one with load-balanced paths, by more only between hosts.
  static let hopDifference = 2
  /// A fatal alert leaves within this time of the record that caused it (lab: 0.1…1 ms; goodbyes of
  /// users 58 ms and more after the last record).
  static let alertReaction = TimeSpan.milliseconds(8)
  static let alertJitter = TimeSpan.milliseconds(20)
  /// A round trip as short as this is one host's own.
  static let noPath = TimeSpan.milliseconds(1)
  /// Nobody reads and clicks within this time: the program leaves by itself.
  static let fasterThanPeople = TimeSpan.milliseconds(150)
  /// Nobody gives name and password sooner.
  static let typing = TimeSpan.seconds(3)
  /// Timers of programs are set in steps of this, and keep them as closely as that.
  static let timerStep = TimeSpan.seconds(5)
  static let timerAccuracy = TimeSpan.milliseconds(60)
  /// Timers do not run out earlier than by this, and no later than by three times as much.
  static let timerEarliness = TimeSpan.milliseconds(10)
  /// Programs with a coarse clock (nginx) are off by as much either way.
  static let coarseTimer = TimeSpan.milliseconds(100)
  /// Timers that are not set in steps of five seconds are told from this length on.
  static let shortestOddTimer = TimeSpan.seconds(6)
  /// A client that leaves this soon after a message leaves because of it.
  static let promptReaction = TimeSpan.milliseconds(500)
  /// A round trip of this length makes the dozen turns of a connection take longer than clients
  /// wait (FreeRDP 15 s, Windows about 20 s).
  static let unbearableRoundTrip = TimeSpan.milliseconds(1200)
  /// So many other sessions that fared alike are full evidence; one alone can be chance.
  static let tellingBystanders = 3
  /// A retry that comes within this time belongs to the same story.
  static let retry = TimeSpan.seconds(120)
  /// A program falls back to other protocols within this time, and through several of them.
  static let fallback = TimeSpan.seconds(5)
  static let severalFallbacks = TimeSpan.seconds(15)
  /// Nothing for this long, and for three times the session's longest pause, is not a pause.
  static let wentQuiet = TimeSpan.seconds(10)
  /// Nothing for this long after a last packet without goodbye is an end that was not captured.
  static let quietEnd = TimeSpan.seconds(60)
  /// Datagrams without any answer, and for how long: RDPEUDP acknowledges within half a second and
  /// keeps an idle transport alive every 16 s ([MS-RDPEUDP] 3.1.5.1.4, 3.1.6).
  static let udpUnanswered = 4
  static let udpSilence = TimeSpan.seconds(5)
  /// A path that carried datagrams for this long after TCP failed was not dead.
  static let udpOutlivesTCP = TimeSpan.seconds(2)
  /// What a filter of the host dropped within this time of the last packet belongs to the end: the first
  /// two retransmissions come within it.
  static let filteredAtEnd = TimeSpan.seconds(3)
}
