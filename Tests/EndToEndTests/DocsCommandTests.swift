import Foundation
import Support
import Testing

/// Commands in README and Docs are what they say: each is run, and output that is shown is compared.
///
/// A command is an indented line that begins with `rdpwhy`, or with `$` where its output follows; a line
/// `…` in it stands for any lines.
@Suite("Documentation") struct DocsCommandTests {
  struct Example: Sendable {
    var line: Int
    var command: String
    var output: [String]?
  }

  static let pages: [String] =
    ["README.md"]
    + Recordings.files(in: Recordings.root.appending(path: "Docs"), endingIn: [".md"])
    .map { "Docs/\($0.lastPathComponent)" }

  @Test("commands do what the page says", arguments: pages)
  func commands(page: String) throws {
    let text = try String(
      contentsOf: Recordings.root.appending(path: page), encoding: .utf8)
    for block in Self.blocks(of: text) {
      try Self.withFolder { folder in
        for example in block { try Self.run(example, page, in: folder) }
      }
    }
  }

  @Test("README is short, and the scripts that it names are there")
  func readme() throws {
    let text = try String(
      contentsOf: Recordings.root.appending(path: "README.md"), encoding: .utf8)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count < 150)
    let scripts = text.matches(of: /(?:Distribution|Benchmarks|\.ci)\/[a-z\/]*[a-z]/)
      .map { String($0.output) }
    #expect(scripts.count >= 4)
    for script in Set(scripts) {
      #expect(
        FileManager.default.isExecutableFile(
          atPath: Recordings.root.appending(path: script).path), "\(script)")
    }
    for link in text.matches(of: /\]\(([^)#:]+)\)/).map({ String($0.1) }) {
      #expect(
        FileManager.default.fileExists(atPath: Recordings.root.appending(path: link).path),
        "\(link)")
    }
  }

  @Test("commands are found in a page")
  func parsing() {
    let blocks = Self.blocks(
      of: """
        Text.

            rdpwhy a.pcap   what it is
            rdpwhy b \\
              --option # why

        More.

            $ rdpwhy c
            one

            …
            $ rdpwhy d
        """)
    #expect(
      blocks.map { $0.map(\.command) } == [
        ["rdpwhy a.pcap", "rdpwhy b --option"], ["rdpwhy c", "rdpwhy d"],
      ])
    #expect(blocks.last?.first?.output == ["one", "", "…"])
    #expect(Self.matches(["one", "…", "four"], ["one", "two", "three", "four"][...]))
    #expect(!Self.matches(["one", "four"], ["one", "two", "four"][...]))
  }

  // MARK: Finding

  private static func blocks(of text: String) -> [[Example]] {
    var blocks: [[Example]] = []
    var current: [Example] = []
    var goesOn = false
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (number, line) in lines.enumerated() {
      if !line.isEmpty, !line.hasPrefix("    ") {
        if !current.isEmpty { blocks.append(current) }
        current = []
        goesOn = false
        continue
      }
      let content = String(line.dropFirst(4))
      if goesOn, let last = current.indices.last {
        current[last].command += " " + command(content)
        goesOn = content.hasSuffix("\\")
      } else if content.hasPrefix("$ ") || content.hasPrefix("rdpwhy ") {
        let shows = content.hasPrefix("$ ")
        current.append(
          Example(
            line: number + 1, command: command(shows ? String(content.dropFirst(2)) : content),
            output: shows ? [] : nil))
        goesOn = content.hasSuffix("\\")
      } else if let last = current.indices.last, current[last].output != nil {
        current[last].output?.append(content)
      }
    }
    if !current.isEmpty { blocks.append(current) }
    return blocks.map { block in
      block.map { example in
        var example = example
        while example.output?.last?.isEmpty == true { example.output?.removeLast() }
        return example
      }
    }
  }

  /// Without what explains it.
  private static func command(_ line: String) -> String {
    var text = line.hasSuffix("\\") ? String(line.dropLast()) : line
    for mark in ["   ", " # "] {
      if let place = text.range(of: mark) { text = String(text[..<place.lowerBound]) }
    }
    return text.trimmingCharacters(in: .whitespaces)
  }

  // MARK: Running

  /// Needs recordings that do not lie in Fixtures: labelled sets, Windows' own logs and traces, results of
  /// two months.
  private static func isLeftOut(_ command: String) -> Bool {
    ["truth.tsv", ".evtx", ".etl", "--session R0ab", "may.ndjson", "before.sqlite"]
      .contains { command.contains($0) }
  }

  private static func run(_ example: Example, _ page: String, in folder: URL) throws {
    guard !isLeftOut(example.command) else { return }
    var command = example.command.replacing("CAPTURE…", with: "capture.pcapng")
      .replacing("…", with: "capture.pcapng")
    // Programs of others behind a pipe are theirs.
    for other in ["| jq", "| zeek-cut"] {
      if let place = command.range(of: other) { command = String(command[..<place.lowerBound]) }
    }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    let script = [
      "rdpwhy() { \"$PROGRAM\" \"$@\"; }", "shopt -s nullglob", plan(command), removal(command),
      command,
    ].filter { !$0.isEmpty }.joined(separator: "\n")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = Program.environment.merging([
      "PROGRAM": Program.executable.path, "SLURM_ARRAY_TASK_ID": "1",
      "SLURM_ARRAY_TASK_COUNT": "2", "SLURM_ARRAY_TASK_MIN": "1", "SLURM_CPUS_PER_TASK": "1",
    ]) { $1 }
    let output = Pipe()
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      [0, 1, 3].contains(process.terminationStatus),
      "\(page):\(example.line): \(command) ended with \(process.terminationStatus)")
    guard let expected = example.output, !expected.isEmpty else { return }
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.trimmingCharacters(in: .whitespaces.subtracting(.init(charactersIn: " ")))[...] }
      .map(String.init)
    while lines.last?.isEmpty == true { lines.removeLast() }
    #expect(
      matches(expected, lines[...]), "\(page):\(example.line) shows something else than\n\(text)")
  }

  /// What an earlier command of the page wrote under the output's name is no obstacle.
  private static func removal(_ command: String) -> String {
    command.matches(of: /(?:-o|--output|--summary-output) ([^ ]+)/)
      .map { "rm -rf '\($0.1)' '\($0.1).checkpoint';" }.joined(separator: " ")
  }

  /// A plan that another machine made.
  private static func plan(_ command: String) -> String {
    command.contains("--manifest plan.ndjson")
      ? "[ -e plan.ndjson ] || rdpwhy batch plan captures/ -o plan.ndjson;" : ""
  }

  private static func matches(_ expected: [String], _ lines: ArraySlice<String>) -> Bool {
    var rest = lines
    var isAny = false
    for line in expected {
      if line == "…" {
        isAny = true
      } else if isAny {
        guard let place = rest.firstIndex(of: line) else { return false }
        rest = rest[place...].dropFirst()
        isAny = false
      } else {
        guard rest.first == line else { return false }
        rest = rest.dropFirst()
      }
    }
    return isAny || rest.isEmpty
  }

  /// A folder with the names that the pages use.
  private static func withFolder(_ body: (URL) throws -> Void) throws {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "rdpwhy-docs-\(UUID().uuidString)")
    try manager.createDirectory(
      at: folder.appending(path: "captures"), withIntermediateDirectories: true)
    defer { try? manager.removeItem(at: folder) }
    let network = Recordings.fixtures.appending(path: "captures/network")
    for (name, target) in [
      ("Fixtures", Recordings.fixtures), ("Docs", Recordings.root.appending(path: "Docs")),
      ("capture.pcapng", network.appending(path: "path-outage.pcap.gz")),
      ("week.pcapng", network.appending(path: "path-outage.pcap.gz")),
      ("freerdp.log", Recordings.fixtures.appending(path: "logs/wrong-password.client.log")),
      ("captures/a.pcapng", network.appending(path: "path-outage.pcap.gz")),
      ("captures/b.pcapng", network.appending(path: "syn-unanswered.pcap.gz")),
    ] {
      try manager.createSymbolicLink(
        at: folder.appending(path: name), withDestinationURL: target)
    }
    try body(folder)
  }
}
