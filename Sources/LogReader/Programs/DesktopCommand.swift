/// A command of a shell that leads to Remote Desktop: a tunnel or forwarding to its port, a client. What it prints
/// stands below it, without a word of Remote Desktop.
enum DesktopCommand {
  private static let longest = 1_024
  private static let prompts: [Needle] = ["$ ", "% ", "> "]
  /// The prompt's user, host and folder are shorter.
  private static let promptFront = 80
  private static let port: Needle = "3389"
  private static let tools: [Needle] = [
    "aws ssm ", "gcloud ", "az network ", "boundary connect", "ssh ", "plink", "kubectl ", "tsh ",
    "cloudflared ", "chisel ", "socat ", "netsh interface portproxy",
  ]

  static func isOne(_ line: LineBytes) -> Bool {
    guard line.count < longest, line.has(port) || line.has("rdp") else { return false }
    let front = line.prefix(promptFront)
    let command: LineBytes
    if let prompt = prompts.lazy.compactMap({ front.range(of: $0) }).first {
      command = line[prompt.upperBound...].withoutBlanks
    } else {
      command = line.withoutBlanks
    }
    guard tools.contains(where: { command.starts($0) }) else { return false }
    return command.split(whereSeparator: { !$0.isDigit && !isLetter($0) }).contains {
      $0.elementsEqual(port.bytes) || $0.elementsEqual("rdp".utf8)
        || $0.suffix(4).elementsEqual(port.bytes)
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7a).contains(byte | 0x20) }
}
