import CaptureReader

/// JSON text in the making, value by value, on one line.
struct JSONBytes: ~Copyable {
  var text: ByteBuffer
  /// Of the inputs that references name by index.
  var names = InputNames.none
  /// Each field is written by itself. What is written at once else has to come to the same.
  var isByField = false

  /// The time written last, its second, and its text with the quotation marks.
  private var timeWritten: Int64?
  private var second = Int64.min
  private var timeText: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

  init() { text = ByteBuffer() }

  /// For a text that is swapped in.
  init(withoutText: Void) { text = ByteBuffer(capacity: 0) }

  /// `null`, as a word whose lowest byte comes first.
  @inline(__always)
  mutating func null() { text.append(word: 0x6C6C_756E, count: 4) }

  @inline(__always)
  mutating func boolean(_ value: Bool) {
    // `true` and `false`, in the same way.
    text.append(word: value ? 0x6575_7274 : 0x65_736C_6166, count: value ? 4 : 5)
  }

  @inline(__always)
  mutating func integer(_ value: UInt64, isNegative: Bool = false) {
    if isNegative { text.append(UInt8(ascii: "-")) }
    if value < 10 {
      text.append(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value))
    } else if value < 100 {
      text.append(twoDigits: value)
    } else {
      text.append(decimal: value)
    }
  }

  /// The shortest text that is read back as the same number; whole numbers without a fraction.
  mutating func number(_ value: Double) {
    if value == value.rounded(.towardZero), value.magnitude < 1e15, value.sign == .plus {
      integer(UInt64(value))
      return
    }
    if millionths(value) { return }
    var digits = value.description
    if digits.hasSuffix(".0") { digits.removeLast(2) }
    text.append(digits)
  }

  /// Writes a number of at most six decimal places, as most in records are. Fewer than sixteen
  /// digits that are read as this number are its shortest text.
  private mutating func millionths(_ value: Double) -> Bool {
    guard value > 0, value < 1e9 else { return false }
    let scaled = (value * 1e6).rounded()
    guard scaled >= 1, scaled / 1e6 == value else { return false }
    number(millionths: UInt64(scaled))
    return true
  }

  /// A number of millionths, fewer than 10¹⁵; below 0.0001 its shortest text has an exponent.
  private mutating func number(millionths: UInt64) {
    let (whole, fraction) = millionths.quotientAndRemainder(dividingBy: 1_000_000)
    if fraction == 0 {
      integer(whole)
    } else if whole == 0, fraction < 100 {
      let (tens, ones) = fraction.quotientAndRemainder(dividingBy: 10)
      integer(tens > 0 ? tens : ones)
      if tens > 0, ones > 0 {
        text.append(UInt8(ascii: "."))
        integer(ones)
      }
      text.append(literal: tens > 0 ? "e-05" : "e-06")
    } else {
      integer(whole)
      text.append(UInt8(ascii: "."))
      text.append(millionths: fraction)
    }
  }

  /// A length of time in seconds, to the microsecond.
  mutating func seconds(_ span: TimeSpan) {
    let nanoseconds = span.nanoseconds
    // Halves of a microsecond are rounded as binary fractions: up or down.
    guard nanoseconds >= 0, nanoseconds < 1_000_000_000_000_000, nanoseconds % 1000 != 500 else {
      return number(span.secondsRounded)
    }
    number(millionths: UInt64(nanoseconds + 500) / 1000)
  }

  /// A time as RFC 3339 writes it, with its quotation marks.
  mutating func time(_ value: Timestamp) {
    // Times within a record lie close together, and many are the same.
    if value.nanoseconds == timeWritten { return text.append(words: timeText, count: 32) }
    let (quotient, remainder) = value.nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    let start = text.count
    if quotient == second, remainder >= 0 {
      text.append(words: timeText, count: 21)
      text.append(nineDigits: UInt64(remainder))
      text.append(word: 0x225A, count: 2)
    } else {
      text.append(UInt8(ascii: "\""))
      text.append(rfc3339: value)
      text.append(UInt8(ascii: "\""))
      // Years of five digits are longer.
      guard remainder >= 0, text.count - start == 32 else { return }
      second = quotient
    }
    timeWritten = value.nanoseconds
    timeText = (
      text.word(at: start), text.word(at: start + 8), text.word(at: start + 16),
      text.word(at: start + 24)
    )
  }

  /// A string that is known to need no escapes.
  mutating func word(_ value: String) {
    text.append(UInt8(ascii: "\""))
    text.append(value)
    text.append(UInt8(ascii: "\""))
  }

  /// A string with its quotation marks. Controls, marks of writing direction, zero-width characters
  /// and line separators are escaped: nothing in it is acted on by a terminal.
  mutating func string(_ value: String) {
    text.append(UInt8(ascii: "\""))
    let start = text.count
    text.append(value)
    if text.hasSpecial(from: start) {
      text.truncate(to: start)
      escape(value)
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ value: String) {
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text.append(#"\""#)
      case "\\": text.append(#"\\"#)
      case "\u{8}": text.append(#"\b"#)
      case "\u{C}": text.append(#"\f"#)
      case "\n": text.append(#"\n"#)
      case "\r": text.append(#"\r"#)
      case "\t": text.append(#"\t"#)
      default:
        if scalar.value < 0x20 || (scalar.value >= 0x7F && scalar.isInvisible) {
          for unit in String(scalar).utf16 { escape(unit: unit) }
        } else {
          text.append(String(scalar))
        }
      }
    }
  }

  private mutating func escape(unit: UInt16) {
    text.append(#"\u"#)
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(truncatingIfNeeded: unit >> shift & 0xF)
      text.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
