import Analysis
import CaptureReader
import Evidence
import Foundation
import PacketDecode
import RDPProtocol
import Support
import Testing

@testable import Anonymizing

/// Originals that were planted in every place are gone, and the check finds each that would be left.
@Suite("Planted originals") struct PlantedOriginalTests {
  private static func contains(_ bytes: [UInt8], _ form: [UInt8]) -> Bool {
    guard let first = form.first, bytes.count >= form.count else { return false }
    return (0...(bytes.count - form.count)).contains {
      bytes[$0] == first && bytes[$0..<($0 + form.count)].elementsEqual(form)
    }
  }

  private struct Made {
    var result: AnonymizedCapture
    var capture: [UInt8]
    var log: [UInt8]
  }

  private static func make() throws -> Made {
    let capture = try ScratchFile(named: "planted.pcapng")
    try capture.write(PlantedCapture.bytes)
    let log = try ScratchFile(named: "xrdp.log")
    try log.write(Array(PlantedCapture.log.utf8))
    let result = try AnonymizedCapture([capture.path, log.path])
    let read = try result.paths.map { [UInt8](try Data(contentsOf: URL(filePath: $0))) }
    return Made(result: result, capture: try #require(read.first), log: try #require(read.last))
  }

  @Test("are really there before")
  func planted() {
    let bytes = PlantedCapture.bytes
    for name in PlantedCapture.names {
      #expect(PlantedCapture.forms(of: name).contains { Self.contains(bytes, $0) }, "\(name)")
    }
    for address in PlantedCapture.addresses {
      #expect(PlantedCapture.forms(of: address).contains { Self.contains(bytes, $0) })
    }
  }

  @Test("are in no byte of capture and log afterwards, in no form")
  func gone() throws {
    let made = try Self.make()
    #expect(made.result.original.sessions.count >= 5)
    for (file, bytes) in [("capture", made.capture), ("log", made.log)] {
      for name in PlantedCapture.names {
        for form in PlantedCapture.forms(of: name) {
          #expect(!Self.contains(bytes, form), "\(name) in \(file)")
        }
      }
      for address in PlantedCapture.addresses {
        for form in PlantedCapture.forms(of: address) {
          #expect(!Self.contains(bytes, form), "\(address) in \(file)")
        }
      }
      for link in PlantedCapture.links {
        for form in PlantedCapture.forms(ofLink: link) {
          #expect(!Self.contains(bytes, form), "\(link) in \(file)")
        }
      }
      #expect(!Self.contains(bytes, PlantedCapture.serial), "serial number in \(file)")
      #expect(!Self.contains(bytes, Array("endpZWJlbGZpc2No".utf8)), "credentials in \(file)")
    }
  }

  @Test("the verdicts stay, also behind a proxy's CONNECT, and names stay joined")
  func verdicts() throws {
    let made = try Self.make()
    #expect(made.result.differences.isEmpty, "\(made.result.differences)")
    let carried = made.result.anonymized.sessions.compactMap { $0.wire?.trace.carrier }.first
    #expect(carried?.kind == .proxy)
    let host = made.result.pseudonyms.name(PlantedCapture.proxied)
    #expect(carried?.host == "\(host):3389")
    let cookies = Set(
      made.result.anonymized.sessions.compactMap { $0.wire?.trace.request?.value.cookie })
    #expect(cookies.contains(made.result.pseudonyms.name(PlantedCapture.user)))
  }

  /// One original in one form.
  struct Plant: CustomTestStringConvertible, Sendable {
    var what: String
    var bytes: [UInt8]
    var testDescription: String { what }
  }

  static let plants: [Plant] = {
    var plants: [Plant] = []
    for name in [PlantedCapture.user, PlantedCapture.workstation, "numbat"] {
      for (place, form) in Set(PlantedCapture.forms(of: name)).enumerated() {
        plants.append(Plant(what: "\(name) \(place)", bytes: form))
      }
    }
    for address in PlantedCapture.addresses {
      for (place, form) in PlantedCapture.forms(of: address).enumerated() where place < 5 {
        plants.append(Plant(what: "\(address) \(place)", bytes: form))
      }
    }
    for link in PlantedCapture.links {
      for (place, form) in PlantedCapture.forms(ofLink: link).enumerated() {
        plants.append(Plant(what: "link \(place)", bytes: form))
      }
    }
    return plants
  }()

  @Test("one that is put back into the payload is found, whatever its form")
  func foundAgain() throws {
    let made = try Self.make()
    let search = OriginalSearch(made.result.names, made.result.pseudonyms)
    let path = try #require(made.result.paths.first)
    #expect(try search.findings(inCapture: path).isEmpty)
    let (packets, _) = try read(.file(path))
    // The packet with the certificate: it has room.
    let place = try #require(
      packets.indices.max { packets[$0].bytes.count < packets[$1].bytes.count })
    for plant in Self.plants {
      let file = try ScratchFile(named: "replanted.pcap")
      var capture = PCAPBuilder()
      var bytes = packets[place].bytes
      // Blanks beside it, so that a word is one.
      let filler = [UInt8](repeating: 0x20, count: 2)
      bytes.replaceSubrange(100..<(104 + plant.bytes.count), with: filler + plant.bytes + filler)
      capture.packet(bytes)
      try file.write(capture.bytes)
      #expect(try !search.findings(inCapture: file.path).isEmpty, "\(plant.what)")
    }
  }

  @Test("one that is put back into the addresses of a header is found", arguments: [0, 6, 26, 30])
  func foundInHeaders(place: Int) throws {
    let made = try Self.make()
    let search = OriginalSearch(made.result.names, made.result.pseudonyms)
    let (packets, _) = try read(.file(try #require(made.result.paths.first)))
    var bytes = try #require(packets.first).bytes
    let original =
      place < 12 ? PlantedCapture.clientLink : PacketBuilder.bytes(PlantedCapture.server.address)
    bytes.replaceSubrange(place..<(place + original.count), with: original)
    let file = try ScratchFile(named: "replanted.pcap")
    var capture = PCAPBuilder()
    capture.packet(bytes)
    try file.write(capture.bytes)
    #expect(try search.findings(inCapture: file.path).count == 1)
  }
}
