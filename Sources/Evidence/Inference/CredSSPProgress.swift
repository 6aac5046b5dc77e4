public import CaptureReader
public import RDPProtocol
public import TCPStreams

/// How far CredSSP came and how it ended ([MS-CSSP] 3.1.5): by the order and size of encrypted
/// records, or as read where there are keys.
public struct CredSSPProgress: Sendable, Hashable {
  /// A message of the exchange.
  public struct Message: Sendable, Hashable {
    public var side: Side
    /// Estimated from the record's length, in bytes.
    public var plaintextLength: Int
    public var frame: ItemReference

    public init(side: Side, plaintextLength: Int, frame: ItemReference) {
      self.side = side
      self.plaintextLength = plaintextLength
      self.frame = frame
    }
  }

  /// The session is to use CredSSP.
  public var expected = false
  public var stage = CredSSPStage.notStarted
  /// The last record of the exchange.
  public var lastRecord: EncryptedRecord?
  /// How the server ended the exchange.
  public var refusal: CredSSPRefusalKind?
  /// The record, FIN or RST by which it did.
  @OptionalItem public var refusalFrame: ItemReference?
  /// The client ended the exchange at `stage`.
  @OptionalItem public var clientLeft: ItemReference?
  /// Messages in their order, 16 at most.
  public var messages: [Message] = []

  public init() {}
}
