/// Names that gateways go by.
package enum GatewayName {
  /// First labels that administrators give a gateway, with or without a number.
  private static let labels: Set<String> = [
    "rdg", "rdgw", "rdgateway", "rd-gateway", "rdsgw", "rdsgateway", "tsg", "tsgw", "tsgateway",
  ]
  /// Azure Virtual Desktop's domains.
  private static let domains = [
    ".wvd.microsoft.com", ".wvd.azure.us", ".wvd.azure.cn",
  ]

  package static func kind(of name: String) -> Carrier.Kind? {
    let name = name.lowercased()
    if domains.contains(where: name.hasSuffix), name.contains("gateway") { return .virtualDesktop }
    var label = name.prefix { $0 != "." }
    guard label.count < name.count else { return nil }
    while let last = label.last, last.isNumber || last == "-" { label.removeLast() }
    return labels.contains(String(label)) ? .gateway : nil
  }
}
