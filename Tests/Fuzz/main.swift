// The fuzzer's program: `Fuzz TARGET …` runs libFuzzer on one target with libFuzzer's own arguments,
// `Fuzz seeds FOLDER CAPTURE…` cuts captures into each target's inputs. Tests/Fuzz/run calls both.
import Glibc

let arguments = CommandLine.arguments

switch arguments.dropFirst().first {
case "seeds":
  guard arguments.count > 3 else { usage() }
  SeedWriter(folder: arguments[2]).write(captures: Array(arguments[3...]))
case let name? where FuzzTargets.all[name] != nil:
  selectedTarget = FuzzTargets.all[name] ?? { _ in }
  runFuzzer([arguments[0]] + arguments.dropFirst(2))
default:
  usage()
}

func usage() -> Never {
  print("usage: Fuzz TARGET [libFuzzer's arguments] | Fuzz seeds FOLDER CAPTURE…")
  print("targets: " + FuzzTargets.all.keys.sorted().joined(separator: " "))
  exit(64)
}
