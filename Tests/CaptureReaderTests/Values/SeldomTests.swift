import Foundation
import Testing

@testable import CaptureReader

@Suite("Values kept apart") struct SeldomTests {
  private struct Holder: Codable, Hashable {
    var before = 1
    @Seldom var list: [Int]? = nil
    var after = 2
  }

  private static func text(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  @Test("what is not there takes a word and has no key")
  func nothing() throws {
    let holder = Holder()
    #expect(MemoryLayout.size(ofValue: holder) == 24)
    #expect(holder.list == nil)
    #expect(try Self.text(holder) == #"{"after":2,"before":1}"#)
    let read = try JSONDecoder().decode(Holder.self, from: Data(#"{"after":2,"before":1}"#.utf8))
    #expect(read == holder)
    let null = #"{"after":2,"before":1,"list":null}"#
    #expect(try JSONDecoder().decode(Holder.self, from: Data(null.utf8)) == holder)
  }

  @Test("what is there is stored as any optional, and changed as a value")
  func something() throws {
    var holder = Holder()
    holder.list = [4]
    let copy = holder
    holder.list?.append(5)
    #expect(holder.list == [4, 5])
    #expect(copy.list == [4])
    #expect(try Self.text(holder) == #"{"after":2,"before":1,"list":[4,5]}"#)
    let read = try JSONDecoder().decode(Holder.self, from: Data(try Self.text(holder).utf8))
    #expect(read == holder)
    holder.list = [6]
    #expect(holder.list == [6])
    holder.list = nil
    #expect(holder == Holder())
  }

  private struct Probe: Sendable {
    private final class Object: Sendable {}
    private var object = Object()
    mutating func isAlone() -> Bool { isKnownUniquelyReferenced(&object) }
  }

  private struct Probing {
    @Seldom var probe: Probe? = Probe()
  }

  @Test("what it refers to is not held a second time while it is changed")
  func inPlace() {
    var holder = Probing()
    #expect(holder.probe?.isAlone() == true)
    let copy = holder
    #expect(holder.probe?.isAlone() == false)
    #expect(copy.probe != nil)
  }
}
