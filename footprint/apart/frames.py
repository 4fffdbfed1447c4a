"""Frames: values between two processes, of which one may not be trusted."""

from __future__ import annotations

import copyreg
import io
import pickle
import sys
from dataclasses import fields, is_dataclass
from typing import BinaryIO

MOST = 32 * 2**20
_LENGTH = 8
# What values of ours are made of besides our own classes.
_BUILTINS = {"frozenset", "set", "bytearray", "complex"}


class FrameError(ValueError):
    """What came is no whole value, or one of a kind that is not expected."""


class _Values(pickle.Unpickler):
    """Reads values of our own classes, and nothing that could do anything."""

    def find_class(self, module: str, name: str) -> type:
        """A class of this package by its name."""
        if module == "builtins" and name in _BUILTINS:
            return super().find_class(module, name)
        ours = module.startswith("footprint.") and "." not in name and module in sys.modules
        found = getattr(sys.modules[module], name, None) if ours else None
        if not isinstance(found, type) or found.__module__ != module:
            raise FrameError(f"{module}.{name} is no value.")
        return found


class _Plainly(pickle.Pickler):
    """Writes values of our own without what they have worked out about themselves."""

    def reducer_override(self, value: object) -> object:
        """How a value is written."""
        if not is_dataclass(value) or isinstance(value, type):
            return NotImplemented
        own = {one.name: getattr(value, one.name) for one in fields(value)}
        return copyreg.__newobj__, (type(value),), own


def bytes_of(value: object) -> bytes:
    """A value as bytes that `value_of` reads."""
    written = io.BytesIO()
    _Plainly(written).dump(value)
    return written.getvalue()


def value_of(content: bytes) -> object:
    """The value that some bytes hold; raises FrameError."""
    try:
        return _Values(io.BytesIO(content)).load()
    # Bytes that are no pickle fail in as many ways as there are instructions in one.
    except Exception as problem:
        raise FrameError("What came back cannot be read.") from problem


def send(content: bytes, to: BinaryIO) -> None:
    """Write one frame."""
    to.write(len(content).to_bytes(_LENGTH, "big") + content)
    to.flush()


def receive(source: BinaryIO) -> bytes | None:
    """Read one frame; None where there are no more or it is cut short or too long."""
    length = int.from_bytes(source.read(_LENGTH), "big")
    content = source.read(length) if length <= MOST else b""
    return content if content and len(content) == length else None
