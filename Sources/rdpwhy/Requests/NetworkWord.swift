import ArgumentParser
import PacketDecode

/// A network or an address as it is typed.
struct NetworkWord: ExpressibleByArgument {
  let block: AddressBlock

  init?(argument: String) {
    guard let block = AddressBlock(argument) else { return nil }
    self.block = block
  }
}
