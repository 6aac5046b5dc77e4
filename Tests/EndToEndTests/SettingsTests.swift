import Foundation
import Support
import Testing

/// Configuration file, environment and options, as a user meets them.
@Suite("Settings") final class SettingsTests {
  static let outage = Recordings.fixtures.appending(path: "captures/network/path-outage.pcap.gz")
    .path

  let folder = FileManager.default.temporaryDirectory
    .appending(path: "rdpwhy-settings-\(UUID().uuidString)")
  var file: URL { folder.appending(path: "rdpwhy/config.yaml") }

  init() throws {
    try FileManager.default.createDirectory(
      at: folder.appending(path: "rdpwhy"), withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func run(
    _ arguments: [String], config: String, environment: [String: String] = [:]
  ) throws -> Program.Result {
    try Data(config.utf8).write(to: file)
    return try Program.run(
      arguments, environment: environment.merging(["XDG_CONFIG_HOME": folder.path]) { $1 })
  }

  @Test("options count before the environment, and that before the file")
  func order() throws {
    let config = "ports: [4489]\nfail_on: network\nmax_memory: 2G\nkeylogs: [a.log]\n"
    let all = try run(
      ["--print-config", "--port", "3390"], config: config,
      environment: ["RDPWHY_FAIL_ON": "tls,credssp", "RDPWHY_PORTS": "1"])
    #expect(all.status == 0)
    #expect(all.output.contains("ports: [3390]  # --port\n"))
    #expect(all.output.contains("fail_on: [tls, credssp]  # RDPWHY_FAIL_ON\n"))
    #expect(all.output.contains("max_memory: 2G  # line 3\n"))
    #expect(all.output.contains("/rdpwhy/a.log\"]  # line 4\n"))
    // What is printed is a configuration again.
    let again = try run(["--print-config"], config: all.output)
    #expect(again.status == 0)
    #expect(again.output.contains("ports: [3390]  # line 2\n"))
    #expect(try Program.run(["--print-config"]).output.contains("ports: []  # not set\n"))
  }

  @Test("what the file says is done")
  func effects() throws {
    #expect(try run([Self.outage], config: "fail_on: network").status == 1)
    #expect(try run(["--fail-on", "none", Self.outage], config: "fail_on: network").status == 0)
    #expect(try run(["--config", "none", Self.outage], config: "fail_on: network").status == 0)
    let decryption = Recordings.fixtures.appending(path: "captures/decryption")
    let keys = decryption.appending(path: "account-disabled.keys").path
    let capture = decryption.appending(path: "account-disabled.pcap.gz").path
    #expect(
      try run([capture], config: "keylogs: \(keys)").output
        .contains("credssp.account_restricted"))
    let batch = try run(["batch", Self.outage], config: "fail_on: [network]")
    #expect(batch.status == 1)
  }

  @Test("time zone, sites with their networks, and thresholds stand in the file")
  func people() throws {
    let config = """
      time_zone: Europe/Berlin
      sites: {192.168.0.0/16: Berlin, 10.0.0.0/8: {site: Oslo, gateway: gw-oslo}}
      fail_on: {network: 2, tls: 1}

      """
    let text = try run([Self.outage], config: config)
    #expect(text.status == 0)
    #expect(text.output.contains("Europe/Berlin"))
    #expect(text.output.contains("server Berlin"))
    #expect(try run(["--fail-on", "network:1", Self.outage], config: config).status == 1)
    #expect(try run([Self.outage], config: "fail_on: [network:2]").status == 0)
    #expect(try run(["--fail-on", "network:0", Self.outage], config: "").status == 64)
    let page = try run(["batch", "--format", "html", "--quiet", Self.outage], config: config)
    #expect(page.output.contains("Europe/Berlin"))
    let all = try run(["--print-config"], config: config)
    #expect(all.output.contains("time_zone: \"Europe/Berlin\"  # line 1"))
    let again = try run([Self.outage], config: try run(["--print-config"], config: config).output)
    #expect(again.output == text.output)
    for (wrong, words) in [
      ("time_zone: Nowhere/None", "is not a time zone"), ("sites: {a: Berlin}", "is no network"),
      ("fail_on: {network: 0}", "network:0"),
    ] {
      let result = try run([Self.outage], config: wrong)
      #expect(result.status == 64)
      #expect(result.errors.contains("line 1: "), "\(result.errors)")
      #expect(result.errors.contains(words), "\(result.errors)")
    }
  }

  @Test(
    "an error has the file, the line and what was expected",
    arguments: [
      ("# a\nprots: 1", "line 2: there is no key 'prots'; did you mean ports?"),
      ("ports: [1,\n 70000]", "line 2: ports: '70000' is not a port"),
      ("ports: [1", "line 2: "), ("ports: 1\nports: 2", "comes twice: ports"),
      ("- a", "line 1: expected"), ("fail_on: {a: b}", "line 1: fail_on: "),
      ("max_memory: 1M", "line 1: max_memory: '1M' is not a size"), ("a: &x [*x]", "line 1: "),
      ("ports: \u{1B}[31m", "config.yaml: "),
    ])
  func errors(config: String, message: String) throws {
    let result = try run([Self.outage], config: config)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains("config.yaml: "))
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(!result.errors.contains("\u{1B}"))
  }

  @Test("an empty file sets nothing; a wrong variable is refused; a named file has to be there")
  func edges() throws {
    for config in ["", "# only a comment\n", "ports:\n", "null"] {
      #expect(try run(["--print-config"], config: config).output.contains("ports: []"))
    }
    let wrong = try run([Self.outage], config: "", environment: ["RDPWHY_PORTS": "x"])
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("RDPWHY_PORTS: 'x' is not a port"))
    #expect(try Program.run(["--config", "/nonexistent.yaml", Self.outage]).status == 64)
  }

  @Test(
    "help has pages on topics",
    arguments: ["formats", "exit-codes", "environment", "config", "inputs"])
  func topics(topic: String) throws {
    let page = try Program.run(["help", topic])
    #expect(page.status == 0)
    #expect(page.output.split(separator: "\n").count > 5)
    #expect(try Program.run(["--help"]).output.contains("rdpwhy help \(topic)"))
  }

  @Test("--verbose says the phases on standard error, and the results stay the same")
  func verbose() throws {
    let plain = try Program.run([Self.outage])
    let verbose = try Program.run(["-v", Self.outage])
    #expect(verbose.output == plain.output)
    for words in ["looked for inputs: 1", "read and judged: 1 ", "wrote text", "in all"] {
      #expect(verbose.errors.contains(words))
    }
  }

  @Test("batch --verbose says the phases and each series, also those that a checkpoint has")
  func verboseBatch() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("rdpwhy-verbose-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let output = folder.path + "/drops.ndjson"
    let first = try Program.run(["batch", "-v", "--quiet", Self.outage, "-o", output])
    for words in ["planned: 1 series", "1 sessions, ", "observed: 1 of 1 series", "wrote ndjson"] {
      #expect(first.errors.contains(words))
    }
    let second = try Program.run(["batch", "-v", "--quiet", Self.outage, "-o", output])
    #expect(second.errors.contains("as before, 1 sessions"))
  }
}
