import CaptureReader
import Foundation
import Support
import Testing

/// Nothing is left out without a word, and nothing is written where it should not be.
@Suite("Batch: nothing silent") struct BatchSafetyTests {
  private static let capture = LabelledFixture.all.first { $0.file.contains("port-closed") }

  /// Runs a script in a folder that has `ok.pcap.gz`; `$RDPWHY` is the program.
  private static func sh(
    _ script: String, _ check: (_ status: Int32, _ output: String, _ errors: String) throws -> Void
  ) throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-safe-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(
      at: try #require(capture).url, to: folder.appending(path: "ok.pcap.gz"))
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", script]
    process.currentDirectoryURL = folder
    process.environment = Program.environment.merging(["RDPWHY": Program.executable.path]) { $1 }
    let output = Pipe()
    let errors = folder.appending(path: ".errors")
    try Data().write(to: errors)
    process.standardOutput = output
    process.standardError = try FileHandle(forWritingTo: errors)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    try check(
      process.terminationStatus, text,
      String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// `caf` and the Latin-1 byte of é, in a file and in a folder; in the output it is U+10FEE9.
  private static let latin = """
    L=$(printf 'caf\\351'); mkdir -p "in/$L"; cp ok.pcap.gz "in/$L.pcap.gz"; cp ok.pcap.gz "in/$L/a.gz"
    cp ok.pcap.gz in/z.pcap.gz
    """

  @Test(
    "file names that are not UTF-8 are read: in folders, typed, in patterns, lists, manifests, shards",
    arguments: [
      #""$RDPWHY" batch in -q"#, #"cd in; "$RDPWHY" batch "$L.pcap.gz" "$L" z.pcap.gz -q"#,
      #""$RDPWHY" batch 'in/ca*' 'in/z*' -q"#,
      #"printf 'in/%s.pcap.gz\r\nin/%s\nin/z.pcap.gz' "$L" "$L" > list; "$RDPWHY" batch @list -q"#,
      #""$RDPWHY" batch plan in -o p; "$RDPWHY" batch run --manifest p -q"#,
      #"tar cf all.tar in; "$RDPWHY" batch all.tar -q"#,
      #""$RDPWHY" batch in -q -o o.ndjson && "$RDPWHY" batch in -q -o o.ndjson && cat o.ndjson"#,
    ])
  func namesOfBytes(command: String) throws {
    try Self.sh(Self.latin + "\n" + command) { status, output, errors in
      #expect(status == 0, "\(errors)")
      let inputs = output.split(separator: "\n").filter { $0.contains("rdpwhy/input/1") }
      #expect(inputs.count == 3)
      #expect(inputs.count { $0.contains("caf\\udbff\\udee9.pcap.gz\"") } == 1)
      #expect(inputs.count { $0.contains("caf\\udbff\\udee9/a.gz\"") } == 1)
    }
  }

  @Test("results go to names that are not UTF-8, in every form", arguments: ["ndjson", "sqlite"])
  func outputOfBytes(form: String) throws {
    let script =
      Self.latin + """
        \nmkdir "out$L"; "$RDPWHY" batch in -q -o "out$L/$L.\(form)" --format \(form); S=$?
        ls "out$L" | grep -c partial; ls "out$L"; test -s "out$L/$L.\(form)" && echo there; exit $S
        """
    try Self.sh(script) { status, output, errors in
      #expect(status == 0, "\(errors)")
      #expect(output.hasPrefix("0\n"))
      #expect(output.contains("there"))
      #expect(output.contains("caf%E9.\(form).checkpoint"))
    }
  }

  @Test("messages show such bytes") func shown() throws {
    try Self.sh(#""$RDPWHY" batch "$(printf 'caf\351.pcap')" -q > /dev/null"#) {
      status, _, errors in
      #expect(status == 2)
      #expect(errors.contains(#"caf\xE9.pcap: "#))
    }
  }

  @Test(
    "no input is overwritten, by whatever name it is met",
    arguments: [
      #""$RDPWHY" batch . -o ok.pcap.gz --format ndjson --force"#,
      #"echo ok.pcap.gz > l; "$RDPWHY" batch @l -o ok.pcap.gz --format ndjson --force"#,
      #"ln ok.pcap.gz other.ndjson; "$RDPWHY" batch ok.pcap.gz -o other.ndjson --force"#,
      #"mkdir d; cp ok.pcap.gz d; "$RDPWHY" batch d --summary-output d/ok.pcap.gz --force"#,
      #""$RDPWHY" batch plan . -o p; "$RDPWHY" batch run --manifest p -o p --format ndjson --force"#,
      #""$RDPWHY" batch plan . -o ok.pcap.gz --force"#,
      #""$RDPWHY" batch . -o o.ndjson --checkpoint ok.pcap.gz --fresh"#,
      #""$RDPWHY" batch ok.pcap.gz -o o.ndjson --checkpoint ok.pcap.gz --fresh"#,
      #""$RDPWHY" analyze ok.pcap.gz -o ./d/../ok.pcap.gz --format json --force"#,
    ])
  func inputsStay(command: String) throws {
    try Self.sh("cp ok.pcap.gz .kept; (\(command)); S=$?; cmp ok.pcap.gz .kept && exit $S; exit 99")
    {
      status, output, errors in
      #expect(status == 64 || status == 74, "\(output)\(errors)")
    }
  }

  @Test("a database of something else is no checkpoint") func foreignDatabase() throws {
    let script = #"""
      "$RDPWHY" batch ok.pcap.gz -q -o r.sqlite; cp r.sqlite .kept
      "$RDPWHY" batch ok.pcap.gz -q -o o.ndjson --checkpoint r.sqlite; S=$?
      "$RDPWHY" batch ok.pcap.gz -q -o o.ndjson --checkpoint r.sqlite --fresh
      cmp r.sqlite .kept && exit $S
      """#
    try Self.sh(script) { status, _, errors in
      #expect(status == 74)
      #expect(errors.contains("r.sqlite is no checkpoint"))
    }
  }

  @Test("pipes and devices are written to, and get no checkpoint") func streams() throws {
    let script = #"""
      mkfifo f; cat f > got & "$RDPWHY" batch ok.pcap.gz -q -o f --format ndjson || exit 1
      wait; test -s got || exit 2; test -p f || exit 3
      "$RDPWHY" batch ok.pcap.gz -q -o /dev/stdout --format ndjson > std || exit 4
      cmp std got || exit 5
      "$RDPWHY" batch ok.pcap.gz -q -o /dev/null --format ndjson || exit 6
      ls | grep -q checkpoint && exit 7; ls /dev | grep -q 'checkpoint\|partial' && exit 8; exit 0
      """#
    try Self.sh(script) { status, output, errors in #expect(status == 0, "\(output)\(errors)") }
  }

  @Test("a pipe among the inputs is refused and not waited for; an interrupt ends a wait for one")
  func pipesIn() throws {
    let script = #"""
      mkfifo f
      "$RDPWHY" batch ok.pcap.gz f -q -o o.ndjson; S=$?
      grep -q 'is a pipe or a device' o.ndjson || exit 9
      mkfifo g; "$RDPWHY" g > /dev/null 2>&1 & P=$!; sleep 1; kill -TERM $P; wait $P; exit $S
      """#
    try Self.sh(script) { status, _, errors in
      #expect(status == 3, "\(errors)")
      #expect(errors.contains("f: cannot open: is a pipe or a device"))
    }
  }

  @Test("a damaged checkpoint is set aside, and the results are those of a new run")
  func damagedCheckpoint() throws {
    let script = #"""
      "$RDPWHY" batch ok.pcap.gz -q -o o.ndjson; cp o.ndjson first
      head -c 6000 o.ndjson.checkpoint > c; mv c o.ndjson.checkpoint
      "$RDPWHY" batch status o.ndjson 2>> said; echo $? >> said
      "$RDPWHY" batch ok.pcap.gz -q -o o.ndjson 2>> said || exit 1
      cmp o.ndjson first || exit 2; test -f o.ndjson.checkpoint.damaged || exit 3
      "$RDPWHY" batch status o.ndjson > /dev/null || exit 4; cat said
      """#
    try Self.sh(script) { status, output, errors in
      #expect(status == 0, "\(output)\(errors)")
      #expect(output.contains("set aside as o.ndjson.checkpoint.damaged"))
      #expect(!output.contains("malformed"))
    }
  }

  @Test("a shard that is missing is said without a manifest too")
  func missingShard() throws {
    let script = #"""
      mkdir in; for i in 1 2 3 4 5 6; do cp ok.pcap.gz in/$i.pcap.gz; done
      "$RDPWHY" batch plan in -o p; for i in 1 2 3; do
      "$RDPWHY" batch run --manifest p --shard $i/3 -q -o $i.facts; done
      "$RDPWHY" batch merge 1.facts 3.facts -o a.ndjson 2> a; test $? = 3 || exit 1
      grep -q 'missing: no part has 1 input of the plan between' a || exit 2
      "$RDPWHY" batch merge 1.facts 2.facts 3.facts -o b.ndjson 2> b || exit 3
      grep -q missing: b && exit 4; grep -q -- '--manifest PLAN tells' b || exit 5
      "$RDPWHY" batch merge 1.facts 3.facts 2.facts -q -f html -o b.html
      grep -q '<article' b.html || exit 6
      """#
    try Self.sh(script) { status, output, errors in #expect(status == 0, "\(output)\(errors)") }
  }

  @Test("a link beside the output is not followed") func links() throws {
    let script = #"""
      echo precious > p; for e in ndjson sqlite; do ln -s "$PWD/p" "o.$e.partial"
      "$RDPWHY" batch ok.pcap.gz -q -o "o.$e" || exit 1; done; grep -q '^precious$' p
      """#
    try Self.sh(script) { status, output, errors in #expect(status == 0, "\(output)\(errors)") }
  }

  @Test("a closed pipe is quiet and keeps the exit code") func head() throws {
    let script = #"""
      mkdir in; for i in 1 2 3 4 5 6 7 8 9; do cp ok.pcap.gz in/$i.pcap.gz; done; : > in/e.pcap
      mkfifo f; (head -c 10 f > got) & "$RDPWHY" batch in -q --fail-on server > f
      """#
    try Self.sh(script) { status, _, errors in
      #expect(status == 1)
      #expect(!errors.contains("standard output"))
      #expect(!errors.contains("ipe"))
    }
  }

  @Test(
    "addresses are answered with what to do",
    arguments: ["batch", "batch plan", "analyze"], ["s3://store/a.pcap", "https://host/a.pcap"])
  func addresses(command: String, address: String) throws {
    try Self.sh("\"$RDPWHY\" \(command) \(address)") { status, output, errors in
      #expect(status == 64)
      #expect(output.isEmpty)
      #expect(errors.contains(address.hasPrefix("s3") ? "mount-s3" : "curl"))
    }
  }

  @Test("a plan of nothing is none") func planOfNothing() throws {
    try Self.sh(#""$RDPWHY" batch plan nonexistent -o p; S=$?; test -e p && exit 9; exit $S"#) {
      status, output, errors in
      #expect(status == 2)
      #expect(errors.contains("nonexistent: there is no such file"))
      #expect(output.isEmpty)
    }
  }

  @Test(
    "status tells how far a run came, and what could not be read is tried again where asked for")
  func statusAndRetry() throws {
    let script = #"""
      "$RDPWHY" batch status o.ndjson; test $? = 64 || exit 1
      mkdir in; cp ok.pcap.gz in; "$RDPWHY" batch in/ok.pcap.gz in/b.pcap -q -o o.ndjson; test $? = 3 || exit 2
      "$RDPWHY" batch status o.ndjson; test $? = 3 || exit 3
      "$RDPWHY" batch in/ok.pcap.gz in/b.pcap --retry-failed -o o.ndjson; test $? = 3 || exit 4
      cp ok.pcap.gz in/b.pcap
      "$RDPWHY" batch in/ok.pcap.gz in/b.pcap --retry-failed -q -o o.ndjson || exit 5
      "$RDPWHY" batch status o.ndjson.checkpoint || exit 6
      """#
    try Self.sh(script) { status, output, errors in
      #expect(status == 0, "\(output)\(errors)")
      #expect(output.contains("series    2 of 2"))
      #expect(output.contains("inputs    2: 1 unreadable"))
      #expect(output.contains("in/b.pcap: "))
    }
  }
}
