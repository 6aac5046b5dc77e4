/// One spelling for what people spell in many ways: no accents, no capitals, no contractions, and one
/// word for each of the things that have several ("logon", "sign in"; "pc", "computer").
///
/// Texts and the words that are looked for in them pass through the same rules, so that a rule can
/// never hide a match.
enum CanonicalText {
  /// Lower case, without accents; wide Latin letters and digits of Japanese input become plain ones.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var folded = ""
    for character in text.lowercased() {
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

  /// Words without the many spellings of one thing.
  static func words(_ words: [String]) -> [String] {
    var result: [String] = []
    var position = 0
    while position < words.count {
      let word = words[position]
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
    let folded = folded(phrase)
    // Thousands of phrases are read before the first answer, most of them in plain letters.
    let isPlain = folded.utf8.allSatisfy { $0 < 0x80 }
    let parts =
      isPlain
      ? folded.utf8.split { breaks.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
      : folded.split { $0.asciiValue.map(breaks.contains) ?? false }.map(String.init)
    let words = words(parts)
    return words.joined(separator: " ") + (phrase.hasSuffix(" ") ? " " : "")
  }

  private static let breaks: Set<UInt8> = Set(" ,:'()_/".utf8)

  private static let accents: [Character: String] = {
    let groups: [(String, String)] = [
      ("áàâäãå", "a"), ("ç", "c"), ("éèêë", "e"), ("íìîï", "i"), ("ñ", "n"), ("óòôöõ", "o"),
      ("úùûü", "u"), ("ýÿ", "y"), ("ß", "ss"), ("œ", "oe"), ("æ", "ae"), ("ąăā", "a"), ("ćčĉ", "c"),
      ("ęěėē", "e"), ("łľ", "l"), ("ńň", "n"), ("øőō", "o"), ("řŕ", "r"), ("śšş", "s"), ("ťţ", "t"),
      ("ůűū", "u"), ("źżž", "z"), ("ďđ", "d"), ("ğ", "g"), ("ıīi\u{307}", "i"), ("ё", "е"),
      ("șş", "s"), ("ț", "t"),
      ("ạảấầẩẫậắằẳẵặ", "a"), ("ẹẻẽếềểễệ", "e"), ("ỉĩị", "i"), ("ọỏốồổỗộơớờởỡợ", "o"),
      ("ụủũưứừửữự", "u"), ("ỳỵỷỹ", "y"), ("ά", "α"), ("έ", "ε"), ("ήή", "η"), ("ίϊΐ", "ι"),
      ("ό", "ο"), ("ύϋΰ", "υ"), ("ώ", "ω"), ("ς", "σ"), ("أإآ", "ا"),
    ]
    var table: [Character: String] = [:]
    for (letters, plain) in groups { for letter in letters { table[letter] = plain } }
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
    "disconected": ["disconnected"], "dissconnected": ["disconnected"], "recieved": ["received"],
    "arent": ["are", "not"], "havent": ["have", "not"],
    "hasnt": ["has", "not"], "wasnt": ["was", "not"], "wlan": ["wifi"], "wi-fi": ["wifi"],
    "rdgw": ["rd", "gateway"], "rdg": ["rd", "gateway"],
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
