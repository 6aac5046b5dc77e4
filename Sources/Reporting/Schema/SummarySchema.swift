/// The JSON Schema of `rdpwhy/summary/1`, as `rdpwhy schema summary` prints it.
public enum SummarySchema {
  /// Equal to Docs/summary.schema.json (checked by a test); a lone binary has no files beside it.
  public static let json = #"""
    {
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": "urn:rdpwhy:schema:summary:1",
      "title": "rdpwhy summary",
      "description": "What `rdpwhy --summary --format json` prints. Fields are added, never renamed or removed.",
      "type": "object",
      "required": [
        "schema", "tool", "sessions", "drops", "undetermined", "degraded", "first_ts", "last_ts",
        "by_cause", "by_code", "servers", "client_networks", "files", "hours", "changes", "inputs"
      ],
      "properties": {
        "schema": {"const": "rdpwhy/summary/1"},
        "tool": {
          "type": "object",
          "required": ["name", "version"],
          "properties": {"name": {"type": "string"}, "version": {"type": "string"}},
          "additionalProperties": true
        },
        "sessions": {"type": "integer", "minimum": 0},
        "drops": {
          "description": "sessions whose cause is neither clean nor undetermined",
          "type": "integer",
          "minimum": 0
        },
        "undetermined": {"type": "integer", "minimum": 0},
        "degraded": {"type": "integer", "minimum": 0},
        "first_ts": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
        "last_ts": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
        "by_cause": {"description": "sessions by cause", "type": "object"},
        "by_code": {"description": "sessions by code", "type": "object"},
        "servers": {"$ref": "#/$defs/groups"},
        "client_networks": {"$ref": "#/$defs/groups"},
        "files": {"$ref": "#/$defs/groups"},
        "hours": {
          "description": "sessions by the hour (UTC) in which they ended",
          "type": "array",
          "items": {
            "type": "object",
            "required": ["ts", "sessions", "drops", "codes"],
            "properties": {
              "ts": {"$ref": "#/$defs/time"},
              "sessions": {"type": "integer", "minimum": 0},
              "drops": {"type": "integer", "minimum": 0},
              "codes": {"description": "drops by code", "type": "object"}
            },
            "additionalProperties": true
          }
        },
        "changes": {
          "description": "stretches of time in which more sessions dropped than at other times",
          "type": "array",
          "items": {
            "type": "object",
            "required": [
              "scope", "name", "from", "until", "bin_hours", "sessions_inside", "drops_inside",
              "sessions_outside", "drops_outside", "strength", "threshold"
            ],
            "properties": {
              "scope": {"enum": ["all", "server", "client_network"]},
              "name": {"type": ["string", "null"]},
              "from": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
              "until": {"oneOf": [{"$ref": "#/$defs/time"}, {"type": "null"}]},
              "bin_hours": {"type": "integer", "minimum": 1},
              "sessions_inside": {"type": "integer", "minimum": 0},
              "drops_inside": {"type": "integer", "minimum": 0},
              "sessions_outside": {"type": "integer", "minimum": 0},
              "drops_outside": {"type": "integer", "minimum": 0},
              "strength": {"type": "number"},
              "threshold": {"type": "number"}
            },
            "additionalProperties": true
          }
        },
        "inputs": {
          "type": "object",
          "required": ["total", "partial", "failed", "packets", "errors"],
          "properties": {
            "total": {"type": "integer", "minimum": 0},
            "partial": {"type": "integer", "minimum": 0},
            "failed": {"type": "integer", "minimum": 0},
            "packets": {"type": "integer", "minimum": 0},
            "errors": {"description": "failed inputs by code", "type": "object"}
          },
          "additionalProperties": true
        }
      },
      "additionalProperties": true,
      "$defs": {
        "time": {
          "description": "RFC 3339, UTC, nanoseconds",
          "type": "string",
          "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{9}Z$"
        },
        "groups": {
          "type": "object",
          "required": ["worst", "omitted", "complete"],
          "properties": {
            "worst": {
              "description": "most drops first",
              "type": "array",
              "items": {
                "type": "object",
                "required": ["name", "sessions", "drops", "undetermined", "degraded", "codes"],
                "properties": {
                  "name": {"type": "string"},
                  "sessions": {"type": "integer", "minimum": 0},
                  "drops": {"type": "integer", "minimum": 0},
                  "undetermined": {"type": "integer", "minimum": 0},
                  "degraded": {"type": "integer", "minimum": 0},
                  "codes": {"description": "drops by code", "type": "object"}
                },
                "additionalProperties": true
              },
              "maxItems": 100
            },
            "omitted": {
              "description": "groups beyond those listed",
              "type": "integer",
              "minimum": 0
            },
            "complete": {
              "description": "false where there were more than could be counted: the listed are a sample with exact counts",
              "type": "boolean"
            }
          },
          "additionalProperties": true
        }
      }
    }

    """#
}
