extension TLSRecord: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("alerts", alerts)
    json.member("alpn", applicationProtocol)
    json.member("certificate", certificate)
    json.member("certificate_requested", certificateRequested)
    json.member("cipher", cipher)
    json.member("downgrade", downgrade)
    json.member("group", group)
    json.member("hello_retry_request", helloRetryRequest)
    json.member("ja3", ja3)
    json.member("ja3s", ja3s)
    json.member("ja4", ja4)
    json.member("mid_stream", midStream)
    json.member("not_tls", notTLS)
    json.member("offered_alpn", offeredApplicationProtocols)
    json.member("offered_ciphers", offeredCiphers)
    json.member("offered_groups", offeredGroups)
    json.member("offered_signature_algorithms", offeredSignatureAlgorithms)
    json.member("offered_versions", offeredVersions)
    json.member("prime_bits", primeBits)
    json.member("resumption", resumption)
    json.member("resumption_offered", resumptionOffered)
    json.member("server_name", serverName)
    json.member("ssl2_hello", isSSL2Hello)
    json.member("version", version)
    json.endObject()
  }
}

extension TLSRecord.Number: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("code", code)
    json.member("name", name)
    json.endObject()
  }
}

extension TLSRecord.Foreign: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("frame", frame)
    json.member("protocol", self.protocol)
    json.member("side", side)
    json.endObject()
  }
}

extension TLSRecord.Alert: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("code", code)
    json.member("encrypted", encrypted)
    json.member("frame", frame)
    json.member("level", level)
    json.member("name", name)
    json.member("side", side)
    json.endObject()
  }
}

extension TLSRecord.Certificate: JSONWritable {
  func write(to json: inout JSONBytes) {
    json.beginObject()
    json.member("chain_in_order", chainInOrder)
    json.member("chain_length", chainLength)
    json.member("expected_name", expectedName)
    json.member("findings", findings)
    json.member("frame", frame)
    json.member("issuer", issuer)
    json.member("key", key)
    json.member("key_bits", keyBits)
    json.member("matches_name", matchesName)
    json.member("names", names)
    json.member("not_after", notAfter)
    json.member("not_before", notBefore)
    json.member("self_issued", selfIssued)
    json.member("self_signed", selfSigned)
    json.member("serial", serial)
    json.member("sha256", sha256)
    json.member("signature_algorithm", signatureAlgorithm)
    json.member("subject", subject)
    json.member("usages", usages)
    json.member("valid_at_capture", validAtCapture)
    json.endObject()
  }
}
