/// The JSON Schema of `rdpwhy inspect --format json`, as `rdpwhy schema inspect` prints it.
public enum InspectionSchema {
  /// Equal to Docs/inspect.schema.json (checked by a test); a lone binary has no files beside it.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:rdpwhy:schema:inspect:1",
      "title": "rdpwhy inspect",
      "description": "The document of `rdpwhy inspect --format json`. Fields are added, never renamed or removed.",
      "type": "object",
      "required": ["schema", "tool", "captures"],
      "properties": {
        "schema": {"const": "rdpwhy/inspect/1"},
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {"name": {"type": "string"}, "version": {"type": "string"}},
          "additionalProperties": true
        },
        "captures": {"type": "array", "items": {"$ref": "#/$defs/capture"}}
      },
      "additionalProperties": true,
      "$defs": {
        "capture": {
          "type": "object",
          "required": [
            "name", "fitness", "findings", "input", "duration_s", "link_types", "hardware",
            "operating_system", "application", "drops", "secrets", "comments", "backward_steps",
            "largest_backward_step_s", "sessions"
          ],
          "properties": {
            "name": {"type": "string"},
            "fitness": {
              "description": "whether a verdict can rest on it; unfit where a finding is blocking",
              "enum": ["fit", "reservations", "unfit"]
            },
            "findings": {
              "description": "what is wrong with it, the blocking ones first; empty where it is fit",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["code", "blocking", "message", "remedy"],
                "properties": {
                  "code": {"type": "string", "pattern": "^[a-z0-9_]+$"},
                  "blocking": {"type": "boolean"},
                  "message": {"type": "string"},
                  "remedy": {"description": "how to capture better", "type": ["string", "null"]}
                },
                "additionalProperties": true
              }
            },
            "input": {
              "description": "a record rdpwhy/input/1 of session.schema.json",
              "type": "object",
              "required": ["schema", "name", "status"],
              "properties": {"schema": {"const": "rdpwhy/input/1"}}
            },
            "duration_s": {"type": ["number", "null"]},
            "link_types": {
              "description": "link types by number of interfaces",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["link_type", "name", "interfaces"],
                "properties": {
                  "link_type": {"description": "number in the tcpdump.org registry", "type": "integer"},
                  "name": {"type": "string"},
                  "interfaces": {"type": "integer", "minimum": 1}
                },
                "additionalProperties": true
              }
            },
            "hardware": {"type": ["string", "null"]},
            "operating_system": {"type": ["string", "null"]},
            "application": {"type": ["string", "null"]},
            "drops": {
              "description": "packets that the capturing interfaces report as lost",
              "type": "integer",
              "minimum": 0
            },
            "secrets": {"description": "decryption secrets in the file", "type": "integer", "minimum": 0},
            "comments": {"type": "integer", "minimum": 0},
            "backward_steps": {
              "description": "packets older than one before them",
              "type": "integer",
              "minimum": 0
            },
            "largest_backward_step_s": {"type": "number", "minimum": 0},
            "sessions": {"$ref": "#/$defs/sessions"}
          },
          "additionalProperties": true
        },
        "sessions": {
          "type": "object",
          "description": "the RDP sessions, as far as they tell of the capture",
          "required": [
            "count", "recognised", "ports", "without_start", "without_end", "one_sided", "decrypted",
            "capture_points", "copies_removed", "offloaded", "missed_bytes", "stream_bytes"
          ],
          "properties": {
            "count": {"type": "integer", "minimum": 0},
            "recognised": {
              "description": "seen to speak RDP; the others are on its port",
              "type": "integer",
              "minimum": 0
            },
            "ports": {
              "type": "array",
              "items": {
                "type": "object",
                "required": ["port", "connections"],
                "properties": {
                  "port": {"type": "integer", "minimum": 0, "maximum": 65535},
                  "connections": {"type": "integer", "minimum": 1}
                },
                "additionalProperties": true
              }
            },
            "without_start": {
              "description": "the capture begins after them",
              "type": "integer",
              "minimum": 0
            },
            "without_end": {
              "description": "they go on where the capture ends",
              "type": "integer",
              "minimum": 0
            },
            "one_sided": {"type": "integer", "minimum": 0},
            "decrypted": {"type": "integer", "minimum": 0},
            "capture_points": {
              "description": "sessions by where they were probably captured; absent where none",
              "type": "object",
              "properties": {
                "client": {"type": "integer", "minimum": 1},
                "server": {"type": "integer", "minimum": 1},
                "middle": {"type": "integer", "minimum": 1},
                "unknown": {"type": "integer", "minimum": 1}
              },
              "additionalProperties": false
            },
            "copies_removed": {"type": "integer", "minimum": 0},
            "offloaded": {
              "description": "sessions with segments larger than the receiver takes",
              "type": "integer",
              "minimum": 0
            },
            "missed_bytes": {
              "description": "acknowledged, but not captured; one-sided sessions are left out",
              "type": "integer",
              "minimum": 0
            },
            "stream_bytes": {"type": "integer", "minimum": 0}
          },
          "additionalProperties": true
        }
      }
    }

    """#
}
