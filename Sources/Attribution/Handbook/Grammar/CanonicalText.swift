/// One spelling for what people spell in many ways: no accents, no capitals, no contractions, and one
/// word for each of the things that have several ("logon", "sign in"; "pc", "computer").
///
/// Texts and the words that are looked for in them pass through the same rules, so that a rule can
/// never hide a match.
enum CanonicalText {
  /// Lower case, without accents; wide Latin letters and digits of Japanese input become plain ones.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    let lower = text.lowercased()
    var folded = ""
    // A letter without marks of its own is one scalar, found without looking for its end.
    guard lower.unicodeScalars.contains(where: isMark) else {
      for scalar in lower.unicodeScalars {
        if let plain = scalar.value < 0x80 ? nil : letters[scalar.value] {
          folded += plain
        } else {
          folded.unicodeScalars.append(scalar)
        }
      }
      return folded
    }
    for character in lower {
      if character.isASCII {
        folded.append(character)
      } else if let plain = accents[character] {
        folded += plain
      } else {
        folded.append(character)
      }
    }
    return folded
  }

  /// Combining marks, and what else joins to the letter before it.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x300...0x36F).contains(scalar.value) || (0x653...0x655).contains(scalar.value)
  }

  /// Words without the many spellings of one thing.
  static func words(_ words: [String]) -> [String] {
    var result: [String] = []
    result.reserveCapacity(words.count)
    var position = 0
    while position < words.count {
      let word = words[position]
      guard mayChange(word.utf8) else {
        result.append(word)
        position += 1
        continue
      }
      if position + 1 < words.count, let both = pairs[word]?[words[position + 1]] {
        result += both
        position += 2
      } else {
        result += single[word] ?? parts(word) ?? [word]
        position += 1
      }
    }
    return result
  }

  /// The words of a name: `CERTIFICATE_VERIFY_FAILED` is found by "certificate verify failed".
  static func named(_ word: String) -> [String] {
    word.split(separator: "_").map(String.init)
  }

  /// "rdp-zertifikat": what is joined to the name of the protocol is a word of its own.
  private static func parts(_ word: String) -> [String]? {
    word.hasPrefix("rdp-") && word.count > 6 ? ["rdp", String(word.dropFirst(4))] : nil
  }

  /// A phrase that is looked for: a space at its end stays, since it says that the word ends there.
  static func phrase(_ phrase: String) -> String {
    if phrase.utf8.allSatisfy({ $0 < 0x80 }) {
      return String(decoding: plainPhrase(phrase.utf8), as: UTF8.self)
    }
    let parts = folded(phrase).split { $0.asciiValue.map(breaks.contains) ?? false }
    let words = words(parts.map(String.init))
    return words.joined(separator: " ") + (phrase.hasSuffix(" ") ? " " : "")
  }

  /// The same of a phrase in plain letters; thousands of them are read before the first answer.
  static func plainPhrase(_ phrase: some BidirectionalCollection<UInt8>) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(phrase.count + 1)
    var start = 0
    var isChanged = false
    for byte in phrase {
      guard breaks.contains(byte) else {
        plain.append(isCapital(byte) ? byte | 0x20 : byte)
        continue
      }
      guard plain.count > start else { continue }
      isChanged = isChanged || mayChange(plain[start...])
      plain.append(space)
      start = plain.count
    }
    if plain.count > start {
      isChanged = isChanged || mayChange(plain[start...])
    } else if !plain.isEmpty {
      plain.removeLast()
    }
    if isChanged {
      let words = words(plain.split(separator: space).map { String(decoding: $0, as: UTF8.self) })
      plain = Array(words.joined(separator: " ").utf8)
    }
    if phrase.last == space { plain.append(space) }
    return plain
  }

  private static let space = UInt8(ascii: " ")
  private static let breaks = ByteSet(" ,:'()_/")

  private static func isCapital(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
  }

  /// Whether a word may be one that has another spelling: seen by its first letter, its last and its
  /// length, since most words have none.
  private static func mayChange(_ word: some BidirectionalCollection<UInt8>) -> Bool {
    guard let first = word.first, let last = word.last else { return false }
    let length = word.count
    if first == UInt8(ascii: "r"), length > 6 { return word.starts(with: rdpPart) }
    return length < 64 && changing[place(first, last)] & (1 << UInt64(length)) != 0
  }

  private static let rdpPart = Array("rdp-".utf8)
  private static let fewLetters: UInt8 = 32

  private static func place(_ first: UInt8, _ last: UInt8) -> Int {
    Int(first % fewLetters) * Int(fewLetters) + Int(last % fewLetters)
  }

  /// The lengths of the words that have another spelling, as bits, by their first and last letter.
  private static let changing: [UInt64] = {
    var table = [UInt64](repeating: 0, count: Int(fewLetters) * Int(fewLetters))
    for word in Array(single.keys) + Array(pairs.keys) {
      guard let first = word.utf8.first, let last = word.utf8.last else { continue }
      table[place(first, last)] |= 1 << UInt64(word.utf8.count)
    }
    return table
  }()

  private static let accentGroups: [(String, String)] = [
    ("áàâäãå", "a"), ("ç", "c"), ("éèêë", "e"), ("íìîï", "i"), ("ñ", "n"), ("óòôöõ", "o"),
    ("úùûü", "u"), ("ýÿ", "y"), ("ß", "ss"), ("œ", "oe"), ("æ", "ae"), ("ąăā", "a"), ("ćčĉ", "c"),
    ("ęěėē", "e"), ("łľ", "l"), ("ńň", "n"), ("øőō", "o"), ("řŕ", "r"), ("śšş", "s"), ("ťţ", "t"),
    ("ůűū", "u"), ("źżž", "z"), ("ďđ", "d"), ("ğ", "g"), ("ıīi\u{307}", "i"), ("ё", "е"),
    ("șş", "s"), ("ț", "t"),
    ("ạảấầẩẫậắằẳẵặ", "a"), ("ẹẻẽếềểễệ", "e"), ("ỉĩị", "i"), ("ọỏốồổỗộơớờởỡợ", "o"),
    ("ụủũưứừửữự", "u"), ("ỳỵỷỹ", "y"), ("ά", "α"), ("έ", "ε"), ("ήή", "η"), ("ίϊΐ", "ι"),
    ("ό", "ο"), ("ύϋΰ", "υ"), ("ώ", "ω"), ("ς", "σ"), ("أإآ", "ا"),
  ]
  private static let accents: [Character: String] = {
    var table: [Character: String] = [:]
    for (letters, plain) in accentGroups { for letter in letters { table[letter] = plain } }
    return table
  }()

  /// Those of one scalar, by its number.
  private static let letters: [UInt32: String] = {
    var table: [UInt32: String] = [:]
    for (letters, plain) in accentGroups {
      for letter in letters where letter.unicodeScalars.count == 1 {
        for scalar in letter.unicodeScalars { table[scalar.value] = plain }
      }
    }
    return table
  }()

  private static let logOn = ["log", "on"]
  private static let single: [String: [String]] = [
    "logon": logOn, "login": logOn, "signin": logOn, "sign-in": logOn, "log-in": logOn,
    "log-on": logOn, "signon": logOn, "sign-on": logOn, "cannot": ["can", "not"],
    "cant": ["can", "not"], "couldnt": ["could", "not"], "dont": ["do", "not"],
    "doesnt": ["does", "not"], "didnt": ["did", "not"], "isnt": ["is", "not"],
    "wont": ["will", "not"],
    "pc": ["computer"], "pcs": ["computers"], "licence": ["license"], "licences": ["licenses"],
    "licencing": ["licensing"], "occured": ["occurred"], "ocurred": ["occurred"],
    "selfsigned": ["self-signed"], "eror": ["error"], "erorr": ["error"], "errror": ["error"],
    "becuase": ["because"], "beacuse": ["because"], "becasue": ["because"],
    "conection": ["connection"],
    "disconected": ["disconnected"], "disconect": ["disconnect"], "dissconnected": ["disconnected"],
    "recieved": ["received"],
    "arent": ["are", "not"], "havent": ["have", "not"],
    "hasnt": ["has", "not"], "wasnt": ["was", "not"], "wlan": ["wifi"], "wi-fi": ["wifi"],
    "rdgw": ["rd", "gateway"], "rdgateway": ["rd", "gateway"],
    "internel": ["internal"], "rpd": ["rdp"], "intenal": ["internal"], "interal": ["internal"],
    "intrenal": ["internal"], "internall": ["internal"], "rdg": ["rd", "gateway"],
    "netw": ["network"], "acct": ["account"],
    "creds": ["credentials"], "msg": ["message"], "comp": ["computer"], "svr": ["server"],
    "conn": ["connection"], "bc": ["because"],
    "passwort": ["kennwort"], "keyboard-interactive": ["keyboard"], "reauthentication": ["reauth"],
  ]
  private static let pairs: [String: [String: [String]]] = [
    "can": ["t": ["can", "not"]], "couldn": ["t": ["could", "not"]],
    "don": ["t": ["do", "not"]], "doesn": ["t": ["does", "not"]],
    "didn": ["t": ["did", "not"]], "isn": ["t": ["is", "not"]], "wasn": ["t": ["was", "not"]],
    "hasn": ["t": ["has", "not"]], "haven": ["t": ["have", "not"]],
    "aren": ["t": ["are", "not"]], "won": ["t": ["will", "not"]],
    "sign": ["in": logOn, "on": logOn], "log": ["in": logOn],
    "signed": ["in": ["logged", "on"]], "logged": ["in": ["logged", "on"]],
    "signing": ["in": ["logging", "on"]], "logging": ["in": ["logging", "on"]],
    "ts": ["gateway": ["rd", "gateway"]], "self": ["signed": ["self-signed"]],
  ]
}
