import CaptureReader

/// What sessions of one log are to each other: probes before real connections, health checks, attacks.
enum Neighbours {
  /// A client's own probe comes this long before its real connection.
  private static let followSpan = TimeSpan.seconds(15)
  /// A connection that never got as far as a security protocol is over within this time.
  private static let probeSpan = TimeSpan.seconds(10)
  /// Refused log-ons of one attack are no further apart than this.
  private static let attackGap = TimeSpan.seconds(86_400)
  private static let leastAttack = 10

  static func mark(_ sessions: inout [LogSession]) {
    markFollowed(&sessions)
    markProbes(&sessions)
    markAttacks(&sessions)
  }

  private static func markFollowed(_ sessions: inout [LogSession]) {
    var byAddress: [String: [Int]] = [:]
    for (index, session) in sessions.enumerated() where session.point == .server {
      if let address = session.client?.address { byAddress[address, default: []].append(index) }
    }
    for indices in byAddress.values {
      let ordered = indices.sorted { sessions[$0].first < sessions[$1].first }
      for (index, next) in zip(ordered, ordered.dropFirst()) {
        let gap = sessions[next].first.since(sessions[index].last)
        if gap <= followSpan, sessions[next].phase > sessions[index].phase {
          sessions[index].isFollowed = true
        }
      }
    }
  }

  private static func markProbes(_ sessions: inout [LogSession]) {
    for index in sessions.indices where sessions[index].point == .server {
      let session = sessions[index]
      let isRefused =
        session.has(.logonRefused) || session.has(.authorizationDenied)
        || session.has(.negotiationRefused)
      // A server that cannot use its own key fails whoever comes.
      if session.hasKeyTrouble { continue }
      guard !isRefused, session.duration <= probeSpan, session.phase <= .x224 else { continue }
      // The lines of an end alone, without their connection's begin, say nothing of its life.
      let isWhole =
        session.has(.connectionAccepted) || session.has(key: "xrdp.no_request")
        || session.has(key: "xrdp.header")
      let isEarly = session.phase == .tcp && session.has(.connectionEnded) && isWhole
      let isWindows = session.program == .windows && session.has(key: "rdpcorets.131")
      // A check of the port leaves the reset alone; a server that had a session says more.
      let isBareReset =
        session.program == .freeRDP && !session.has(.connectionAccepted)
        && !session.has(.connectFailed) && !session.has(.attemptBegins)
        && session.has(.transportError)
      sessions[index].isProbe =
        (session.isFollowed && isWindows) || isEarly && session.program == .xrdp || isBareReset
        || isWindows && session.events.count <= 3 && session.events.contains(where: \.isEnd)
    }
  }

  private static func markAttacks(_ sessions: inout [LogSession]) {
    let refused = sessions.indices.filter {
      sessions[$0].point == .server && sessions[$0].phase < .active
        && (sessions[$0].has(.logonRefused)
          || sessions[$0].events.allSatisfy { $0.key == "rdpcorets.131" })
    }.sorted { sessions[$0].first < sessions[$1].first }
    var runs: [[Int]] = []
    for index in refused {
      if let last = runs.last?.last, sessions[index].first.since(sessions[last].last) <= attackGap {
        runs[runs.count - 1].append(index)
      } else {
        runs.append([index])
      }
    }
    for run in runs where run.count >= leastAttack {
      for index in run {
        sessions[index].attackSize = run.count
        if sessions[index].events.allSatisfy({ $0.key == "rdpcorets.131" }) {
          sessions[index].isProbe = true
        }
      }
    }
  }
}
