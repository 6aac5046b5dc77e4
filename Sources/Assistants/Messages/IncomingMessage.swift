/// One message of the client (JSON-RPC 2.0).
enum IncomingMessage: Hashable, Sendable {
  case request(RequestIdentifier, method: String, parameters: [String: JSONValue])
  case notification(method: String, parameters: [String: JSONValue])
  /// An answer: nothing is asked of the client, so none is expected.
  case answer

  /// - Throws: what the client is told.
  init(_ line: [UInt8]) throws(RPCFailure) {
    let value: JSONValue
    do {
      value = try JSONParser.value(of: line)
    } catch {
      throw RPCFailure(
        .parseError, "byte \(error.offset) of the message: expected \(error.expected)")
    }
    guard case .object(let message) = value else {
      throw RPCFailure(.invalidRequest, "a message is one JSON object on a line")
    }
    let identifier = RequestIdentifier(message["id"])
    guard message["jsonrpc"] == "2.0" else {
      throw RPCFailure(.invalidRequest, "\"jsonrpc\" is not \"2.0\"", of: identifier)
    }
    guard let method = message["method"] else {
      guard message["result"] != nil || message["error"] != nil else {
        throw RPCFailure(.invalidRequest, "there is no \"method\"", of: identifier)
      }
      self = .answer
      return
    }
    guard let method = method.text else {
      throw RPCFailure(.invalidRequest, "\"method\" is no string", of: identifier)
    }
    let given = message["params"] ?? .object([:])
    guard let parameters = given.object else {
      throw RPCFailure(.invalidParams, "\"params\" is no object", of: identifier)
    }
    if let identifier {
      self = .request(identifier, method: method, parameters: parameters)
    } else if message["id"] == nil {
      self = .notification(method: method, parameters: parameters)
    } else {
      throw RPCFailure(.invalidRequest, "\"id\" is neither a string nor a whole number")
    }
  }
}

/// An error that the protocol itself answers.
struct RPCFailure: Error, Hashable {
  /// Codes of JSON-RPC 2.0 §5.1.
  enum Code: Int64, Sendable {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    case internalError = -32603
  }

  var code: Code
  var message: String
  /// The request, where it could be told.
  var identifier: RequestIdentifier?

  init(_ code: Code, _ message: String, of identifier: RequestIdentifier? = nil) {
    self.code = code
    self.message = message
    self.identifier = identifier
  }

  var json: JSONValue {
    [
      "jsonrpc": "2.0", "id": identifier?.json ?? .null,
      "error": ["code": .integer(code.rawValue), "message": .text(message)],
    ]
  }
}
