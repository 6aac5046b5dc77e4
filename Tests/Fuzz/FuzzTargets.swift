/// What can be fuzzed, by name. Each target takes any bytes and must come back.
enum FuzzTargets {
  static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "reader": ReaderTarget.run,
    "archives": ReaderTarget.runCompressed,
    "decode": DecodeTarget.run,
    "fragments": DecodeTarget.runSeries,
    "assembler": ConversationTarget.run,
    "x224": StreamTarget.runClear,
    "tls": StreamTarget.runTLS,
    "inside": InsideTarget.run,
    "credssp": CredSSPTarget.run,
    "keylog": KeyLogTarget.run,
    "file": FileTarget.run,
    "stored": FileTarget.runStored,
    "facts": FactsTarget.run,
    "logs": LogTarget.run,
    "trace": LogTarget.runTrace,
  ]
}
