extension ClientDataRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("build", build)
    json.member("channels", channels)
    json.member("connection_type", connectionType)
    json.member("desktop_height", desktopHeight)
    json.member("desktop_width", desktopWidth)
    json.member("early_capabilities", earlyCapabilities)
    json.member("encryption_methods", encryptionMethods)
    json.member("keyboard_layout", keyboardLayout)
    json.member("monitors", monitors)
    json.member("name", name)
    json.member("redirected_session_id", redirectedSessionID)
    json.member("version", version)
    json.endObject()
  }
}

extension ClientInfoRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("address", address)
    json.member("auto_logon", autoLogon)
    json.member("domain", domain)
    json.member("remote_app", remoteApp)
    json.member("user", user)
    json.endObject()
  }
}

extension RedirectionRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("address", address)
    json.member("domain", domain)
    json.member("flags", flags)
    json.member("frame", frame)
    json.member("load_balance_info", loadBalanceInfo)
    json.member("session_id", sessionID)
    json.member("target", target)
    json.member("user", user)
    json.endObject()
  }
}

extension AutoReconnectRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("offered", offered)
    json.member("refused", refused)
    json.member("used", used)
    json.endObject()
  }
}

extension LogonNoticeRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("data", data)
    json.member("frame", frame)
    json.member("type", type)
    json.endObject()
  }
}

extension MultitransportRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("frame", frame)
    json.member("kind", kind)
    json.member("request_id", requestID)
    json.member("result", result)
    json.endObject()
  }
}
