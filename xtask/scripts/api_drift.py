"""Compares the committed facts about Retell's API with the newest official Python SDK.

Usage: api_drift.py WHEEL ENDPOINTS_JSON SCHEMAS_JSON

Reads the SDK's sources as a syntax tree; nothing of it is run or imported. Exit status: 0 the same, 1 drift.

What it cannot see: a change of a field's type, or a new field whose name and class the committed schemas already have.
"""

import ast
import json
import re
import sys
import zipfile

VERBS = {"_get": "GET", "_post": "POST", "_patch": "PATCH", "_put": "PUT", "_delete": "DELETE", "_get_api_list": None}


def path_of(node):
    """The path given to a request: a plain string, or the first argument of `path_template`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.Call) and node.args:
        return path_of(node.args[0])
    return None


def request_of(function):
    for call in ast.walk(function):
        if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in VERBS):
            continue
        path = path_of(call.args[0]) if call.args else None
        verb = VERBS[call.func.attr]
        for keyword in call.keywords:
            if keyword.arg == "method" and isinstance(keyword.value, ast.Constant):
                verb = keyword.value.value.upper()
        if path:
            return (verb or "GET", path)
    return None


def methods_of(resource, tree):
    for node in tree.body:
        if not isinstance(node, ast.ClassDef) or node.name.startswith("Async") or not node.name.endswith("Resource"):
            continue
        for function in node.body:
            # Overloads have no body that asks for anything.
            if isinstance(function, ast.FunctionDef) and (request := request_of(function)):
                # `import` is a word of Python's own.
                yield (resource, function.name.removesuffix("_")), request


def words_of(tree):
    """Field names by class, and every literal value."""
    fields, values = {}, set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            names = fields.setdefault(node.name, set())
            for item in node.body:
                if isinstance(item, ast.AnnAssign) and isinstance(item.target, ast.Name):
                    names.add(alias_of(item) or item.target.id)
        elif isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == "Literal":
            values |= {leaf.value for leaf in ast.walk(node.slice) if isinstance(leaf, ast.Constant)}
    return fields, {value for value in values if isinstance(value, str)}


def alias_of(item):
    """The name on the wire, where the SDK gives a field another one."""
    for call in ast.walk(item):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("PropertyInfo", "FieldInfo"):
            for keyword in call.keywords:
                if keyword.arg == "alias" and isinstance(keyword.value, ast.Constant):
                    return keyword.value.value
    return None


def known(schemas):
    """Property names by shape, all property names, all constant values."""
    by_shape, names, values = {}, set(), set()

    def walk(node):
        if isinstance(node, dict):
            names.update(node.get("properties", {}))
            values.update(value for value in node.get("enum", []) if isinstance(value, str))
            if isinstance(node.get("const"), str):
                values.add(node["const"])
            for child in node.values():
                walk(child)
        elif isinstance(node, list):
            for child in node:
                walk(child)

    for shape, schema in schemas["$defs"].items():
        by_shape[shape] = set(schema.get("properties", {}))
    walk(schemas["$defs"])
    return by_shape, names, values


def read(wheel):
    methods, fields, values = {}, {}, set()
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if resource := re.fullmatch(r"retell/resources/(\w+)\.py", name):
                if resource[1] != "__init__":
                    methods.update(methods_of(resource[1], ast.parse(archive.read(name))))
            elif re.fullmatch(r"retell/types/.+\.py", name):
                more_fields, more_values = words_of(ast.parse(archive.read(name)))
                # Only the class a file is named after is a shape by that name; others are local to the file.
                own = "".join(word.title() for word in name.rpartition("/")[2].removesuffix(".py").split("_"))
                for shape, names in more_fields.items():
                    fields.setdefault((shape, shape == own), set()).update(names)
                values |= more_values
    return methods, fields, values


def main(wheel, endpoints, schemas):
    with open(endpoints, encoding="utf-8") as file:
        ours = {(row["resource"], row["method"]): (row["verb"], row["path"]) for row in json.load(file)}
    with open(schemas, encoding="utf-8") as file:
        by_shape, our_names, our_values = known(json.load(file))
    theirs, fields, values = read(wheel)

    drift = []
    for key in sorted(theirs.keys() - ours.keys()):
        drift.append(f"new method {'.'.join(key)}: {' '.join(theirs[key])}")
    for key in sorted(ours.keys() - theirs.keys()):
        drift.append(f"method gone {'.'.join(key)}: {' '.join(ours[key])}")
    for key in sorted(ours.keys() & theirs.keys()):
        if ours[key] != theirs[key]:
            drift.append(f"method changed {'.'.join(key)}: {' '.join(ours[key])} is now {' '.join(theirs[key])}")
    # A list's query parameters are a class of the SDK, and parameters of the endpoint here.
    with open(endpoints, encoding="utf-8") as file:
        parameters = {p["name"] for row in json.load(file) for p in row["path_params"] + row["query_params"]}
    for shape, is_own in sorted(fields):
        names = fields[shape, is_own] - parameters
        unknown = names - our_names
        if is_own and by_shape.get(shape):
            unknown |= names - by_shape[shape]
        for name in sorted(unknown):
            drift.append(f"new field {shape}.{name}")
    for value in sorted(values - our_values):
        drift.append(f"new value {value!r}")

    print(f"{len(theirs)} methods, {len(fields)} classes and {len(values)} values in the SDK")
    for line in drift:
        print(f"  {line}")
    print("no drift" if not drift else f"{len(drift)} differences")
    return 1 if drift else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
