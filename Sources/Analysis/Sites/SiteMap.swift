import Evidence
public import PacketDecode

/// Which site and gateway the addresses of a network belong to, as the user says it.
public struct SiteMap: Sendable, Hashable {
  /// A network's line.
  public struct Place: Sendable, Hashable {
    public var site: String?
    public var gateway: String?

    public init(site: String?, gateway: String?) {
      self.site = site
      self.gateway = gateway
    }
  }

  /// By the length of the networks' prefixes, the narrowest first.
  private var lengths: [Int] = []
  private var places: [AddressBlock: Place] = [:]

  public init() {}

  public var isEmpty: Bool { places.isEmpty }
  public var count: Int { places.count }

  /// - Returns: false where the network has another place already.
  public mutating func add(_ block: AddressBlock, _ place: Place) -> Bool {
    let network = block.network
    if let known = places[network], known != place { return false }
    places[network] = place
    if !lengths.contains(network.prefixLength) {
      lengths.append(network.prefixLength)
      lengths.sort(by: >)
    }
    return true
  }

  /// Of the narrowest network that holds the address; what it does not say, the next wider one does.
  public func place(of address: IPAddress?) -> Place? {
    guard let address else { return nil }
    var found: Place?
    for length in lengths {
      guard let place = places[AddressBlock(network: address, prefixLength: length)] else {
        continue
      }
      found = Place(
        site: found?.site ?? place.site, gateway: found?.gateway ?? place.gateway)
      if found?.site != nil, found?.gateway != nil { break }
    }
    return found
  }

  /// Says of each session where its ends are.
  func place(_ sessions: inout [SessionReport]) {
    guard !isEmpty else { return }
    for index in sessions.indices {
      let identity = sessions[index].facts.identity
      sessions[index].client = place(of: identity.client?.address)
      sessions[index].server = place(of: identity.server?.address)
    }
  }
}
