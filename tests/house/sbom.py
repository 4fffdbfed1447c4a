"""The bill of materials: every package of the app as CycloneDX, from the lock.

Run it as `python -m tests.house.sbom`, or `make sbom`. It says the same each time.
"""

from __future__ import annotations

import json
import tomllib

from tests.house.code import ROOT
from tests.house.locked import Package, licence, locked

SPECIFICATION = "1.6"


def bill() -> dict[str, object]:
    """The app and everything it is installed with; what PostgreSQL needs is optional."""
    app = locked("requirements")
    more = locked("requirements-postgres") | locked("requirements-sign-in")
    optional = [one for name, one in more.items() if name not in app]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return {
        "$schema": f"http://cyclonedx.org/schema/bom-{SPECIFICATION}.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": SPECIFICATION,
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": project["name"],
                "name": project["name"],
                "version": project["version"],
            }
        },
        "components": [
            *(_component(one, "required") for one in app.values()),
            *(_component(one, "optional") for one in optional),
        ],
    }


def _component(one: Package, scope: str) -> dict[str, object]:
    address = f"pkg:pypi/{one.name}@{one.version}"
    files = {
        "type": "distribution",
        "url": f"https://pypi.org/project/{one.name}/{one.version}/",
        "hashes": [{"alg": "SHA-256", "content": content} for content in one.hashes],
    }
    said = licence(one.name)
    return {
        "type": "library",
        "bom-ref": address,
        "name": one.name,
        "version": one.version,
        "scope": scope,
        **({"licenses": [{"expression": said}]} if said else {}),
        "purl": address,
        "externalReferences": [files],
    }


if __name__ == "__main__":
    print(json.dumps(bill(), indent=2))
