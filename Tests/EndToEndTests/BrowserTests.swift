import Foundation
import PacketDecode
import Support
import Testing

/// The HTML report as a browser lays it out: headless Chromium measures it at the widths of a phone, a
/// tablet and a desk, and prints it.
@Suite("HTML in a browser", .enabled(if: Browser.path != nil, "chromium absent"), .serialized)
struct BrowserTests {
  private static let captures: [[String]] = [
    ["network/path-outage"], ["credssp/account-locked"],
    ["network/path-outage", "server/port-closed", "clean/closed-by-user", "tls/version-mismatch"],
  ]

  private static func page(_ names: [String]) throws -> String {
    let files = names.map { Recordings.fixtures.appending(path: "captures/\($0).pcap.gz").path }
    let result = try Program.run(["--series", "each", "--format", "html"] + files)
    #expect(result.status == 0)
    return result.output
  }

  @Test("fits every width, with its axes and readable labels", arguments: captures)
  func layout(names: [String]) throws {
    let measured = try Browser.measure(Self.page(names))
    #expect(measured.count == 3)
    for layout in measured {
      let width = layout["width"] ?? 0
      #expect(layout["scroll"] ?? .infinity <= width, "scrolls at \(width): \(layout)")
      #expect(layout["outside"] == 0, "labels leave their drawing at \(width): \(layout)")
      #expect(layout["axes"] ?? 0 >= 2, "\(layout)")
      #expect(layout["smallest"] ?? 0 >= 6.5, "labels too small at \(width): \(layout)")
    }
  }

  @Test("prints on few pages, with what the screen keeps closed")
  func paper() throws {
    let pages = try Browser.pages(of: Self.page(["network/path-outage"]))
    #expect((1...6).contains(pages), "\(pages) pages")
  }
}

extension BrowserTests {
  @Test("of very many sessions each takes a line on paper, the worst a few")
  func paperOfMany() throws {
    var capture = PCAPBuilder()
    for number in 0..<1_200 {
      let client = Endpoint("10.0.\(number / 250).\(number % 250 + 1)", 40_000)
      let server = Endpoint("10.1.0.\(number % 40 + 1)", 3389)
      let time = UInt32(1_700_000_000 + number)
      capture.packet(
        PacketBuilder.tcp(from: client, to: server, seq: 1, flags: [.syn]), seconds: time)
      capture.packet(
        PacketBuilder.tcp(from: server, to: client, seq: 0, ack: 2, flags: [.rst, .ack]),
        seconds: time, fraction: 900)
    }
    let page = try Program.run(["--format", "html", "-"], input: Data(capture.bytes)).output
    #expect(page.ranges(of: "<details class=\"session").count > 900)
    #expect(page.contains("On paper the worst two"))
    let pages = try Browser.pages(of: page)
    #expect((8...40).contains(pages), "\(pages) pages")
  }
}

/// Headless Chromium, where it is installed.
enum Browser {
  static let path: String? = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].first {
    FileManager.default.isExecutableFile(atPath: $0)
  }

  /// What the page's layout is at 360, 800 and 1200 pixels.
  ///
  /// The page stands in frames of these widths; its policy against scripts is the frame's, so the
  /// measuring script stands outside.
  static func measure(_ page: String) throws -> [[String: Double]] {
    let source = page.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let frames = [360, 800, 1200].map {
      "<iframe width=\"\($0)\" height=\"900\" style=\"border:0\" srcdoc=\"\(source)\"></iframe>"
    }
    let document =
      "<!DOCTYPE html><body><pre id=\"result\"></pre>" + frames.joined()
      + "<script>\(script)</script></body>"
    let output = try run(["--dump-dom", "--virtual-time-budget=20000"], on: document).output
    guard let start = output.range(of: "BEGIN["), let end = output.range(of: "]END") else {
      Issue.record("the browser measured nothing: \(output.prefix(300))")
      return []
    }
    let json = "[" + output[start.upperBound..<end.lowerBound] + "]"
    return try JSONDecoder().decode([[String: Double]].self, from: Data(json.utf8))
  }

  private static let script = """
    window.onload = () => { const found = [...document.querySelectorAll("iframe")].map(frame => {
      const d = frame.contentDocument, root = d.documentElement;
      let outside = 0, smallest = 99;
      for (const svg of d.querySelectorAll("svg")) {
        const box = svg.getBoundingClientRect();
        for (const text of svg.querySelectorAll("text")) {
          const t = text.getBoundingClientRect();
          if (t.width == 0) continue;
          if (t.left < box.left - 1 || t.right > box.right + 1 || t.bottom > box.bottom + 1) outside++;
          smallest = Math.min(smallest, parseFloat(frame.contentWindow.getComputedStyle(text).fontSize)
            * box.width / svg.viewBox.baseVal.width);
        }
      }
      return { width: frame.clientWidth, scroll: root.scrollWidth, outside: outside,
        axes: d.querySelectorAll("svg .axis").length, smallest: smallest };
    }); document.getElementById("result").textContent = "BEGIN" + JSON.stringify(found) + "END"; };
    """

  static func pages(of page: String) throws -> Int {
    try run(["--no-pdf-header-footer"], on: page, printing: true).pages
  }

  private static func run(
    _ arguments: [String], on document: String, printing: Bool = false
  ) throws -> (output: String, pages: Int) {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "rdpwhy-browser-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "page.html")
    let paper = folder.appending(path: "page.pdf")
    try document.write(to: file, atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(filePath: path ?? "/usr/bin/chromium")
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
        "--user-data-dir=\(folder.appending(path: "profile").path)",
      ] + arguments + (printing ? ["--print-to-pdf=\(paper.path)"] : []) + [file.absoluteString]
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: data, as: UTF8.self)
    guard printing else { return (text, 0) }
    let pdf = String(decoding: try Data(contentsOf: paper), as: UTF8.self)
    return (text, pdf.ranges(of: /\/Type\s*\/Page[^s]/).count)
  }
}
