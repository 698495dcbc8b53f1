"""The JSON schema of a profile, for editors, as it stands in device_profiles/schema.json.

A key is described by what stands below it in `agent.profile`. It is read here, and not by pydantic whenever an agent
starts: that takes memory and a twentieth of the start.
"""

import ast
import inspect
import json
from itertools import pairwise

from agent import profile


def profile_schema() -> str:
    """The schema, as JSON."""
    schema = profile.DeviceProfile.model_json_schema()
    texts = _texts()
    for name, described in {**schema["$defs"], profile.DeviceProfile.__name__: schema}.items():
        for base in reversed(getattr(getattr(profile, name, None), "__mro__", ())):
            for key, text in texts.get(base.__name__, {}).items():
                known = described["properties"][key]
                described["properties"][key] = dict(sorted((known | {"description": text}).items()))
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _texts() -> dict[str, dict[str, str]]:
    """Class -> key -> what stands below it."""
    texts: dict[str, dict[str, str]] = {}
    for section in ast.parse(inspect.getsource(profile)).body:
        if isinstance(section, ast.ClassDef):
            for key, text in pairwise(section.body):
                match key, text:
                    case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(written))):
                        texts.setdefault(section.name, {})[name] = inspect.cleandoc(written)
    return texts
