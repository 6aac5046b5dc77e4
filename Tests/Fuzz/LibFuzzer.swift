/// What the fuzzer calls; set once before it starts.
nonisolated(unsafe) var selectedTarget: ([UInt8]) -> Void = { _ in }

private typealias Callback = @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
private typealias ArgumentList = UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

@_silgen_name("LLVMFuzzerRunDriver")
private func LLVMFuzzerRunDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<ArgumentList>,
  _ callback: Callback
) -> CInt

/// Hands over to libFuzzer, whose own `main` a Swift executable cannot use.
func runFuzzer(_ arguments: [String]) {
  let list = ArgumentList.allocate(capacity: arguments.count + 1)
  for (index, argument) in arguments.enumerated() {
    let text = Array(argument.utf8CString)
    let copy = UnsafeMutableBufferPointer<CChar>.allocate(capacity: text.count)
    _ = copy.initialize(from: text)
    list[index] = copy.baseAddress
  }
  list[arguments.count] = nil
  var count = CInt(arguments.count)
  var pointer = list
  _ = LLVMFuzzerRunDriver(&count, &pointer) { data, size in
    selectedTarget(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
  }
}
