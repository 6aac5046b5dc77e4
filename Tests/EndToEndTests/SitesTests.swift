import Foundation
import Support
import Testing

/// `--sites`: networks have names in every form.
@Suite("Sites") struct SitesTests {
  private static let forms = [
    "csv": "network,site,gateway\n0.0.0.0/0,\"Berlin, Mitte\",gw1\n::/0,\"Berlin, Mitte\",gw1\n",
    "tsv": "gateway\tnetwork\tsite\ngw1\t0.0.0.0/0\tBerlin, Mitte\ngw1\t::/0\tBerlin, Mitte\n",
    "list.yaml": """
    - {network: 0.0.0.0/0, site: "Berlin, Mitte", gateway: gw1}
    - {network: "::/0", site: "Berlin, Mitte", gateway: gw1}
    """,
    "map.yaml": """
    0.0.0.0/1: "Berlin, Mitte"
    128.0.0.0/1: {site: "Berlin, Mitte"}
    0.0.0.0/0: {gateway: gw1}
    "::/0": {site: "Berlin, Mitte", gateway: gw1}
    """,
  ]

  private static func run(
    _ arguments: [String], sites: String, environment: [String: String] = [:]
  ) throws -> Program.Result {
    let file = try ScratchFile(named: "sites")
    try file.write(Data(sites.utf8))
    let capture = try #require(LabelledFixture.all.first { $0.file.contains("wrong-password") })
    let names = arguments.map { $0 == "SITES" ? file.path : $0 }
    return try Program.run(
      names + [capture.url.path],
      environment: environment.mapValues { $0 == "SITES" ? file.path : $0 })
  }

  @Test("are read from each form of file", arguments: Array(forms.keys))
  func read(form: String) throws {
    let sites = try #require(Self.forms[form])
    for command in ["analyze", "batch"] {
      let result = try Self.run(
        [command, "--sites", "SITES", "--format", "ndjson", "--quiet"], sites: sites)
      #expect(result.status == 0, "\(result.errors)")
      #expect(result.output.contains(#""orig_gateway":"gw1","orig_site":"Berlin, Mitte""#))
      #expect(result.output.contains(#""resp_gateway":"gw1","resp_site":"Berlin, Mitte""#))
    }
  }

  @Test(
    "stand in every form",
    arguments: [
      ["--format", "text"], ["--format", "json"], ["--format", "csv"], ["--format", "zeek"],
      ["--format", "markdown"], ["--format", "html"], ["--summary"],
      ["--summary", "--format", "json"], ["--summary", "--format", "markdown"],
    ])
  func everyForm(options: [String]) throws {
    let result = try Self.run(
      ["analyze", "--sites", "SITES", "--all"] + options,
      sites: "0.0.0.0/0: Gotham\n\"::/0\": Gotham")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("Gotham"))
    let set = try Self.run(
      ["analyze", "--all"] + options, sites: "0.0.0.0/0: Gotham\n\"::/0\": Gotham",
      environment: ["RDPWHY_SITES": "SITES"])
    #expect(set.output == result.output)
  }

  @Test(
    "what is wrong with a file is told with its line",
    arguments: [
      ("network,site\n10.0.0.0/8,a\n10.0.0.0/33,b\n", "line 3: '10.0.0.0/33' is no network"),
      ("network,site\n10.0.0.0/8,a\n10.1.2.3/8,b\n", "line 3: 10.1.2.3/8 comes twice"),
      ("network,site\n10.0.0.0/8,\n", "line 2: 10.0.0.0/8 has neither site nor gateway"),
      ("just words", "expected columns network, site, gateway"),
      ("", "expected columns network, site, gateway"),
      ("- {site: a}", "line 1: '' is no network"), ("{", "neither a table nor YAML"),
    ])
  func wrong(sites: String, message: String) throws {
    let result = try Self.run(["analyze", "--sites", "SITES"], sites: sites)
    #expect(result.status == 64)
    #expect(result.errors.contains(message))
  }
}
