extension RDPRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("auto_reconnect", autoReconnect)
    json.member("carrier", carrier)
    json.member("client_build", clientBuild)
    json.member("client_data", clientData)
    json.member("client_info", clientInfo)
    json.member("client_name", clientName)
    json.member("cookie", cookie)
    json.member("correlation_id", correlationID)
    json.member("disconnects", disconnects)
    json.member("encryption_level", encryptionLevel)
    json.member("encryption_level_name", encryptionLevelName)
    json.member("encryption_method", encryptionMethod)
    json.member("encryption_method_name", encryptionMethodName)
    json.member("error_info", errorInfo)
    json.member("error_info_name", errorInfoName)
    json.member("failure_code", failureCode)
    json.member("failure_name", failureName)
    json.member("licensing_error", licensingError)
    json.member("logon_notice", logonNotice)
    json.member("multitransport", multitransport)
    json.member("redirection", redirection)
    json.member("request_flags", requestFlags)
    json.member("requested_protocols", requestedProtocols)
    json.member("response_flags", responseFlags)
    json.member("routing_target", routingTarget)
    json.member("routing_token", routingToken)
    json.member("selected_protocol", selectedProtocol)
    json.endObject()
  }
}

extension RDPRecord.Disconnect: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("frame", frame)
    json.member("reason", reason)
    json.member("side", side)
    json.endObject()
  }
}

extension CredSSPRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("client_left", clientLeft)
    json.member("decrypted", decrypted)
    json.member("expected", expected)
    json.member("messages", messages)
    json.member("refusal", refusal)
    json.member("refusal_frame", refusalFrame)
    json.member("stage", stage)
    json.endObject()
  }
}

extension CredSSPRecord.Decrypted: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("client_version", clientVersion)
    json.member("domain", domain)
    json.member("early_authorization", earlyAuthorization)
    json.member("error_code", errorCode)
    json.member("error_name", errorName)
    json.member("kerberos_error", kerberosError)
    json.member("kerberos_error_name", kerberosErrorName)
    json.member("mechanism", mechanism)
    json.member("server_name", serverName)
    json.member("server_version", serverVersion)
    json.member("user", user)
    json.member("workstation", workstation)
    json.endObject()
  }
}

extension CredSSPRecord.Message: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("frame", frame)
    json.member("plaintext_length", plaintextLength)
    json.member("side", side)
    json.endObject()
  }
}

extension UDPRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("client_port", clientPort)
    json.member("correlation_id", correlationID)
    json.member("established", established)
    json.member("first", first)
    json.member("kind", kind)
    json.member("last", last)
    json.member("lossy", lossy)
    json.member("orig", orig)
    json.member("resp", resp)
    json.member("server_port", serverPort)
    json.member("syns", syns)
    json.member("version", version)
    json.endObject()
  }
}

extension UDPRecord.DirectionRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("bytes", bytes)
    json.member("data", data)
    json.member("datagrams", datagrams)
    json.member("last", last)
    json.member("repairs", repairs)
    json.member("reported_missing", reportedMissing)
    json.member("retransmissions", retransmissions)
    json.endObject()
  }
}

extension CarrierRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("basis", basis)
    json.member("connection_id", connectionID)
    json.member("correlation_id", correlationID)
    json.member("frame", frame)
    json.member("gateway_status", gatewayStatus)
    json.member("hides_session", hidesSession)
    json.member("host", host)
    json.member("inside_tls", insideTLS)
    json.member("kind", kind)
    json.member("opened", opened)
    json.member("reason", reason)
    json.member("status", status)
    json.member("target", target)
    json.endObject()
  }
}
