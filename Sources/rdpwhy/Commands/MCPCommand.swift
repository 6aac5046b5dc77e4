import ArgumentParser
import Assistants
import CaptureReader
import Carving
import Foundation
import Reporting

struct MCPCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mcp",
    abstract:
      "Lets an assistant analyse captures: the Model Context Protocol on standard input and output.",
    discussion: """
      Tools: analyze, inspect, explain, summary. Files below the folders named by --root are read, links \
      resolved, and nothing else; no network is used. Nothing is written, unless a folder is named by \
      --carve: then there is the tool carve, which puts captures of single sessions there.

      rdpwhy mcp --root ~/captures       as the command of a local server in the assistant's settings

      EXIT CODES
        0 the client has closed the connection · 64 wrong command line
      """)

  @Option(
    help: ArgumentHelp(
      "A folder below which files may be read; may be given several times.", valueName: "folder"),
    completion: .directory)
  var root: [String]

  @Option(
    help: ArgumentHelp(
      "Memory that one analysis may take, such as 256M or 2G (1G, at least 64M).",
      valueName: "size"))
  var maxMemory: MemorySize?

  @Option(
    help: ArgumentHelp(
      "The folder that captures of single sessions may be written to; allows the tool carve.",
      valueName: "folder"),
    completion: .directory)
  var carve: String?

  func run() throws {
    guard let roots = FolderRoots(root) else {
      throw ValidationError("--root is a folder that can be read.")
    }
    let server = AssistantServer(
      roots: roots, memory: maxMemory.map { MemoryBudget(bytes: $0.bytes) } ?? MemoryBudget(),
      carveFolder: carve.map { CarveFolder(path: $0, replaces: false) }, program: .current
    ) { message in
      // A client that is gone has closed standard input too, which ends the program.
      try? FileHandle.standardOutput.write(contentsOf: Data(message) + [UInt8(ascii: "\n")])
    }
    var lines = MessageLines()
    while true {
      let bytes = FileHandle.standardInput.availableData
      if bytes.isEmpty { break }
      for line in lines.receive(bytes) { server.receive(line) }
    }
    if let line = lines.finish() { server.receive(line) }
    server.finish()
  }
}
