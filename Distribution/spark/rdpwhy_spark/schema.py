"""Spark's types for rdpwhy's records, made from the JSON Schema that the program prints."""

from __future__ import annotations

import json
from typing import Any

from pyspark.sql import types as spark

from .worker import Program


def record_type(program: Program, name: str) -> spark.StructType:
    """The type of a record by the name that `rdpwhy schema` knows it by: session, input."""
    document = json.loads(program.run(["schema", name]))
    found = _type(document, document["$defs"])
    assert isinstance(found, spark.StructType)
    return found


def _type(schema: dict[str, Any], definitions: dict[str, Any]) -> spark.DataType:
    if reference := schema.get("$ref"):
        return _type(definitions[reference.rsplit("/", 1)[1]], definitions)
    for choice in schema.get("oneOf") or schema.get("anyOf") or []:
        if choice.get("type") != "null":
            return _type(choice, definitions)
    kinds = schema.get("type", "string")
    kind = kinds if isinstance(kinds, str) else next((item for item in kinds if item != "null"), "string")
    match kind:
        case "object" if "properties" in schema:
            return spark.StructType(
                [spark.StructField(key, _type(value, definitions)) for key, value in schema["properties"].items()]
            )
        case "object":
            values = schema.get("additionalProperties")
            inner = _type(values, definitions) if isinstance(values, dict) else spark.StringType()
            return spark.MapType(spark.StringType(), inner)
        case "array":
            return spark.ArrayType(_type(schema.get("items", {}), definitions))
        case "integer":
            return spark.LongType()
        case "number":
            return spark.DoubleType()
        case "boolean":
            return spark.BooleanType()
        case _:
            return spark.StringType()
