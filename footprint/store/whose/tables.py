"""The tables that say whose options are, and the one of who did what."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from footprint.store.tables import METADATA, UtcTime, options

access = Table(
    "icb_footprints_access",
    METADATA,
    Column("option", ForeignKey(options.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("owner", Text, nullable=False),
    Column("owner_name", Text, nullable=False),
    Column("audience", Text, nullable=False),
    Column("team", Text, nullable=False),
    Column("set_by", Text, nullable=False),
    Column("set_at", UtcTime, nullable=False),
    Column("follows", Text, nullable=False),
    Column("seal", Text, nullable=False),
)
# An option is named and not referred to, so that no row here holds anything else back.
audit = Table(
    "icb_footprints_audit",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("at", UtcTime, nullable=False),
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("option", Text, nullable=False),
    Column("revision", Integer),
    Column("detail", Text, nullable=False),
    Column("follows", Text, nullable=False),
    Column("seal", Text, nullable=False),
)
Index("icb_footprints_audit_person", audit.c.person, audit.c.number)
