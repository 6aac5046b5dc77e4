/// How much of a file's claims is believed: input is hostile, memory and time are not endless.
public struct ReadingLimits: Hashable, Sendable {
  /// Bytes that decompression may yield for one input (64 GiB).
  public var decompressedBytes = 64 << 30
  /// Decompressed bytes for each stored byte, once `ratioGrace` bytes were yielded.
  public var compressionRatio = 2_000
  /// Decompressed bytes before the ratio is looked at (16 MiB).
  public var ratioGrace = 16 << 20
  /// Compressions inside each other (`capture.pcap.gz.xz`).
  public var compressionDepth = 3
  /// Entries of one archive.
  public var archiveEntries = 1_000_000
  /// Empty entries of one archive that are told one by one, where they are named like captures.
  public var emptyEntries = 1_000
  /// Bytes of an archive that may be passed over again, and `compressionRatio` bytes for each stored
  /// one: its captures may lie in another order than that of their times (1 GiB).
  public var rereadBytes = 1 << 30
  /// Archives inside each other: one in another.
  public var archiveDepth = 2
  /// Bytes of a nested zip or 7z that is held in memory, as its directory lies at its end (64 MiB).
  public var nestedArchiveBytes = 64 << 20
  /// Captured bytes of one packet; libpcap's own maximum (256 KiB).
  public var packetBytes = 262_144
  /// Bytes of one pcapng block (16 MiB).
  public var blockBytes = 16 << 20
  /// Bytes of one buffer of an event trace, as stored and decompressed (64 MiB).
  public var eventTraceBufferBytes = 64 << 20
  /// Memory for packets of an event trace that wait to be put in order of time (256 MiB).
  public var eventTraceBytes = 256 << 20
  /// Options looked at in one pcapng block.
  public var options = 4_096
  /// Interfaces of one input, all pcapng sections together.
  public var interfaces = 65_536
  /// UTF-8 bytes kept of all interfaces' names and descriptions together (4 MiB).
  public var interfaceTextBytes = 4 << 20
  /// Bytes of decryption secrets kept for one input (16 MiB).
  public var secretsBytes = 16 << 20
  /// Comments kept for one input.
  public var comments = 256
  /// UTF-8 bytes kept of one name or comment.
  public var textBytes = 1_024
  /// Data-quality notes kept for one input; the others are counted.
  public var notes = 64
  /// Packets that are looked at for the time of the first one.
  public var packetsLookedAt = 1_000
  /// Bytes of packets held where the files of a series overlap (64 MiB).
  public var seriesOverlapBytes = 64 << 20
  /// Files of a series of which packets are held at a time: a ring's overlap with their neighbours.
  public var seriesOverlapFiles = 64
  /// Bytes of packets held where the order of a file is not that of time (32 MiB).
  public var reorderingBytes = 32 << 20
  /// A silence between two files of a series from which on packets may be missing there, where it
  /// is also `seriesSilenceRatio` times as long as any before: a session that nobody uses is silent
  /// too, but answers within two minutes (the RDP server's keep-alive and TCP's repeats).
  public var seriesSilence = TimeSpan.seconds(120)
  public var seriesSilenceRatio: Int64 = 10

  public init() {}
}
