import subprocess
import sys

import pytest


def test_a_pandas_frame_has_the_rows(made):
    pandas = pytest.importorskip("pandas")
    frame = made.to_pandas()
    assert isinstance(frame, pandas.DataFrame) and len(frame) == len(made)
    assert frame.confidence.dtype == "float32" and frame.row.dtype == "int64"
    assert frame.en[0] == made[0].en
    assert len(made.to_pandas(one_sided=False)) == 25


def test_an_arrow_table_has_types(made):
    arrow = pytest.importorskip("pyarrow")
    table = made.to_arrow()
    assert table.schema.field("confidence").type == arrow.float32()
    assert table.schema.field("verdict").type == arrow.string()
    assert table.schema.field("en_offsets").type == arrow.list_(arrow.int64())
    assert table.num_rows == len(made)
    assert table.column("ko").to_pylist() == [bead.ko for bead in made]


def test_measures_are_columns_too(made, tmp_path):
    measures = ["length_ratio", "en_script", "ko_script", "numbers_agree", "overlap"]
    columns = made.columns(quality=True)
    assert [columns[name][3] for name in measures] == list(made[3].quality.values())
    # The dollars are in the English alone.
    assert made[3].quality["numbers_agree"] is False and made[3].quality["overlap"] > 0.4
    made.write(tmp_path / "a.tsv", quality=True)
    assert (tmp_path / "a.tsv").read_text().splitlines()[0].split("\t")[-5:] == measures
    arrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    made.write(tmp_path / "a.parquet", quality=True)
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.schema.field("overlap").type == arrow.float32()
    given = made.to_arrow(one_sided=False, quality=True)
    assert given.schema.field("numbers_agree").type == arrow.bool_()
    assert table.column("overlap").to_pylist() == given.column("overlap").to_pylist()


def test_neither_is_needed_to_import():
    done = subprocess.run(
        [sys.executable, "-c", "import sys, jjak; print('pandas' in sys.modules or 'pyarrow' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"


def test_what_is_not_installed_is_told(made, monkeypatch):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(ImportError, match=r"pip install jjak\[pandas\]"):
        made.to_pandas()
