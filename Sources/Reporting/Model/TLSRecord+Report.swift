import CaptureReader
import Evidence
import RDPProtocol
import TCPStreams

extension TLSRecord {
  /// Nil where there was no sign of TLS.
  init?(_ facts: WireFacts, naming inputs: InputNames) {
    let trace = facts.trace.tls
    let alerts = facts.alerts
    guard
      trace.clientHelloFrame != nil || trace.serverHelloFrame != nil || trace.midStream
        || !alerts.isEmpty || trace.notTLS.client != nil || trace.notTLS.server != nil
    else { return nil }
    let client = trace.clientHello?.value
    let server = trace.serverHello?.value
    var primeBits: Int?
    if case .prime(let bits) = trace.keyExchange { primeBits = bits }
    let suite = server.flatMap { $0.version > .ssl2 ? $0.cipherSuite : nil }
    let version = server?.version.text
    let ciphers = client.map { Self.numbers($0.cipherSuites) }
    let groups = client.map { Self.numbers($0.groups) }
    let algorithms = client.map { Self.numbers($0.signatureAlgorithms) }
    let certificate = trace.certificate.map {
      Certificate($0, expecting: client?.serverName, naming: inputs)
    }
    self.init(
      version: version, cipher: suite.map { Number($0) },
      group: trace.group.map { Number($0) }, primeBits: primeBits, serverName: client?.serverName,
      applicationProtocol: server?.applicationProtocol.map(Self.text),
      offeredVersions: client.map(Self.versions(offeredBy:)), offeredCiphers: ciphers,
      offeredGroups: groups, offeredSignatureAlgorithms: algorithms,
      offeredApplicationProtocols: client?.applicationProtocols.map(Self.text),
      resumptionOffered: client?.offersResumption, resumption: trace.resumption?.rawValue,
      helloRetryRequest: trace.helloRetryRequest != nil, downgrade: server?.downgradeSentinel,
      isSSL2Hello: client?.isSSL2Form ?? false, notTLS: Foreign(trace.notTLS, naming: inputs),
      certificateRequested: trace.certificateRequested, midStream: trace.midStream,
      ja3: client?.ja3, ja3s: server?.ja3s, ja4: client?.ja4,
      alerts: alerts.map { Alert($0, naming: inputs) }, certificate: certificate)
  }

  private static func numbers<Code: OpenCode>(
    _ codes: [Code]
  ) -> [Number] where Code.RawValue == UInt16 {
    codes.filter { !$0.isGrease }.map { Number($0) }
  }

  /// Highest first; clients without supported_versions offer all from the lowest that is allowed.
  private static func versions(offeredBy hello: ClientHello) -> [String] {
    let listed = hello.supportedVersions.filter { !$0.isGrease }
    let offered = listed.isEmpty ? [hello.maximumVersion] : listed.sorted(by: >)
    return offered.map(\.text)
  }

  private static func text(_ name: [UInt8]) -> String { String(decoding: name, as: UTF8.self) }
}

extension TLSRecord.Number {
  init<Code: OpenCode>(_ code: Code) where Code.RawValue == UInt16 {
    self.init(code: code.hexadecimal, name: code.name)
  }
}

extension TLSRecord.Foreign {
  /// The server's, where both sides sent something else.
  init?(_ seen: PerSide<Seen<[UInt8]>?>, naming inputs: InputNames) {
    let side: Side = seen.server != nil ? .server : .client
    guard let bytes = side == .server ? seen.server : seen.client else { return nil }
    self.init(
      side: side.rawValue, protocol: ForeignProtocol(firstBytes: bytes.value)?.rawValue,
      frame: inputs.record(bytes.frame))
  }
}

extension TLSRecord.Alert {
  init(_ alert: TLSAlert, naming inputs: InputNames) {
    self.init(
      side: alert.side.rawValue, encrypted: alert.isEncrypted, level: alert.level,
      code: alert.code?.rawValue, name: alert.code?.name,
      frame: inputs.record(alert.frame))
  }
}

extension TLSRecord.Certificate {
  init(_ seen: Seen<ServerCertificate>, expecting name: String?, naming inputs: InputNames) {
    let certificate = seen.value
    let time = seen.frame.time
    let findings = certificate.findings(at: time, expecting: name)
    let hasDates = certificate.notBefore != nil && certificate.notAfter != nil
    self.init(
      subject: certificate.subject, issuer: certificate.issuer, names: certificate.names,
      serial: certificate.serialNumber, sha256: certificate.fingerprint,
      notBefore: certificate.notBefore?.rfc3339, notAfter: certificate.notAfter?.rfc3339,
      validAtCapture: hasDates
        ? !findings.contains(.expired) && !findings.contains(.notYetValid) : nil,
      key: certificate.key?.name, keyBits: certificate.key?.bits,
      signatureAlgorithm: certificate.signatureAlgorithm?.name, usages: certificate.usages,
      selfIssued: certificate.isSelfIssued, selfSigned: certificate.isSelfSigned,
      expectedName: name, matchesName: name.flatMap(certificate.matches),
      chainLength: certificate.chainLength, chainInOrder: certificate.isChainInOrder,
      findings: findings.map(\.rawValue), frame: inputs.record(seen.frame))
  }
}
