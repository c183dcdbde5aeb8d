"""Who asks for what is made up by chance: each request has what its operation asks for (an access token or a pass) and comes from a network address of its own, so that limits of how often hide nothing. Half of the rooms are there."""

import itertools
import json
import os
import random
import urllib.request

import schemathesis

URL = os.environ["MATINEE_URL"]

# What ends sessions or changes passwords is done with accounts of its own.
ENDING = {"endAllDevices", "endDevice", "deleteMe", "changePassword"}
PASSWORD = "correct horse"

addresses = itertools.count(1)
accounts: dict[str, str] = {}


def address() -> str:
    """One of 198.18.0.0/15, which is for such things (RFC 2544)."""
    number = next(addresses)
    return f"198.{18 + (number >> 16) % 2}.{(number >> 8) % 256}.{number % 256}"


def post(path: str, body: dict) -> dict:
    request = urllib.request.Request(
        URL + path,
        data=json.dumps(body).encode(),
        headers={"Content-Type": "application/json", "X-Forwarded-For": address()},
    )
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def access(operation: str) -> str:
    whose = operation if operation in ENDING else "everything"
    if whose not in accounts:
        email = f"{whose}@example.org".lower()
        post("/api/accounts", {"email": email, "password": PASSWORD, "name": whose})
        session = {"email": email, "password": PASSWORD, "device": "fuzz"}
        accounts[whose] = post("/api/sessions", session)["access"]
    return accounts[whose]


ROOM = post("/api/rooms", {})["room"]
PASS = post(f"/api/rooms/{ROOM}/tickets", {"name": "Fuzz"})["pass"]


@schemathesis.serializer("application/offset+octet-stream")
def as_bytes(context, value):
    """The media type of tus for bytes as they are, which Schemathesis does not know."""
    return {"data": value if isinstance(value, bytes) else str(value).encode()}


@schemathesis.hook
def map_path_parameters(context, path_parameters):
    if path_parameters and "room" in path_parameters and random.random() < 0.5:
        path_parameters["room"] = ROOM
    return path_parameters


@schemathesis.hook
def before_call(context, case, kwargs):
    raw = case.operation.definition.raw
    schemes = {name for choice in raw.get("security", []) for name in choice}
    case.headers["X-Forwarded-For"] = address()
    if "access" in schemes:
        case.headers["Authorization"] = "Bearer " + access(raw["operationId"])
    elif "pass" in schemes:
        case.headers["Authorization"] = "Bearer " + PASS
