"""Hostile files, made anew each time from a seed: small, and each meant to do large harm."""

from __future__ import annotations

import io
import json
import math
import random
import sqlite3
import struct
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import openpyxl

SEED = 20261128
File = tuple[str, bytes]
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'
)
_MANY = 4_000_000


def book(rows: list[list[object]]) -> bytes:
    """A workbook as Excel would write it."""
    made, written = openpyxl.Workbook(), io.BytesIO()
    for row in rows:
        made.active.append(row)
    made.save(written)
    return written.getvalue()


GOOD_ROWS: list[list[object]] = [["lad", "footprint"], ["Hart", "A"], ["Crawley", "B"]]
GOOD_BOOK = book(GOOD_ROWS)
GOOD_CSV = b"lad,footprint\nHart,A\nCrawley,B\n"
GOOD_COSTS = b"icb,name,baseline_gbp\nQF7,South Yorkshire,61000000\nQKS,Kent,73000000\n"
GOOD_SCENARIO = b"cap = 19\ncut_percent = 50\nsaving_gbp = 0\n\n[baseline_gbp]\nQF7 = 61000000\n"


def square(west: float, south: float, side: float = 1.0) -> list[list[float]]:
    """The corners of a square in degrees."""
    steps = ((0, 0), (1, 0), (1, 1), (0, 1), (0, 0))
    return [[west + x * side, south + y * side] for x, y in steps]


def features(*rings: list[list[float]], **more: object) -> bytes:
    """GeoJSON of one area for each ring."""
    areas = [
        {
            "type": "Feature",
            "properties": {"name": f"Area {place}"},
            "geometry": {"type": "Polygon", "coordinates": [ring]},
        }
        for place, ring in enumerate(rings)
    ]
    return json.dumps({"type": "FeatureCollection", "features": areas, **more}).encode()


GOOD_AREAS = features(square(-2, 51), square(-1, 51), square(-2, 52))


def repacked(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """An archive with some of its parts replaced or added, packed as small as may be."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as new,
    ):
        for name in old.namelist():
            new.writestr(name, parts.get(name, old.read(name)))
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return written.getvalue()


def mutants(name: str, good: bytes, count: int) -> Iterator[File]:
    """A good file with bytes changed, cut out, or repeated."""
    luck = random.Random(f"{SEED} {name}")
    for number in range(count):
        content = bytearray(good)
        for _ in range(luck.randint(1, 12)):
            at = luck.randrange(len(content))
            match luck.randrange(4):
                case 0:
                    content[at] = luck.randrange(256)
                case 1:
                    del content[at : at + luck.randint(1, 60)]
                case 2:
                    content[at:at] = content[at : at + 40] * luck.randint(1, 20)
                case _:
                    content[at : at + 4] = luck.choice(
                        (b"\xff" * 4, b"\0" * 4, b"\x7f\xff\xff\xff")
                    )
            content = content or bytearray(b"x")
        yield f"{name} with bytes changed, {number}", bytes(content)


def books() -> Iterator[File]:
    """Workbooks."""
    sheet = "xl/worksheets/sheet1.xml"
    laughs = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "ha ha ha ha ha">'
        + "".join(
            f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "]><worksheet><sheetData><row><c><v>&i;</v></c></row></sheetData></worksheet>"
    ).encode()
    yield "four million styles", repacked(GOOD_BOOK, {"xl/styles.xml": b"<xf/>" * _MANY})
    yield (
        "styles packed less than 100 to 1",
        repacked(GOOD_BOOK, {"xl/styles.xml": _styles(60_000)}),
    )
    for deep in (1_000, 30_000, 400_000):
        nested = b"<a>" * deep + b"</a>" * deep
        yield f"tags nested {deep:,} deep", repacked(GOOD_BOOK, {sheet: nested})
        yield f"styles nested {deep:,} deep", repacked(GOOD_BOOK, {"xl/styles.xml": nested})
    for part in (sheet, "xl/sharedStrings.xml", "xl/workbook.xml", "xl/styles.xml"):
        yield f"entities in {part}", repacked(GOOD_BOOK, {part: laughs})
        yield f"{part} is a million spaces", repacked(GOOD_BOOK, {part: b" " * 1_000_000})
        yield f"{part} is empty", repacked(GOOD_BOOK, {part: b""})
    outside = b'<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet>&a;</worksheet>'
    yield "an entity of a file of the server", repacked(GOOD_BOOK, {sheet: outside})
    yield "a sheet a million columns wide", repacked(GOOD_BOOK, {sheet: _cells("A", 50_000)})
    yield "a cell in the last row there is", repacked(GOOD_BOOK, {sheet: _cells("XFD1048576", 2)})
    yield "an archive of 20,000 parts", repacked(GOOD_BOOK, {f"{n}": b"" for n in range(20_000)})
    yield "parts outside the archive", repacked(GOOD_BOOK, {"../../etc/cron.d/x": b"x" * 50})
    yield "two thousand rows of names", book([["lad", "footprint"], *_names(2_000)])
    yield "no workbook", repacked(GOOD_BOOK, {"[Content_Types].xml": _TYPES.encode()})
    yield from mutants("a workbook", GOOD_BOOK, 25)
    for cut in range(6):
        yield f"a workbook cut short, {cut}", GOOD_BOOK[: len(GOOD_BOOK) * cut // 6]


def documents() -> Iterator[File]:
    """OpenDocument spreadsheets."""
    full, empty = _named("Hart"), "<t:table-cell/>"
    one = f"<t:table-row>{full}</t:table-row>"
    for times in ("1000000000", "-1", "1e9", "9" * 5_000):
        wide = _named("Hart", f't:number-columns-repeated="{times}"')
        yield f"a cell in {times[:12]} columns", document(f"<t:table-row>{wide}</t:table-row>")
        for kind, cell in (("full", full), ("empty", empty)):
            row = f'<t:table-row t:number-rows-repeated="{times}">{cell}</t:table-row>'
            yield (
                f"{kind} rows {times[:12]} times",
                document(row + one),
            )
    # Letters by chance, for what is packed more than 100 to 1 is not opened.
    luck = random.Random(SEED)
    long = "".join(luck.choices("abcdefghijklmnop ", k=500_000))
    many = _named(long, 't:number-columns-repeated="50"')
    yield (
        "half a million letters in 100,000 cells",
        document(f'<t:table-row t:number-rows-repeated="2000">{many}</t:table-row>'),
    )
    deep, numbers = 20_000, luck.sample(range(10**9), 20_000)
    inside = "".join(f'<t:table t:name="{n}"><t:table-row><t:table-cell>' for n in numbers)
    outside = "</t:table-cell></t:table-row></t:table>" * deep
    yield "tables in tables", document(one + inside + outside)
    spans = "".join(f'<x:span x:name="{n}">' for n in numbers) + "Hart" + "</x:span>" * deep
    cell = f"<t:table-cell><x:p>{spans}</x:p></t:table-cell>"
    yield "words in words", document(f"<t:table-row>{cell}</t:table-row>")
    sheets = "".join(f'<t:table t:name="{n}"/>' for n in numbers)
    yield "20,000 sheets", document("", sheets)
    yield "a row of 100,000 cells", document(f"<t:table-row>{full * 100_000}</t:table-row>")
    laughs = '<!DOCTYPE a [<!ENTITY a "ha ha">' + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
    )
    row = "<t:table-row><t:table-cell><x:p>&i;</x:p></t:table-cell></t:table-row>"
    yield "entities in entities", document(row, before=laughs + "]>")
    for what in ("file:///etc/passwd", "http://else.test/x.dtd"):
        yield (
            f"an entity at {what}",
            document(row, before=f'<!DOCTYPE a [<!ENTITY i SYSTEM "{what}">]>'),
        )
        yield f"a definition at {what}", document(row, before=f'<!DOCTYPE a SYSTEM "{what}">')
    linked = '<t:table-source x:href="http://else.test/x.ods"/><t:table-row>{}</t:table-row>'
    formula = '<t:table-cell t:formula="of:=WEBSERVICE(&quot;http://else.test/&quot;)"/>'
    yield "a sheet from elsewhere", document(linked.format(formula + full))
    good = document(f"<t:table-row>{full}{full}</t:table-row>")
    yield from mutants("a document", good, 10)


def document(rows: str, sheets: str = "", *, before: str = "") -> bytes:
    """An OpenDocument spreadsheet with these rows in its first sheet."""
    said = " ".join(f'xmlns:{mark}="urn:{mark}"' for mark in "otx")
    head = "<t:table-row>" + _named("lad") + _named("footprint") + "</t:table-row>"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        kind = zipfile.ZipInfo("mimetype")
        packed.writestr(kind, "application/vnd.oasis.opendocument.spreadsheet")
        content = (
            f'<o:document {said}><t:table t:name="a">{head}{rows}</t:table>{sheets}</o:document>'
        )
        packed.writestr("content.xml", f'<?xml version="1.0"?>{before}{content}')
    return written.getvalue()


def _named(words: str, more: str = "") -> str:
    return f"<t:table-cell {more}><x:p>{words}</x:p></t:table-cell>"


def _styles(count: int) -> bytes:
    luck = random.Random(SEED)
    rows = (f'<xf numFmtId="{luck.randrange(10**9)}"/>' for _ in range(count))
    return f"<styleSheet><cellXfs>{''.join(rows)}</cellXfs></styleSheet>".encode()


def _cells(at: str, count: int) -> bytes:
    cells = f'<c r="{at}"><v>1</v></c>' * count
    return f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>".encode()


def _names(count: int) -> list[list[object]]:
    luck = random.Random(SEED)
    letters = "abcdefghijklmnopqrstuvwxyz "
    return [["".join(luck.choices(letters, k=30)), f"F{number}"] for number in range(count)]


def texts() -> Iterator[File]:
    """Tables as text."""
    rows = [f"{name},{footprint}" for name, footprint in _names(9_000)]
    yield "names nobody knows", "\n".join(["lad,footprint", *rows]).encode()
    yield "names nobody knows, by the list", f'lad,footprint\n"{"; ".join(rows)}",A'.encode()
    yield "a row of one cell", b"x" * 999_000
    for mark in (b",", b"\n", b";", b'"', b"\0", b"\t", b"\r", b",\n", b'",', b"'=", b"\xff"):
        yield f"nothing but {mark!r}", mark * (900_000 // len(mark))
        yield f"a table with much {mark!r} below", GOOD_CSV + mark * (400_000 // len(mark))
    yield "one district 60,000 times", b"lad,footprint\n" + b"Hart,A\n" * 60_000
    yield (
        "a footprint to a row",
        b"lad,footprint\n" + b"".join(b"Hart,%d\n" % n for n in range(9_000)),
    )
    yield "a name of 900,000 letters", b"lad,footprint\nHart," + b"x" * 900_000
    yield "a table in UTF-16", ("lad,footprint\n" + "Hart,\u202eA\n" * 30_000).encode("utf-16")
    yield from mutants("a table", GOOD_CSV, 30)


def scenarios() -> Iterator[File]:
    """Saved scenarios."""
    for parts in (1_000, 20_000, 300_000):
        yield f"a key of {parts:,} parts", b"a" + b".a" * parts + b"=1"
        yield f"a table of {parts:,} parts", b"[a" + b".a" * parts + b"]"
        yield f"brackets {parts:,} deep", b"a=" + b"[" * parts
        yield f"tables {parts:,} deep", b"a=" + b"{a=" * parts
    for size in (40_000, 990_000):
        junk = b"".join(b"junk%d=%d\n" % (n, n) for n in range(size // 16))
        yield f"junk of {size:,} bytes", b"[baseline_gbp]\n" + junk[:size].rsplit(b"\n", 1)[0]
        yield f"a number of {size:,} digits", b"cap = " + b"9" * size
    yield "a million short lines", b"[baseline_gbp]\n" + b"\n" * 900_000
    yield "costs with many dots", b"[baseline_gbp]\n" + b"a.b.c.d.e.f.g.h=1\n" * 2_000
    yield from mutants("a scenario", GOOD_SCENARIO, 30)


def costs() -> Iterator[File]:
    """Tables of costs."""
    rows = [f"{name},x,{number}" for number, (name, _) in enumerate(_names(9_000))]
    yield "costs of nobody", "\n".join(["icb,name,baseline_gbp", *rows]).encode()
    yield "one cost 40,000 times", b"icb,baseline_gbp\n" + b"QF7,61000000\n" * 40_000
    yield "a cost of 900,000 digits", b"icb,baseline_gbp\nQF7," + b"9" * 900_000
    yield from mutants("a table of costs", GOOD_COSTS, 20)


def areas() -> Iterator[File]:
    """GeoJSON."""
    for deep in (900, 90_000, 1_000_000):
        yield f"brackets {deep:,} deep", b'{"a":' + b"[" * deep + b"]" * deep + b"}"
        inside = b'{"type":"Feature","geometry":{"type":"Polygon","coordinates":'
        yield f"coordinates {deep:,} deep", inside + b"[" * deep + b"]" * deep + b"}}"
    yield "a number of four million digits", b'{"type":' + b"9" * 4_000_000 + b"}"
    yield "a text of four million letters", b'{"type":"' + b"x" * 4_000_000 + b'"}'
    yield "two hundred thousand properties", _properties(200_000)
    yield "three hundred thousand corners", features(_circle(60_000), _circle(60_000, 0.4))
    for corners in (150, 300, 5_000):
        line = _scribble(corners)
        yield f"a line of {corners} corners that crosses itself everywhere", features(line)
    yield "two thousand areas over each other", features(*[square(-3, 50, 5)] * 2_000)
    yield "three thousand areas", features(*[square(-3, 50, 5)] * 3_000)
    for number in ("1e308", "-1e308", "1e400", "NaN", "Infinity", "null", '"x"', "[]", "true"):
        written = GOOD_AREAS.replace(b"51", number.encode(), 2)
        yield f"a coordinate of {number}", written
    for crs in (
        "EPSG:0",
        "EPSG:4978",
        "EPSG:99999999",
        "+proj=pipeline",
        "urn:x",
        "http://h/x",
        "",
    ):
        said = {"type": "name", "properties": {"name": crs}}
        yield f"coordinates in {crs!r}", features(square(-2, 51), crs=said)
    for kind in ("Point", "LineString", "MultiPolygon", "GeometryCollection", "Nothing", "Feature"):
        yield f"coordinates of a {kind}", GOOD_AREAS.replace(b"Polygon", kind.encode())
    for part in ('"features": null', '"features": 1', '"features": [1]', '"features": [{}]'):
        yield f"a file of {part}", f'{{"type": "FeatureCollection", {part}}}'.encode()
    yield from mutants("areas", GOOD_AREAS, 40)


def _properties(count: int) -> bytes:
    said = ",".join(f'"p{n}":"{n}"' for n in range(count))
    ring = json.dumps([square(-2, 51)])
    return (
        f'{{"type":"Feature","properties":{{{said}}},'
        f'"geometry":{{"type":"Polygon","coordinates":{ring}}}}}'
    ).encode()


def _circle(corners: int, radius: float = 0.5) -> list[list[float]]:
    turns = [2 * math.pi * n / corners for n in range(corners)]
    ring = [[-2 + radius * math.cos(t), 52 + radius * math.sin(t)] for t in turns]
    return [*ring, ring[0]]


def _scribble(corners: int) -> list[list[float]]:
    luck = random.Random(SEED)
    ring = [[luck.uniform(-3, 1), luck.uniform(51, 54)] for _ in range(corners)]
    return [*ring, ring[0]]


def packages(folder: Path) -> Iterator[File]:
    """GeoPackages and zipped shapefiles."""
    import geopandas as gpd
    import shapely

    shapes = [shapely.Polygon(square(west, 51)) for west in (-2, -1)]
    frame = gpd.GeoDataFrame({"name": ["A", "B"]}, geometry=shapes, crs="EPSG:4326")
    frame.to_file(folder / "a.gpkg", layer="areas")
    frame.to_file(folder / "a.shp")
    package = (folder / "a.gpkg").read_bytes()
    parts = {path.name: path.read_bytes() for path in folder.glob("a.*") if path.suffix != ".gpkg"}
    shapefile = repacked(_empty(), parts)
    yield "a view that never ends", _endless(folder, package)
    yield "a shape of four thousand million corners", _claiming(folder, package)
    yield "a table of a billion rows", repacked(shapefile, {"a.dbf": _with_rows(parts["a.dbf"])})
    yield "a .prj of 9,000 brackets", repacked(shapefile, {"a.prj": b"PROJCS[" * 1_200})
    yield "a .prj that is a path", repacked(shapefile, {"a.prj": b"/etc/passwd"})
    yield "a shapefile of nothing", repacked(shapefile, {"a.shp": parts["a.shp"][:100]})
    yield from mutants("a package", package, 30)
    yield from mutants("a zipped shapefile", shapefile, 20)
    luck = random.Random(SEED)
    for number in range(20):
        name = luck.choice(["a.shp", "a.dbf"])
        ((_, inside),) = mutants(f"a shapefile {number}", parts[name], 1)
        yield (
            f"a shapefile with bytes of {name} changed, {number}",
            repacked(shapefile, {name: inside}),
        )


def _empty() -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w"):
        pass
    return written.getvalue()


def _changed(folder: Path, package: bytes, *lines: str) -> bytes:
    file = folder / "changed.gpkg"
    file.write_bytes(package)
    database = sqlite3.connect(file)
    watched = database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
    # They call functions that only a map program has.
    for line in (*(f'DROP TRIGGER "{name}"' for (name,) in watched), *lines):
        database.execute(line)
    database.commit()
    database.close()
    return file.read_bytes()


def _endless(folder: Path, package: bytes) -> bytes:
    return _changed(
        folder,
        package,
        "ALTER TABLE areas RENAME TO kept",
        "CREATE VIEW areas AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x AS fid, geom, name FROM n, kept WHERE x < 0",
    )


def _claiming(folder: Path, package: bytes) -> bytes:
    shape = b"GP\0\1" + struct.pack("<i", 4326) + struct.pack("<BIII", 1, 3, 1, 0xFFFFFFF0)
    return _changed(folder, package, f"UPDATE areas SET geom = X'{shape.hex()}'")


def _with_rows(table: bytes) -> bytes:
    return table[:4] + struct.pack("<I", 10**9) + table[8:]


def packs() -> Iterator[tuple[str, bytes]]:
    """Packs of papers that would cost too much to read, or to say what is wrong with them."""
    yield "nested", b"[" * 4_000_000
    yield "nested in names", b'{"a":' * 800_000
    yield "one long number", b'{"format": ' + b"9" * 4_000_000 + b"}"
    yield "many lists", b"[" + b"[],".join([b""] * 1_600_000) + b"[]]"
    junk = {f"junk {number}": number for number in range(200_000)}
    ours = {"format": "ICB Footprints pack", "version": 2}
    yield "many names", json.dumps({**ours, **junk}).encode()
    yield "many views", json.dumps({**ours, "items": [{}] * 900_000, "figures": []}).encode()
    yield "half a pair", json.dumps({**ours, "title": "\ud800" * 100_000}).encode()
    yield "no text", bytes(range(256)) * 15_000
