public import CaptureReader
public import TCPStreams

/// One statement about the path between two points, with what proves it.
public struct PathFinding: Sendable, Hashable {
  public enum Code: String, Sendable, CaseIterable {
    /// Segments vanished between the points; the connection went on.
    case loss = "path.loss_between"
    /// From some moment on nothing of one or both sides got through any more.
    case outage = "path.outage_between"
    /// A RST that neither host sent ended the connection.
    case resetForged = "path.reset_forged"
    /// The same after a silence in which a device can have forgotten the connection.
    case resetAfterSilence = "path.reset_after_silence"
    /// A RST that neither host sent met a host that took no notice, or a connection that was over.
    case resetWithoutEffect = "path.reset_without_effect"
    /// The RST was sent by the host it names, and arrived.
    case resetByHost = "path.reset_by_host"
    /// A FIN or RST never arrived: the other host did not know that the connection was over.
    case goodbyeLost = "path.fin_lost"
    /// Large segments vanish, small ones arrive.
    case sizeLimit = "path.size_limit"
    /// Everything that was sent arrived, from the first packet that both captures cover to the last.
    case clean = "path.clean"
    /// A device acknowledged what the host had not received.
    case answeredByDevice = "path.answered_by_device"
    /// The path carried everything, and one host said nothing more.
    case hostSilent = "path.host_silent"
    case changed = "path.changed"
    case payloadChanged = "path.payload_changed"
    case delayed = "path.delayed"
    case captureMissed = "path.capture_missed"
    /// After one capture's last packet the other host sent on and heard nothing: outage, a dead host
    /// or a capture that was stopped.
    case unheardAtEnd = "path.unheard_at_end"
    /// The files lie in another order along the path than the user's names for them.
    case pointsMisnamed = "path.points_misnamed"
  }

  public var code: Code
  /// Whose packets it is about; nil where both sides'.
  public var side: Side?
  /// How strongly it shows (0…1).
  public var strength: Double
  /// One sentence with the numbers.
  public var summary: String
  public var references: [ItemReference]

  init(
    _ code: Code, side: Side? = nil, strength: Double = 1, _ summary: String,
    _ references: [ItemReference?] = []
  ) {
    self.code = code
    self.side = side
    self.strength = min(max(strength, 0), 1)
    self.summary = summary
    self.references = Array(references.compactMap(\.self).prefix(8))
  }
}

extension PathFinding {
  /// All statements about a connection's path, those about its end first.
  ///
  /// - Parameter clock: the session's clock less the first point's: times in the statements are by it.
  public static func findings(
    of path: ConnectionPath, clock: TimeSpan = .zero
  ) -> [PathFinding] {
    guard let overall = path.overall else { return [] }
    let names = PathWords(path, clock: clock)
    var found = EndFindings(path, overall, names).findings()
    found += TransitFindings(path, overall, names).findings()
    if path.isMisnamed == true {
      found.append(
        PathFinding(
          .pointsMisnamed,
          "the files lie the other way round than they were named: the time from question to answer "
            + "is longer in the one that was named nearer to the server; the packets' order was taken"
        ))
    }
    return found
  }
}
