"""The atlas: published facts are joined exactly, or refused with the codes that differ."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from footprint.facts.atlas import Atlas, JoinError, load_atlas, same_codes
from footprint.facts.manifest import ROOT, checksum
from geo.manifest import sealed


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    return tmp_path


def change(root: Path, name: str, old: str, new: str) -> None:
    """Change a file and describe it truly, so that only the join can notice."""
    path, manifest = root / "data" / name, root / "data" / "sources.toml"
    before = checksum(path)
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    described = manifest.read_text(encoding="utf-8").replace(before, checksum(path))
    manifest.write_text(sealed(described), encoding="utf-8")


def test_the_committed_tables_join(england: Atlas) -> None:
    assert len(england.blocks) == 327
    assert england.blocks.index.is_monotonic_increasing
    assert england.blocks.index.is_unique


def test_a_copy_of_the_tables_reads_the_same(copy: Path, england: Atlas) -> None:
    pd.testing.assert_frame_equal(load_atlas(copy).blocks, england.blocks)


def test_a_district_without_a_name_is_refused(copy: Path) -> None:
    change(copy, "authorities.csv", "E06000001,Hartlepool", "E06999999,Hartlepool")
    with pytest.raises(JoinError) as refused:
        load_atlas(copy)
    assert str(refused.value) == (
        "The districts do not match. Only in the first table: E06000001. "
        "Only in the second: E06999999."
    )


def test_an_icb_nobody_lists_is_refused(copy: Path) -> None:
    change(copy, "blocks.csv", ",QT6,", ",QT7,")
    with pytest.raises(JoinError, match="ICBs of 2023 do not match.*QT7.*QT6"):
        load_atlas(copy)


def test_an_icb_of_2026_nobody_lists_is_refused(copy: Path) -> None:
    change(copy, "blocks.csv", ",E54000050,", ",E54999999,")
    with pytest.raises(JoinError, match="ICBs of April 2026 do not match.*E54999999.*E54000050"):
        load_atlas(copy)


@pytest.mark.parametrize(
    ("table", "pair"),
    [
        ("borders", "E06000001-E38000247,E06000004-E38000247"),
        ("links", "E06000025-E38000222,E07000080-E38000062"),
    ],
)
@pytest.mark.parametrize("side", [0, 1])
def test_a_pair_with_an_unknown_block_on_either_side_is_refused(
    copy: Path, table: str, pair: str, side: int
) -> None:
    blocks = pair.split(",")
    blocks[side] = "E06000001-E38999999"
    change(copy, f"{table}.csv", pair, ",".join(blocks))
    wanted = f"^{table.title()} name blocks that are not in blocks.csv: E06000001-E38999999$"
    with pytest.raises(JoinError, match=wanted):
        load_atlas(copy)


def test_unknown_blocks_are_named_in_the_order_of_their_codes(copy: Path) -> None:
    strange = [f"E0600000{number}-E38999999" for number in (7, 2, 9, 4, 1, 8, 3, 6)]
    known = "E06000001-E38000247,E06000004-E38000247"
    pairs = zip(strange[::2], strange[1::2], strict=True)
    change(copy, "borders.csv", known, ",1.0\n".join(map(",".join, pairs)))
    with pytest.raises(JoinError) as refused:
        load_atlas(copy)
    assert str(refused.value).endswith(f"not in blocks.csv: {', '.join(sorted(strange))}")


def test_equal_lists_of_codes_pass_in_any_order() -> None:
    same_codes(pd.Series(["b", "a", "a"]), pd.Index(["a", "b"]), what="letters")


def test_a_code_missing_on_one_side_is_named() -> None:
    with pytest.raises(JoinError, match="first table: none. Only in the second: b, c.$"):
        same_codes(pd.Series(["a"]), pd.Series(["c", "a", "b"]), what="letters")


def test_an_icb_without_a_published_figure_has_none(toy: Atlas) -> None:
    assert toy.icb_figure("running_cost_allowance", "2025/26").to_dict() == {
        "W": 12_000,
        "M": 10_000,
        "E": 33_000,
    }
    assert toy.icb_figure("running_cost_allowance", "1999/00").isna().all()
    assert list(toy.icb_figure("no such measure", "2025/26").index) == ["W", "M", "E"]


def test_no_icb_has_two_figures_for_one_measure_and_year(england: Atlas) -> None:
    used = england.costs[
        england.costs["measure"].isin(["running_cost_allowance", "weighted_population"])
    ]
    assert not used.duplicated(["icb", "measure", "year"]).any()
