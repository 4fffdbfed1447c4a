"""The tables that hold options and packs, their revisions, and what is remarked on options."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import (
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
)


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC; SQLite forgets the time zone and PostgreSQL changes it to its own."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime, _dialect: Dialect) -> datetime:
        """The moment as it is kept."""
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime, _dialect: Dialect) -> datetime:
        """The moment as it was."""
        return value.astimezone(UTC) if value.tzinfo else value.replace(tzinfo=UTC)


def _of_revision(number: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["option", number],
        ["icb_footprints_revision.option", "icb_footprints_revision.number"],
    )


# A team's database may hold other tables too, so ours carry a name nobody else would choose.
METADATA = MetaData()
versions = Table("icb_footprints_schema", METADATA, Column("version", Integer, primary_key=True))
options = Table(
    "icb_footprints_option",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("created_at", UtcTime, nullable=False),
)
revisions = Table(
    "icb_footprints_revision",
    METADATA,
    Column("option", ForeignKey(options.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("base", Text, nullable=False),
    Column("data_version", Text, nullable=False),
    Column("parent", Integer),
    Column("content", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("drawn_by", Text, nullable=False),
    Column("noted_by", Text, nullable=False),
    Column("copied_from", Text, nullable=False),
    Column("copied_name", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("content_seal", Text, nullable=False),
    Column("follows", Text, nullable=False),
    Column("seal", Text, nullable=False),
    _of_revision("parent"),
)
# In these a page of the list is found without reading the rest of it.
REVISION_INDEXES = (
    Index("icb_footprints_revision_saved", revisions.c.saved_at, revisions.c.option),
    Index("icb_footprints_revision_act", revisions.c.act, revisions.c.saved_at, revisions.c.option),
    Index("icb_footprints_revision_name", revisions.c.name_key),
)
remarks = Table(
    "icb_footprints_remark",
    METADATA,
    Column("option", ForeignKey(options.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("about", Text, nullable=False),
    Column("tag", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("words", Text, nullable=False),
    Column("follows", Text, nullable=False),
    Column("seal", Text, nullable=False),
    _of_revision("revision"),
)
Index("icb_footprints_remark_tag", remarks.c.tag, remarks.c.option)
# Packs of board papers, which `footprint.shelf` writes and reads; where nobody signs in, `owner`
# is null.
packs = Table(
    "icb_footprints_pack",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("created_at", UtcTime, nullable=False),
    Column("owner", Text),
)
pack_revisions = Table(
    "icb_footprints_pack_revision",
    METADATA,
    Column("pack", ForeignKey(packs.c.id), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("act", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("saved_at", UtcTime, nullable=False),
    Column("data_version", Text, nullable=False),
    Column("parent", Integer),
    Column("views", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Column("attached", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("name_key", Text, nullable=False),
    Column("content_seal", Text, nullable=False),
    Column("follows", Text, nullable=False),
    Column("seal", Text, nullable=False),
)
Index("icb_footprints_pack_saved", pack_revisions.c.saved_at, pack_revisions.c.pack)
Index("icb_footprints_pack_name", pack_revisions.c.name_key)
# A board's templates and logo, kept once by their digest however many revisions have them.
attachments = Table(
    "icb_footprints_pack_attachment",
    METADATA,
    Column("digest", Text, primary_key=True),
    Column("content", Text, nullable=False),
)
