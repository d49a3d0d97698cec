import json
import subprocess
import threading
import time

import jjak
import pytest

EN = "The port of Eunpo opened on Monday. The first ferry left at nine."
KO = "은포항이 월요일에 문을 열었다. 첫 여객선은 아홉 시에 떠났다."


def record(number):
    return {"id": f"r{number}", "en_text": EN, "ko_text": KO}


def test_reports_come_in_the_order_of_the_records():
    reports = list(jjak.align_many((record(at) for at in range(100)), jobs=3))
    assert [report.id for report in reports] == [f"r{at}" for at in range(100)]
    assert all(report.ok and len(report) == 2 for report in reports)
    assert reports[7][0].en == "The port of Eunpo opened on Monday."
    assert [bead.ko for bead in reports[7]][1].startswith("첫 여객선은")
    assert reports[7][0].evidence


def test_what_cannot_be_done_is_a_value(tmp_path):
    poisoned = [
        record(0),
        {"id": "missing", "en": tmp_path / "nowhere.html", "ko_text": KO},
        {"id": "alike", "en_text": EN, "ko_text": EN},
        {"id": "half", "en_text": EN},
        {"id": "bytes", "en_html": b"<p>x", "ko_text": KO},
        {"id": "surrogate", "en_text": "\udcff", "ko_text": KO},
        "no dictionary",
        {"id": "score", "en_text": EN, "ko_text": KO, "score": "high"},
        {"id": "unlike", "en_text": EN, "ko_text": KO, "score": 0.1},
        record(9),
    ]
    reports = list(jjak.align_many(poisoned, jobs=2))
    assert [report.status for report in reports] == ["ok", *["failed"] * 7, "skipped", "ok"]
    assert "nowhere.html" in reports[1].error
    assert "both English" in reports[2].error
    assert "decode it" in reports[4].error
    assert "not str" in reports[6].error and reports[6].id == "7"
    assert list(reports[1]) == [] and not reports[1].ok


def test_records_are_taken_as_they_are_needed():
    taken = []

    def records():
        for at in range(10_000):
            taken.append(at)
            yield record(at)

    reports = jjak.align_many(records(), jobs=2)
    assert next(reports).id == "r0"
    assert len(taken) < 100


def test_what_the_records_raise_comes_after_the_reports_before():
    def records():
        yield record(0)
        yield record(1)
        raise RuntimeError("the table broke off")

    reports = jjak.align_many(records())
    assert [next(reports).id, next(reports).id] == ["r0", "r1"]
    with pytest.raises(RuntimeError, match="broke off"):
        next(reports)
    assert list(reports) == []


def test_python_goes_on_beside():
    ticks, over = [], threading.Event()

    def tick():
        while not over.wait(0.001):
            ticks.append(time.monotonic())

    ticking = threading.Thread(target=tick)
    ticking.start()
    for _ in jjak.align_many((record(at) for at in range(300)), jobs=1):
        pass
    over.set()
    ticking.join()
    assert len(ticks) > 10


def test_a_table_is_a_source(tmp_path, samples):
    table = tmp_path / "pairs.tsv"
    table.write_text(f"id\ten\tko\nferry\t{samples}/ferry.en.txt\t{samples}/ferry.ko.txt\nno\tx.txt\ty.txt\n")
    reports = list(jjak.align_many(table))
    assert [(report.id, report.ok) for report in reports] == [("ferry", True), ("no", False)]
    with pytest.raises(jjak.ReadError):
        jjak.align_many(tmp_path / "nowhere.tsv")
    with pytest.raises(TypeError, match="iterable"):
        jjak.align_many(7)


def test_options_and_settings_count():
    lines = {"id": "l", "en_text": "It rained. We left.", "ko_text": "비가 왔다. 우리는 떠났다."}
    assert len(next(jjak.align_many([lines]))) == 2
    assert len(next(jjak.align_many([lines], settings={"segmented": True}))) == 1
    assert len(next(jjak.align_many([lines], paragraphs=True))) == 1
    with pytest.raises(ValueError, match="jobs"):
        jjak.align_many([lines], jobs=0)


def test_a_report_is_the_line_that_batch_writes(program, tmp_path, samples):
    records = [
        {"id": name, "en": f"{samples}/{name}.en.txt", "ko": f"{samples}/{name}.ko.txt"}
        for name in ("ferry", "library")
    ]
    records.append({"id": "none", "en_text": EN, "ko": "nowhere.txt"})
    done = subprocess.run(
        [program, "batch", "-", "-o", "-", "--format", "jsonl"],
        input="".join(json.dumps(record) + "\n" for record in records),
        capture_output=True,
        text=True,
        env={"HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
    )
    written = [json.loads(line) for line in done.stdout.splitlines()]
    reports = [report.to_dict() for report in jjak.align_many(records)]
    for report in written + reports:
        del report["seconds"]
    assert reports == written


def test_documents_that_are_nearly_the_same_share_a_band():
    more = " The city had waited for it for six years, and the line sold out in an hour."
    alike = jjak.align_many([record(1), {"en_text": EN.replace("nine", "ten") + "", "ko_text": KO}])
    one, other = alike
    third = next(jjak.align_many([{"en_text": more, "ko_text": "시는 여섯 해를 기다렸고 표는 한 시간 만에 다 팔렸다."}]))
    assert len(one.bands) == 16 and set(one.bands) & set(other.bands)
    assert jjak.likeness(one.signature, other.signature) > 0.6
    assert jjak.likeness(one.signature, one.signature) == 1
    assert jjak.likeness(one.signature, third.signature) < 0.2
    with pytest.raises(ValueError, match="no signatures"):
        jjak.likeness(one.signature, b"x")


def test_a_report_has_columns():
    columns = next(jjak.align_many([record(1)])).columns()
    assert columns["id"] == ["r1", "r1"] and columns["shape"] == ["1-1", "1-1"]
