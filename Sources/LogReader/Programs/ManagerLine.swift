/// A line of a connection manager (1Remote, mRemoteNG, RDCMan) that carries a disconnect reason.
struct ManagerLine {
  var code: UInt32
  var server: String?
  var text: String
  var time: CivilTime?
  var timeText = ""

  init?(_ line: LineBytes) {
    if let rest = line.after(") exit with error code "), let code = rest.leadingNumber {
      self.code = UInt32(clamping: code)
      server = line.between("RDP(", ")")?.text
      text = rest.after("(")?.text.shortened(160) ?? ""
      var cursor = LineCursor(line)
      if let stamp = CivilTime.iso(&cursor) {
        time = stamp
        timeText = line[line.startIndex..<cursor.rest.startIndex].text
      }
      return
    }
    let marks: [Needle] = [
      "RDP disconnected! ", "Disconnect reason: ", "disconnected with code ", "Disconnect code: ",
    ]
    for mark in marks {
      if let rest = line.after(mark), let code = rest.leadingNumber {
        self.code = UInt32(clamping: code)
        text = rest.text.shortened(160)
        var cursor = LineCursor(line)
        if let stamp = CivilTime.iso(&cursor) {
          time = stamp
          timeText = line[line.startIndex..<cursor.rest.startIndex].text
        }
        return
      }
    }
    if line.starts("RDP disconnected!") || line.starts("AxMsRdpClient") {
      code = 0
      text = ""
      isAnnouncement = true
      return
    }
    return nil
  }

  /// The code stands on the next line.
  var isAnnouncement = false
}
