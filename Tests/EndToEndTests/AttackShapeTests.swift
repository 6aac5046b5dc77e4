import Foundation
import Support
import Testing

/// What a hostile sender can make the analysis cost: four times the input takes about four times the
/// processor time.
@Suite("Attack shapes", .serialized) struct AttackShapeTests {
  /// Growth that is still taken for linear: a quadratic cost would grow sixteen times.
  private static let limit = 8.0
  /// Seconds of processor time below which a measurement is noise.
  private static let resolution = 0.02

  @Test("cost grows with the input and no faster", arguments: AttackShape.allCases)
  func growsLinearly(shape: AttackShape) throws {
    let size = shape.makesSessions ? 80 : 800
    let file = try ScratchFile(named: "\(shape.rawValue).pcapng")
    let small = shape.capture(size: size)
    let large = shape.capture(size: 4 * size)
    let nothing = AttackShape.tinyBlocks.capture(size: 1)
    var ratios: [Double] = []
    // Processor time is no exact count: one good measurement of three proves the growth.
    for _ in 0..<3 {
      let start = try Self.processorTime(nothing, file)
      let one = try Self.processorTime(small, file) - start
      let four = try Self.processorTime(large, file) - start
      ratios.append(four / max(one, Self.resolution))
      if ratios.last ?? 0 <= Self.limit { return }
    }
    Issue.record("\(shape): four times the input took \(ratios) times as long")
  }

  /// Seconds that processors worked for an analysis of `bytes`.
  private static func processorTime(_ bytes: [UInt8], _ file: ScratchFile) throws -> Double {
    try file.write(bytes)
    // The shell's `times` tells what its only child used, user and system.
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c", "\"$0\" analyze --format ndjson \"$1\" > /dev/null 2>&1 || exit $?; times",
      Program.executable.path, file.path,
    ]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && [0, 3].contains(process.terminationStatus))
    // `0m0.010s 0m0.002s`: the shell's own line, then its children's.
    let line = String(decoding: data, as: UTF8.self).split(separator: "\n").last ?? ""
    return line.split(separator: " ").reduce(0) { sum, field in
      let parts = field.dropLast().split(separator: "m").compactMap { Double($0) }
      return parts.count == 2 ? sum + parts[0] * 60 + parts[1] : sum
    }
  }
}
