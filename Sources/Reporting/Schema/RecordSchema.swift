/// The JSON Schema of the machine-readable records, as `rdpwhy schema` prints it.
public enum RecordSchema {
  /// Equal to Docs/session.schema.json (checked by a test); a lone binary has no files beside it.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:rdpwhy:schema:1",
      "title": "rdpwhy records",
      "description": "One line of `rdpwhy --format ndjson`: a session, or an input. Fields are added, never renamed or removed.",
      "oneOf": [{"$ref": "#/$defs/session"}, {"$ref": "#/$defs/input"}],
      "$defs": {
        "time": {
          "description": "RFC 3339, UTC, nanoseconds",
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{9}Z$"
        },
        "cause": {
          "enum": [
            "clean", "network", "negotiation", "tls", "credssp", "server", "client", "protocol",
            "undetermined"
          ]
        },
        "code": {
          "type": "string",
          "pattern": "^(clean|network|negotiation|tls|credssp|server|client|protocol|undetermined)\\.[a-z0-9_]+$"
        },
        "phase": {"enum": ["tcp", "x224", "tls", "credssp", "mcs", "licensing", "active"]},
        "side": {"enum": ["client", "server"]},
        "port": {"type": "integer", "minimum": 0, "maximum": 65535},
        "frame": {
          "type": "object",
          "required": ["input", "frame", "ts"],
          "properties": {
            "input": {"type": ["string", "null"]},
            "frame": {
              "description": "counts from 1 within the input, as Wireshark does",
              "type": "integer",
              "minimum": 1
            },
            "ts": {"$ref": "#/$defs/time"}
          },
          "additionalProperties": true
        },
        "verdict": {
          "type": "object",
          "required": [
            "cause", "code", "confidence", "summary", "next_action", "alternatives", "settled_by"
          ],
          "properties": {
            "cause": {"$ref": "#/$defs/cause"},
            "code": {"$ref": "#/$defs/code"},
            "confidence": {
              "description": "probability that the cause is right",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            },
            "summary": {"type": "string"},
            "next_action": {"type": "string"},
            "alternatives": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["cause", "code", "confidence"],
                "properties": {
                  "cause": {"$ref": "#/$defs/cause"},
                  "code": {"$ref": "#/$defs/code"},
                  "confidence": {"type": "number", "minimum": 0, "maximum": 1}
                },
                "additionalProperties": true
              }
            },
            "settled_by": {
              "description": "what data would decide",
              "type": "array",
              "items": {"type": "string"}
            }
          },
          "additionalProperties": true
        },
        "evidence": {
          "type": "object",
          "required": ["code", "bearing", "weight", "summary", "frames"],
          "properties": {
            "code": {"type": "string"},
            "bearing": {"enum": ["supports", "against", "context"]},
            "weight": {"description": "natural log-odds", "type": "number"},
            "summary": {"type": "string"},
            "frames": {"type": "array", "items": {"$ref": "#/$defs/frame"}, "maxItems": 8}
          },
          "additionalProperties": true
        },
        "retransmissions": {
          "type": "object",
          "required": [
            "total", "timeout", "fast", "tail_loss_probe", "spurious", "syn", "fin", "bytes"
          ],
          "properties": {
            "total": {"type": "integer", "minimum": 0},
            "timeout": {"type": "integer", "minimum": 0},
            "fast": {"type": "integer", "minimum": 0},
            "tail_loss_probe": {"type": "integer", "minimum": 0},
            "spurious": {"type": "integer", "minimum": 0},
            "syn": {"type": "integer", "minimum": 0},
            "fin": {"type": "integer", "minimum": 0},
            "bytes": {"type": "integer", "minimum": 0}
          },
          "additionalProperties": true
        },
        "tail": {
          "type": "object",
          "description": "data that nobody acknowledged when the record ends",
          "required": ["bytes", "attempts", "fin_only", "first_sent", "last_sent"],
          "properties": {
            "bytes": {"type": "integer", "minimum": 0},
            "attempts": {"type": "integer", "minimum": 0},
            "fin_only": {"type": "boolean"},
            "first_sent": {"$ref": "#/$defs/frame"},
            "last_sent": {"$ref": "#/$defs/frame"}
          },
          "additionalProperties": true
        },
        "backoff": {
          "type": "object",
          "description": "how a side repeated what was never answered, up to the end",
          "required": [
            "subject", "schedule", "pauses_s", "timeout_s", "gives_up_after_s", "gives_up_at"
          ],
          "properties": {
            "subject": {"enum": ["syn", "data"]},
            "schedule": {
              "description": "windows, windows_before_10, linux, linear_syn, doubling, irregular; more may come",
              "type": "string",
              "pattern": "^[a-z0-9_]+$"
            },
            "pauses_s": {"type": "array", "items": {"type": "number", "minimum": 0}, "maxItems": 16},
            "timeout_s": {"description": "first pause that doubles", "type": ["number", "null"]},
            "gives_up_after_s": {
              "description": "from the first sending, by the stack's default settings",
              "type": ["number", "null"]
            },
            "gives_up_at": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]}
          },
          "additionalProperties": true
        },
        "reset": {
          "type": "object",
          "description": "a RST beside what is known of its sender",
          "required": [
            "kind", "frame", "hop_limit", "hop_limits", "identification", "window", "ack",
            "sequence_offset", "sender_went_on", "bytes_in_flight"
          ],
          "properties": {
            "kind": {
              "description": "injected, port_closed, after_goodbye, half_open, data_pending, abort; more may come",
              "type": "string",
              "pattern": "^[a-z0-9_]+$"
            },
            "frame": {"$ref": "#/$defs/frame"},
            "hop_limit": {"type": "integer", "minimum": 0, "maximum": 255},
            "hop_limits": {
              "description": "of the side's other packets",
              "type": "array",
              "items": {"type": "integer", "minimum": 0, "maximum": 255}
            },
            "identification": {"type": ["integer", "null"], "minimum": 0, "maximum": 65535},
            "window": {"type": "integer", "minimum": 0, "maximum": 65535},
            "ack": {"type": "boolean"},
            "sequence_offset": {
              "description": "distance of its sequence number from its sender's next",
              "type": "integer"
            },
            "sender_went_on": {"type": "boolean"},
            "bytes_in_flight": {
              "description": "of the other side, when it came",
              "type": "integer",
              "minimum": 0
            }
          },
          "additionalProperties": true
        },
        "course": {
          "type": "object",
          "description": "what one side did, stretch by stretch",
          "required": ["packets", "bytes", "retransmissions", "rtt_min_s"],
          "properties": {
            "packets": {"type": "array", "items": {"type": "integer", "minimum": 0}, "maxItems": 48},
            "bytes": {"type": "array", "items": {"type": "integer", "minimum": 0}, "maxItems": 48},
            "retransmissions": {
              "type": "array",
              "items": {"type": "integer", "minimum": 0},
              "maxItems": 48
            },
            "rtt_min_s": {
              "type": "array",
              "items": {"type": ["number", "null"], "minimum": 0},
              "maxItems": 48
            }
          },
          "additionalProperties": true
        },
        "series": {
          "type": "object",
          "description": "equal stretches from the first packet on, the last of which holds the last packet",
          "required": ["start", "length_s", "orig", "resp"],
          "properties": {
            "start": {"$ref": "#/$defs/time"},
            "length_s": {"description": "of each stretch", "type": "number", "minimum": 0},
            "orig": {"$ref": "#/$defs/course"},
            "resp": {"$ref": "#/$defs/course"}
          },
          "additionalProperties": true
        },
        "artefacts": {
          "type": "object",
          "description": "what the capture shows otherwise than the wire had it",
          "required": [
            "point", "copies", "one_sided", "missed_bytes", "interface_drops", "snapped",
            "oversized_segments", "backward_steps", "largest_backward_step_s"
          ],
          "properties": {
            "point": {"enum": ["client", "server", "middle", "unknown"]},
            "copies": {
              "type": "object",
              "description": "packets captured again, left out of all counts",
              "required": ["total", "identical", "routed", "same_packet_id"],
              "properties": {
                "total": {"type": "integer", "minimum": 0},
                "identical": {"type": "integer", "minimum": 0},
                "routed": {
                  "description": "with another hop limit, link address or VLAN",
                  "type": "integer",
                  "minimum": 0
                },
                "same_packet_id": {
                  "description": "seen by several components of pktmon",
                  "type": "integer",
                  "minimum": 0
                }
              },
              "additionalProperties": true
            },
            "one_sided": {
              "description": "the only side of which packets were seen",
              "enum": ["client", "server", null]
            },
            "missed_bytes": {
              "description": "acknowledged, but not captured",
              "type": "integer",
              "minimum": 0
            },
            "interface_drops": {"type": "integer", "minimum": 0},
            "snapped": {"type": "boolean"},
            "oversized_segments": {
              "description": "larger than the receiver takes: a network card's offload",
              "type": "boolean"
            },
            "backward_steps": {
              "description": "packets of this connection older than the one before",
              "type": "integer",
              "minimum": 0
            },
            "largest_backward_step_s": {"type": "number", "minimum": 0}
          },
          "additionalProperties": true
        },
        "direction": {
          "type": "object",
          "description": "what one side sent, and how the path treated it",
          "required": [
            "packets", "data_packets", "bytes", "unique_bytes", "retransmissions", "loss_estimate",
            "reordered", "lost_before_capture", "missed_bytes", "open_hole_bytes", "duplicate_acks",
            "selective_acks", "duplicate_sacks", "rtt_samples", "rtt_min_s", "rtt_p50_s",
            "rtt_p95_s", "rtt_max_s", "rtt_baseline_s", "rtt_before_end_s", "rtt_inflation",
            "zero_windows", "longest_zero_window_s", "zero_window_probes", "window_full", "keep_alives",
            "keep_alives_unanswered", "fins", "resets", "first_reset", "longest_silence_s",
            "unacknowledged", "backoff", "bursts", "outages"
          ],
          "properties": {
            "packets": {"type": "integer", "minimum": 0},
            "data_packets": {"type": "integer", "minimum": 0},
            "bytes": {"type": "integer", "minimum": 0},
            "unique_bytes": {"type": "integer", "minimum": 0},
            "retransmissions": {"$ref": "#/$defs/retransmissions"},
            "loss_estimate": {
              "description": "share of segments that the path lost",
              "type": "number",
              "minimum": 0,
              "maximum": 1
            },
            "reordered": {"type": "integer", "minimum": 0},
            "lost_before_capture": {"type": "integer", "minimum": 0},
            "missed_bytes": {"type": "integer", "minimum": 0},
            "open_hole_bytes": {"type": "integer", "minimum": 0},
            "duplicate_acks": {"type": "integer", "minimum": 0},
            "selective_acks": {"type": "integer", "minimum": 0},
            "duplicate_sacks": {"type": "integer", "minimum": 0},
            "rtt_samples": {"type": "integer", "minimum": 0},
            "rtt_min_s": {"type": ["number", "null"], "minimum": 0},
            "rtt_p50_s": {"type": ["number", "null"], "minimum": 0},
            "rtt_p95_s": {"type": ["number", "null"], "minimum": 0},
            "rtt_max_s": {"type": ["number", "null"], "minimum": 0},
            "rtt_baseline_s": {
              "description": "typical minimum in the connection's course",
              "type": ["number", "null"],
              "minimum": 0
            },
            "rtt_before_end_s": {
              "description": "typical minimum of the last seconds that had samples",
              "type": ["number", "null"],
              "minimum": 0
            },
            "rtt_inflation": {
              "description": "the latter as a multiple of the former",
              "type": ["number", "null"],
              "minimum": 0
            },
            "zero_windows": {"type": "integer", "minimum": 0},
            "longest_zero_window_s": {"type": "number", "minimum": 0},
            "zero_window_probes": {"type": "integer", "minimum": 0},
            "window_full": {"type": "integer", "minimum": 0},
            "keep_alives": {"type": "integer", "minimum": 0},
            "keep_alives_unanswered": {"type": "integer", "minimum": 0},
            "fins": {"type": "integer", "minimum": 0},
            "resets": {"type": "integer", "minimum": 0},
            "first_reset": {"oneOf": [{"$ref": "#/$defs/reset"}, {"type": "null"}]},
            "longest_silence_s": {"type": "number", "minimum": 0},
            "unacknowledged": {"oneOf": [{"$ref": "#/$defs/tail"}, {"type": "null"}]},
            "backoff": {"oneOf": [{"$ref": "#/$defs/backoff"}, {"type": "null"}]},
            "bursts": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["start", "end", "segments", "bytes", "repaired", "backoff_factor"],
                "properties": {
                  "start": {"$ref": "#/$defs/frame"},
                  "end": {"$ref": "#/$defs/frame"},
                  "segments": {"type": "integer", "minimum": 0},
                  "bytes": {"type": "integer", "minimum": 0},
                  "repaired": {"description": "all was acknowledged later", "type": "boolean"},
                  "backoff_factor": {
                    "description": "longest pause between sendings of a segment by the shortest",
                    "type": ["number", "null"],
                    "minimum": 1
                  }
                },
                "additionalProperties": true
              }
            },
            "outages": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "start", "end", "duration_s", "attempts", "recovered", "peer_heard",
                  "acknowledged_bytes"
                ],
                "properties": {
                  "start": {"$ref": "#/$defs/frame"},
                  "end": {"$ref": "#/$defs/time"},
                  "duration_s": {"type": "number"},
                  "attempts": {"type": "integer", "minimum": 0},
                  "recovered": {"type": "boolean"},
                  "peer_heard": {"type": "boolean"},
                  "acknowledged_bytes": {
                    "description": "bytes of the stream acknowledged when it began",
                    "type": "integer"
                  }
                },
                "additionalProperties": true
              }
            }
          },
          "additionalProperties": true
        },
        "capture": {
          "type": "object",
          "required": [
            "point", "orientation", "copies_removed", "one_sided", "missed_bytes", "interface_drops",
            "cut", "snapped", "evicted"
          ],
          "properties": {
            "point": {"enum": ["client", "server", "middle", "unknown"]},
            "orientation": {"enum": ["handshake", "port", "content", "guess"]},
            "copies_removed": {"type": "integer", "minimum": 0},
            "one_sided": {
              "description": "the only side of which packets were seen",
              "enum": ["client", "server", null]
            },
            "missed_bytes": {"type": "integer", "minimum": 0},
            "interface_drops": {"type": "integer", "minimum": 0},
            "cut": {"type": "boolean"},
            "snapped": {"type": "boolean"},
            "evicted": {"type": "boolean"}
          },
          "additionalProperties": true
        },
        "rdp": {
          "type": "object",
          "required": [
            "cookie", "routing_token", "correlation_id", "requested_protocols", "selected_protocol",
            "failure_code", "failure_name", "client_name", "client_build", "encryption_method",
            "encryption_level", "licensing_error", "error_info", "error_info_name", "disconnects",
            "request_flags", "response_flags", "routing_target", "encryption_method_name",
            "encryption_level_name", "client_data", "client_info", "redirection", "auto_reconnect",
            "logon_notice", "multitransport", "carrier"
          ],
          "properties": {
            "cookie": {"type": ["string", "null"]},
            "routing_token": {"type": ["string", "null"]},
            "correlation_id": {"type": ["string", "null"]},
            "requested_protocols": {"type": ["array", "null"], "items": {"type": "string"}},
            "selected_protocol": {"type": ["array", "null"], "items": {"type": "string"}},
            "failure_code": {"type": ["integer", "null"], "minimum": 0},
            "failure_name": {"type": ["string", "null"]},
            "client_name": {"type": ["string", "null"]},
            "client_build": {"type": ["integer", "null"], "minimum": 0},
            "encryption_method": {"type": ["integer", "null"], "minimum": 0},
            "encryption_level": {"type": ["integer", "null"], "minimum": 0},
            "licensing_error": {"type": ["integer", "null"], "minimum": 0},
            "error_info": {"type": ["integer", "null"], "minimum": 0},
            "error_info_name": {"type": ["string", "null"]},
            "request_flags": {"type": ["array", "null"], "items": {"type": "string"}},
            "response_flags": {"type": ["array", "null"], "items": {"type": "string"}},
            "routing_target": {"type": ["string", "null"]},
            "encryption_method_name": {"type": ["string", "null"]},
            "encryption_level_name": {"type": ["string", "null"]},
            "client_data": {"oneOf": [{"$ref": "#/$defs/client_data"}, {"type": "null"}]},
            "client_info": {
              "description": "the account that the client named; never its password",
              "type": ["object", "null"],
              "required": ["domain", "user", "address", "auto_logon", "remote_app"],
              "properties": {
                "domain": {"type": ["string", "null"]},
                "user": {"type": ["string", "null"]},
                "address": {"type": ["string", "null"]},
                "auto_logon": {"type": "boolean"},
                "remote_app": {"type": "boolean"}
              },
              "additionalProperties": true
            },
            "redirection": {
              "type": ["object", "null"],
              "required": [
                "target", "address", "load_balance_info", "user", "domain", "session_id", "flags",
                "frame"
              ],
              "properties": {
                "target": {"type": ["string", "null"]},
                "address": {"type": ["string", "null"]},
                "load_balance_info": {"type": ["string", "null"]},
                "user": {"type": ["string", "null"]},
                "domain": {"type": ["string", "null"]},
                "session_id": {"type": "integer", "minimum": 0},
                "flags": {"type": "array", "items": {"type": "string"}},
                "frame": {"$ref": "#/$defs/frame"}
              },
              "additionalProperties": true
            },
            "auto_reconnect": {
              "description": "logon identifiers of cookies, never cookies",
              "type": ["object", "null"],
              "required": ["offered", "used", "refused"],
              "properties": {
                "offered": {"type": ["integer", "null"], "minimum": 0},
                "used": {"type": ["integer", "null"], "minimum": 0},
                "refused": {"oneOf": [{"$ref": "#/$defs/frame"}, {"type": "null"}]}
              },
              "additionalProperties": true
            },
            "logon_notice": {
              "type": ["object", "null"],
              "required": ["type", "data", "frame"],
              "properties": {
                "type": {"type": "string"},
                "data": {"type": "string"},
                "frame": {"$ref": "#/$defs/frame"}
              },
              "additionalProperties": true
            },
            "carrier": {
              "description": "what carries the session in place of a plain connection",
              "type": ["object", "null"],
              "required": [
                "kind", "basis", "host", "inside_tls", "hides_session", "connection_id",
                "correlation_id", "status", "reason", "opened", "target", "gateway_status", "frame"
              ],
              "properties": {
                "kind": {"type": "string"},
                "basis": {"enum": ["read", "server_name", "port"]},
                "host": {"type": ["string", "null"]},
                "inside_tls": {"type": "boolean"},
                "hides_session": {"type": "boolean"},
                "connection_id": {"type": ["string", "null"]},
                "correlation_id": {"type": ["string", "null"]},
                "status": {"type": ["integer", "null"], "minimum": 0},
                "reason": {"type": ["string", "null"]},
                "opened": {"oneOf": [{"$ref": "#/$defs/frame"}, {"type": "null"}]},
                "target": {"type": ["string", "null"]},
                "gateway_status": {"type": ["string", "null"]},
                "frame": {"$ref": "#/$defs/frame"}
              },
              "additionalProperties": true
            },
            "multitransport": {
              "type": ["array", "null"],
              "items": {
                "type": "object",
                "required": ["request_id", "kind", "result", "frame"],
                "properties": {
                  "request_id": {"type": "integer", "minimum": 0},
                  "kind": {"enum": ["reliable", "lossy"]},
                  "result": {"type": ["string", "null"]},
                  "frame": {"$ref": "#/$defs/frame"}
                },
                "additionalProperties": true
              }
            },
            "disconnects": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["side", "reason", "frame"],
                "properties": {
                  "side": {"$ref": "#/$defs/side"},
                  "reason": {"type": ["integer", "null"], "minimum": 0},
                  "frame": {"$ref": "#/$defs/frame"}
                },
                "additionalProperties": true
              }
            }
          },
          "additionalProperties": true
        },
        "client_data": {
          "type": "object",
          "description": "what the client said of itself in MCS Connect Initial",
          "required": [
            "version", "build", "name", "desktop_width", "desktop_height", "keyboard_layout",
            "connection_type", "early_capabilities", "encryption_methods", "channels", "monitors",
            "redirected_session_id"
          ],
          "properties": {
            "version": {"type": ["string", "null"]},
            "build": {"type": "integer", "minimum": 0},
            "name": {"type": "string"},
            "desktop_width": {"type": "integer", "minimum": 0},
            "desktop_height": {"type": "integer", "minimum": 0},
            "keyboard_layout": {"type": "string"},
            "connection_type": {"type": ["string", "null"]},
            "early_capabilities": {"type": ["array", "null"], "items": {"type": "string"}},
            "encryption_methods": {"type": ["array", "null"], "items": {"type": "string"}},
            "channels": {"type": "array", "items": {"type": "string"}},
            "monitors": {"type": ["integer", "null"], "minimum": 0},
            "redirected_session_id": {"type": ["integer", "null"], "minimum": 0}
          },
          "additionalProperties": true
        },
        "udp_direction": {
          "type": "object",
          "required": [
            "datagrams", "bytes", "data", "retransmissions", "repairs", "reported_missing", "last"
          ],
          "properties": {
            "datagrams": {"type": "integer", "minimum": 0},
            "bytes": {"type": "integer", "minimum": 0},
            "data": {"type": "integer", "minimum": 0},
            "retransmissions": {"type": "integer", "minimum": 0},
            "repairs": {"type": "integer", "minimum": 0},
            "reported_missing": {"type": "integer", "minimum": 0},
            "last": {"oneOf": [{"$ref": "#/$defs/frame"}, {"type": "null"}]}
          },
          "additionalProperties": true
        },
        "udp": {
          "type": "object",
          "description": "a UDP transport between the session's two hosts",
          "required": [
            "client_port", "server_port", "kind", "version", "lossy", "syns", "established",
            "correlation_id", "orig", "resp", "first", "last"
          ],
          "properties": {
            "client_port": {"$ref": "#/$defs/port"},
            "server_port": {"$ref": "#/$defs/port"},
            "kind": {"enum": ["rdpeudp", "dtls", "unknown"]},
            "version": {"type": ["string", "null"]},
            "lossy": {"type": ["boolean", "null"]},
            "syns": {"type": "integer", "minimum": 0},
            "established": {"type": "boolean"},
            "correlation_id": {"type": ["string", "null"]},
            "orig": {"$ref": "#/$defs/udp_direction"},
            "resp": {"$ref": "#/$defs/udp_direction"},
            "first": {"$ref": "#/$defs/frame"},
            "last": {"$ref": "#/$defs/frame"}
          },
          "additionalProperties": true
        },
        "cipher": {
          "description": "a number of one of TLS's registries: cipher suite, group, signature algorithm",
          "type": "object",
          "required": ["code", "name"],
          "properties": {
            "code": {"type": "string", "pattern": "^0x[0-9a-f]{4}$"},
            "name": {"type": ["string", "null"]}
          },
          "additionalProperties": true
        },
        "certificate": {
          "type": "object",
          "description": "the server's leaf, and what can be told of it without a trust store",
          "required": [
            "subject", "issuer", "names", "serial", "sha256", "not_before", "not_after",
            "valid_at_capture", "key", "key_bits", "signature_algorithm", "usages", "self_issued",
            "self_signed", "expected_name", "matches_name", "chain_length", "chain_in_order",
            "findings", "frame"
          ],
          "properties": {
            "subject": {"type": ["string", "null"]},
            "issuer": {"type": ["string", "null"]},
            "names": {"type": "array", "items": {"type": "string"}},
            "serial": {"type": ["string", "null"], "pattern": "^[0-9a-f]*$"},
            "sha256": {"type": ["string", "null"], "pattern": "^[0-9a-f]{64}$"},
            "not_before": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
            "not_after": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
            "valid_at_capture": {"type": ["boolean", "null"]},
            "key": {"type": ["string", "null"]},
            "key_bits": {"type": ["integer", "null"], "minimum": 0},
            "signature_algorithm": {"type": ["string", "null"]},
            "usages": {"type": "array", "items": {"type": "string"}},
            "self_issued": {"type": "boolean"},
            "self_signed": {"type": ["boolean", "null"]},
            "expected_name": {"type": ["string", "null"]},
            "matches_name": {"type": ["boolean", "null"]},
            "chain_length": {"type": "integer", "minimum": 0},
            "chain_in_order": {"type": ["boolean", "null"]},
            "findings": {
              "description": "expired, not_yet_valid, name_mismatch, self_signed, weak_signature, weak_key, wrong_usage, chain_out_of_order, unreadable",
              "type": "array",
              "items": {"type": "string"}
            },
            "frame": {"$ref": "#/$defs/frame"}
          },
          "additionalProperties": true
        },
        "tls": {
          "type": "object",
          "required": [
            "version", "cipher", "group", "prime_bits", "server_name", "alpn", "offered_versions",
            "offered_ciphers", "offered_groups", "offered_signature_algorithms", "offered_alpn",
            "resumption_offered", "resumption", "hello_retry_request", "downgrade", "ssl2_hello",
            "not_tls", "certificate_requested", "mid_stream", "ja3", "ja3s", "ja4", "alerts",
            "certificate"
          ],
          "properties": {
            "version": {"type": ["string", "null"]},
            "cipher": {"oneOf": [{"$ref": "#/$defs/cipher"}, {"type": "null"}]},
            "group": {"oneOf": [{"$ref": "#/$defs/cipher"}, {"type": "null"}]},
            "prime_bits": {"type": ["integer", "null"], "minimum": 0},
            "server_name": {"type": ["string", "null"]},
            "alpn": {"type": ["string", "null"]},
            "offered_versions": {"type": ["array", "null"], "items": {"type": "string"}},
            "offered_ciphers": {"type": ["array", "null"], "items": {"$ref": "#/$defs/cipher"}},
            "offered_groups": {"type": ["array", "null"], "items": {"$ref": "#/$defs/cipher"}},
            "offered_signature_algorithms": {
              "type": ["array", "null"],
              "items": {"$ref": "#/$defs/cipher"}
            },
            "offered_alpn": {"type": ["array", "null"], "items": {"type": "string"}},
            "resumption_offered": {"type": ["boolean", "null"]},
            "resumption": {"enum": ["none", "session_id", "ticket", "psk", null]},
            "hello_retry_request": {"type": "boolean"},
            "downgrade": {"type": ["boolean", "null"]},
            "ssl2_hello": {"type": "boolean"},
            "not_tls": {
              "description": "what a side sent where TLS was due",
              "oneOf": [
                {
                  "type": "object",
                  "required": ["side", "protocol", "frame"],
                  "properties": {
                    "side": {"$ref": "#/$defs/side"},
                    "protocol": {"type": ["string", "null"]},
                    "frame": {"$ref": "#/$defs/frame"}
                  },
                  "additionalProperties": true
                },
                {"type": "null"}
              ]
            },
            "certificate_requested": {"type": "boolean"},
            "mid_stream": {"type": "boolean"},
            "ja3": {"type": ["string", "null"], "pattern": "^[0-9a-f]{32}$"},
            "ja3s": {"type": ["string", "null"], "pattern": "^[0-9a-f]{32}$"},
            "ja4": {"type": ["string", "null"]},
            "alerts": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["side", "encrypted", "level", "code", "name", "frame"],
                "properties": {
                  "side": {"$ref": "#/$defs/side"},
                  "encrypted": {"type": "boolean"},
                  "level": {"type": ["integer", "null"], "minimum": 0},
                  "code": {"type": ["integer", "null"], "minimum": 0},
                  "name": {"type": ["string", "null"]},
                  "frame": {"$ref": "#/$defs/frame"}
                },
                "additionalProperties": true
              }
            },
            "certificate": {"oneOf": [{"$ref": "#/$defs/certificate"}, {"type": "null"}]}
          },
          "additionalProperties": true
        },
        "credssp": {
          "type": "object",
          "required": [
            "expected", "stage", "refusal", "refusal_frame", "client_left", "decrypted", "messages"
          ],
          "properties": {
            "expected": {"type": "boolean"},
            "stage": {
              "enum": [
                "not_started", "negotiate", "challenge", "authenticate", "public_key_reply",
                "credentials", "early_authorization", "passed"
              ]
            },
            "refusal": {
              "enum": ["error_code", "alert", "closed", "reset", "early_authorization", null]
            },
            "refusal_frame": {"oneOf": [{"$ref": "#/$defs/frame"}, {"type": "null"}]},
            "client_left": {"oneOf": [{"$ref": "#/$defs/frame"}, {"type": "null"}]},
            "decrypted": {
              "description": "what was read with the session's keys",
              "type": ["object", "null"],
              "required": [
                "error_code", "error_name", "client_version", "server_version", "mechanism", "user",
                "domain", "workstation", "server_name", "kerberos_error", "kerberos_error_name",
                "early_authorization"
              ],
              "properties": {
                "error_code": {"type": ["string", "null"], "pattern": "^0x[0-9A-F]+$"},
                "error_name": {"type": ["string", "null"]},
                "client_version": {"type": ["integer", "null"]},
                "server_version": {"type": ["integer", "null"]},
                "mechanism": {"type": ["string", "null"]},
                "user": {"type": ["string", "null"]},
                "domain": {"type": ["string", "null"]},
                "workstation": {"type": ["string", "null"]},
                "server_name": {"type": ["string", "null"]},
                "kerberos_error": {"type": ["integer", "null"], "minimum": 0},
                "kerberos_error_name": {"type": ["string", "null"]},
                "early_authorization": {"type": ["integer", "null"], "minimum": 0}
              },
              "additionalProperties": true
            },
            "messages": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["side", "plaintext_length", "frame"],
                "properties": {
                  "side": {"$ref": "#/$defs/side"},
                  "plaintext_length": {"type": "integer", "minimum": 0},
                  "frame": {"$ref": "#/$defs/frame"}
                },
                "additionalProperties": true
              }
            }
          },
          "additionalProperties": true
        },
        "story": {
          "description": "what a user lived through over several connections, in one verdict",
          "type": "object",
          "required": [
            "outcome", "cause", "code", "confidence", "decided_by", "summary", "ts", "duration_s"
          ],
          "properties": {
            "outcome": {"enum": ["worked", "recovered", "lost", "failed", "unknown"]},
            "cause": {"$ref": "#/$defs/cause"},
            "code": {"$ref": "#/$defs/code"},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "decided_by": {
              "description": "uid of the session whose verdict this is", "type": "string"
            },
            "summary": {"type": "string"},
            "ts": {"$ref": "#/$defs/time"},
            "duration_s": {"type": "number"}
          },
          "additionalProperties": true
        },
        "attempt": {
          "type": "object",
          "required": ["group", "role", "ordinal", "size", "story"],
          "properties": {
            "group": {"type": "integer", "minimum": 1},
            "role": {
              "enum": [
                "single", "probe", "superseded", "try", "success", "dropped", "redirected"
              ]
            },
            "ordinal": {"type": "integer", "minimum": 1},
            "size": {"type": "integer", "minimum": 1},
            "story": {"oneOf": [{"$ref": "#/$defs/story"}, {"type": "null"}]}
          },
          "additionalProperties": true
        },
        "session": {
          "type": "object",
          "required": [
            "schema", "uid", "community_id", "ts", "duration_s", "id.orig_h", "id.orig_p",
            "id.resp_h", "id.resp_p", "phase", "ended_by", "degraded", "verdict", "evidence",
            "phases", "health", "capture", "rdp", "tls", "credssp", "udp", "attempt",
            "inputs", "witnesses", "path"
          ],
          "properties": {
            "schema": {"const": "rdpwhy/session/1"},
            "uid": {"type": "string"},
            "community_id": {"type": "string", "pattern": "^1:[A-Za-z0-9+/]{27}=$"},
            "ts": {"$ref": "#/$defs/time"},
            "duration_s": {"type": "number"},
            "id.orig_h": {"type": "string"},
            "id.orig_p": {"$ref": "#/$defs/port"},
            "id.resp_h": {"type": "string"},
            "id.resp_p": {"$ref": "#/$defs/port"},
            "phase": {"$ref": "#/$defs/phase"},
            "ended_by": {"enum": ["client", "server", "path", "nobody", "unknown"]},
            "degraded": {"type": "boolean"},
            "verdict": {"$ref": "#/$defs/verdict"},
            "evidence": {"type": "array", "items": {"$ref": "#/$defs/evidence"}},
            "phases": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["phase", "inferred", "start"],
                "properties": {
                  "phase": {"$ref": "#/$defs/phase"},
                  "inferred": {"type": "boolean"},
                  "start": {"$ref": "#/$defs/frame"}
                },
                "additionalProperties": true
              }
            },
            "health": {
              "type": "object",
              "required": ["orig", "resp", "series", "artefacts"],
              "properties": {
                "orig": {"$ref": "#/$defs/direction"},
                "resp": {"$ref": "#/$defs/direction"},
                "series": {"oneOf": [{"$ref": "#/$defs/series"}, {"type": "null"}]},
                "artefacts": {"$ref": "#/$defs/artefacts"}
              },
              "additionalProperties": true
            },
            "capture": {"$ref": "#/$defs/capture"},
            "rdp": {"oneOf": [{"$ref": "#/$defs/rdp"}, {"type": "null"}]},
            "tls": {"oneOf": [{"$ref": "#/$defs/tls"}, {"type": "null"}]},
            "credssp": {"oneOf": [{"$ref": "#/$defs/credssp"}, {"type": "null"}]},
            "udp": {"type": ["array", "null"], "items": {"$ref": "#/$defs/udp"}},
            "attempt": {"$ref": "#/$defs/attempt"},
            "inputs": {"type": "array", "items": {"type": "string"}},
            "witnesses": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["input", "kind", "point", "clock_offset_s", "clock_error_s"],
                "properties": {
                  "input": {"type": ["string", "null"]},
                  "kind": {"enum": ["capture", "log"]},
                  "point": {"enum": ["client", "server", "between", "gateway", null]},
                  "clock_offset_s": {"type": ["number", "null"]},
                  "clock_error_s": {"type": ["number", "null"]}
                },
                "additionalProperties": true
              }
            },
            "path": {
              "type": ["object", "null"],
              "required": [
                "points", "clean", "round_trip_s", "orig", "resp", "parts", "changes", "findings"
              ],
              "additionalProperties": true
            }
          },
          "additionalProperties": true
        },
        "input": {
          "type": "object",
          "required": [
            "schema", "name", "status", "format", "compression", "packets", "captured_bytes",
            "shortened_packets", "first_ts", "last_ts", "interface_count", "interfaces", "ending",
            "notes", "notes_omitted", "error", "contents"
          ],
          "properties": {
            "schema": {"const": "rdpwhy/input/1"},
            "name": {"type": "string"},
            "status": {"enum": ["ok", "partial", "failed"]},
            "format": {"type": ["string", "null"]},
            "compression": {"type": ["string", "null"]},
            "packets": {"type": ["integer", "null"], "minimum": 0},
            "captured_bytes": {"type": ["integer", "null"], "minimum": 0},
            "shortened_packets": {"type": ["integer", "null"], "minimum": 0},
            "first_ts": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
            "last_ts": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
            "interface_count": {"type": ["integer", "null"], "minimum": 0},
            "interfaces": {
              "type": "array",
              "items": {
                "type": "object",
                "required": [
                  "link_type", "snap_length", "name", "description", "filter", "received", "dropped"
                ],
                "properties": {
                  "link_type": {"type": "integer", "minimum": 0},
                  "snap_length": {"type": "integer", "minimum": 0},
                  "name": {"type": ["string", "null"]},
                  "description": {"type": ["string", "null"]},
                  "filter": {"type": ["string", "null"]},
                  "received": {"type": ["integer", "null"], "minimum": 0},
                  "dropped": {"type": ["integer", "null"], "minimum": 0}
                },
                "additionalProperties": true
              }
            },
            "ending": {"oneOf": [{"$ref": "#/$defs/ending"}, {"type": "null"}]},
            "notes": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["code", "message", "offset", "frame"],
                "properties": {
                  "code": {"type": "string"},
                  "message": {"type": "string"},
                  "offset": {"type": ["integer", "null"], "minimum": 0},
                  "frame": {"type": ["integer", "null"], "minimum": 0}
                },
                "additionalProperties": true
              }
            },
            "notes_omitted": {"type": "integer", "minimum": 0},
            "error": {"oneOf": [{"$ref": "#/$defs/error"}, {"type": "null"}]},
            "contents": {"oneOf": [{"$ref": "#/$defs/contents"}, {"type": "null"}]}
          },
          "additionalProperties": true
        },
        "ending": {
          "type": "object",
          "required": ["kind", "offset", "expected"],
          "properties": {
            "kind": {"enum": ["complete", "cut", "damaged"]},
            "offset": {"type": ["integer", "null"], "minimum": 0},
            "expected": {"type": ["string", "null"]}
          },
          "additionalProperties": true
        },
        "error": {
          "type": "object",
          "required": ["code", "message", "offset", "expected"],
          "properties": {
            "code": {
              "enum": [
                "cannot_open", "cannot_read", "empty", "not_a_capture", "known_format",
                "damaged_header", "decompression"
              ]
            },
            "message": {"type": "string"},
            "offset": {"type": "integer", "minimum": 0},
            "expected": {"type": "string"}
          },
          "additionalProperties": true
        },
        "contents": {
          "type": "object",
          "required": [
            "packets", "tcp_segments", "udp_datagrams", "tcp_connections", "top_ports",
            "rdp_over_udp"
          ],
          "properties": {
            "packets": {"type": "integer", "minimum": 0},
            "tcp_segments": {"type": "integer", "minimum": 0},
            "udp_datagrams": {"type": "integer", "minimum": 0},
            "tcp_connections": {"type": "integer", "minimum": 0},
            "top_ports": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["port", "connections"],
                "properties": {
                  "port": {"$ref": "#/$defs/port"},
                  "connections": {"type": "integer", "minimum": 0}
                },
                "additionalProperties": true
              }
            },
            "rdp_over_udp": {"type": "integer", "minimum": 0}
          },
          "additionalProperties": true
        }
      }
    }

    """#
}
