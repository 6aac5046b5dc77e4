public import CaptureReader
public import TCPStreams

/// What was read inside TLS with the session's keys.
public struct DecryptedTrace: Sendable, Codable {
  /// Records opened, and records that did not open (lost before, or another key).
  public var records = PerSide<Int>(client: 0, server: 0)
  public var failedRecords = PerSide<Int>(client: 0, server: 0)
  /// Records whose content the capture does not hold whole.
  public var missedRecords = PerSide<Int>(client: 0, server: 0)
  /// Keys are there, but records of the chosen version and suite are not opened by this reader.
  public var isUnsupported = false
  /// Alerts with their codes, close_notify included.
  public var alerts: [TLSAlert] = []
  public var credssp = CredSSPTrace()
  /// Win32 error of RDSTLS, or HRESULT of RDSAAD, where one of them stood in CredSSP's place.
  public var redirectedResult: Seen<UInt32>?
  /// First bytes inside TLS that are neither CredSSP nor RDP (16 at most).
  public var foreign = PerSide<Seen<[UInt8]>?>(client: nil, server: nil)
  /// The last record of each side that opened.
  public var lastOpened = PerSide<ItemReference?>(client: nil, server: nil)

  public init() {}
}
