import CaptureReader
import Foundation
import Support
import Testing

@testable import TCPStreams

@Suite("Round-trip histogram") struct RoundTripHistogramTests {
  @Test("quantiles are within 13 % of the exact ones", arguments: [1, 17, 250, 5_000] as [UInt64])
  func quantiles(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    var histogram = RoundTripHistogram()
    var samples: [Int64] = []
    for _ in 0..<2_000 {
      // From 0.1 ms to 50 s, equally many in each decade.
      let exponent = Double.random(in: 5...10.7, using: &random)
      let sample = Int64(pow(10, exponent))
      samples.append(sample)
      histogram.add(TimeSpan(nanoseconds: sample))
    }
    samples.sort()
    for share in [0.01, 0.1, 0.25, 0.5, 0.9, 0.95, 0.99, 1] {
      let rank = max(1, Int((Double(samples.count) * share).rounded(.up)))
      let exact = Double(samples[rank - 1])
      let estimate = Double(histogram.quantile(share)?.nanoseconds ?? 0)
      #expect(abs(estimate / exact - 1) < 0.13, "seed \(seed), share \(share)")
    }
  }

  @Test("every sample's bucket is near it, edges included") func edges() {
    for doubling in 0..<19 {
      for step in 0..<1024 {
        let sample = Int64(100_000) << Int64(doubling) / 1024 * Int64(1024 + step)
        var histogram = RoundTripHistogram()
        histogram.add(TimeSpan(nanoseconds: sample))
        let estimate = Double(histogram.quantile(0.5)?.nanoseconds ?? 0)
        if abs(estimate / Double(sample) - 1) >= 0.13 {
          Issue.record("\(sample) ns is taken for \(estimate)")
        }
      }
    }
  }

  @Test("extremes are kept at the ends") func extremes() {
    var histogram = RoundTripHistogram()
    #expect(histogram.quantile(0.5) == nil)
    for sample: Int64 in [.min, -1, 0, 99_999] { histogram.add(TimeSpan(nanoseconds: sample)) }
    #expect(histogram.quantile(1) == TimeSpan(nanoseconds: 100_000))
    histogram.add(TimeSpan(nanoseconds: .max))
    #expect((histogram.quantile(1) ?? .zero) > .seconds(50))
    #expect(histogram.quantile(-3) == histogram.quantile(0))
  }

  @Test("the order of samples changes nothing, and what is stored is what was counted")
  func order() throws {
    // From the middle outwards, so that room is made on both sides.
    let samples = [40, 44, 36, 60, 12, 79, 1, 40, 40, 3].map { RoundTripHistogram.middle(of: $0) }
    var upwards = RoundTripHistogram()
    for sample in samples.sorted() { upwards.add(sample) }
    var outwards = RoundTripHistogram()
    for (count, sample) in samples.enumerated() {
      outwards.add(sample)
      let known = samples.prefix(count + 1).sorted()
      for share in [0, 0.2, 0.5, 0.7, 1] {
        let rank = max(1, Int((Double(known.count) * share).rounded(.up)))
        #expect(outwards.quantile(share) == known[rank - 1], "\(count) \(share)")
      }
      var counted: [TimeSpan] = []
      outwards.forEachSample { counted.append($0) }
      #expect(counted == known)
    }
    #expect(outwards == upwards)
    let text = try JSONEncoder().encode(outwards)
    #expect(try JSONDecoder().decode(RoundTripHistogram.self, from: text) == outwards)
    #expect(try JSONDecoder().decode([UInt32].self, from: text).count == 80)
  }

  @Test("two merged are one of all samples") func merges() {
    var one = RoundTripHistogram()
    var other = RoundTripHistogram()
    var both = RoundTripHistogram()
    for index in 1..<200 {
      let sample = TimeSpan.milliseconds(Int64(index * index))
      both.add(sample)
      if index % 3 == 0 { one.add(sample) } else { other.add(sample) }
    }
    one.merge(RoundTripHistogram())
    one.merge(other)
    #expect(one == both)
    var empty = RoundTripHistogram()
    empty.merge(both)
    #expect(empty == both)
  }
}

@Suite("Send marks") struct SendMarksTests {
  private func mark(_ end: Int, length: Int = 10, at time: Int64 = 0) -> SendMarks.Mark {
    SendMarks.Mark(
      end: end, length: length,
      frame: ItemReference(input: 0, frame: end, time: Timestamp(nanoseconds: time)),
      isFinOnly: false, isRepeated: false)
  }

  @Test("are acknowledged from the oldest on") func acknowledges() {
    var marks = SendMarks()
    for end in [10, 20, 30] { marks.append(mark(end)) }
    #expect(marks.acknowledge(upTo: 9) == nil)
    #expect(marks.acknowledge(upTo: 25)?.end == 20)
    #expect(marks.first?.end == 30)
    #expect(marks.count == 1)
    #expect(marks.acknowledge(upTo: 1000)?.end == 30)
    #expect(marks.first == nil)
    #expect(marks.newest == nil)
  }

  @Test("beyond the capacity the newest stands for all later ones and times nothing")
  func overflows() {
    var marks = SendMarks()
    for index in 1...40 { marks.append(mark(index * 10, at: Int64(index))) }
    #expect(marks.count == 6)
    #expect(marks.first?.end == 10)
    #expect(marks.newest?.end == 400)
    #expect(marks.acknowledge(upTo: 390)?.end == 50)
    let last = marks.acknowledge(upTo: 400)
    #expect(last?.isHeldUp == true)
    #expect(last?.length == 10, "the length of a segment, not of all that it stands for")
  }

  @Test("go round their storage") func goesRound() {
    var marks = SendMarks()
    for index in 0..<100 {
      marks.append(mark(index * 20 + 10))
      marks.append(mark(index * 20 + 20))
      #expect(marks.acknowledge(upTo: index * 20 + 10)?.end == index * 20 + 10)
      #expect(marks.acknowledge(upTo: index * 20 + 20)?.end == index * 20 + 20)
    }
  }

  @Test("know what was sent again") func repeats() {
    var marks = SendMarks()
    for end in [10, 20, 30] { marks.append(mark(end)) }
    marks.markRepeated(from: 10, to: 15)
    #expect(marks.acknowledge(upTo: 10)?.isRepeated == false)
    #expect(marks.acknowledge(upTo: 20)?.isRepeated == true)
    #expect(marks.acknowledge(upTo: 30)?.isRepeated == false)
  }
}
