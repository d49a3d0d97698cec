import pickle
import subprocess

import jjak
import pytest


def test_rows_have_both_texts_and_how_sure_it_is(made):
    assert len(made) == 28
    first = made[0]
    assert first.en.startswith("Eunpo to dredge") and first.ko.startswith("은포항")
    assert first.confidence > 0.9 and first.shape == "1-1" and first.state == "unreviewed"
    assert made[-1].row == 27 and [bead.row for bead in made[2:6:2]] == [2, 4]
    assert [bead.row for bead in made] == list(range(28))
    with pytest.raises(IndexError, match="no row 28"):
        made[28]


def test_sentences_of_a_row_stand_where_it_says(made):
    for lang in ("en", "ko"):
        text = getattr(made, lang).text.encode()
        for bead in made:
            sentences = getattr(bead, f"{lang}_sentences")
            assert getattr(bead, lang) == " ".join(sentences)
            for sentence, offset in zip(sentences, getattr(bead, f"{lang}_offsets")):
                assert text[offset:].decode().startswith(sentence[:10])


def test_evidence_names_words_and_places(made):
    bead = made[3]
    found = {(match.kind, match.en, match.ko) for match in bead.evidence}
    assert ("date", "March", "3월") in found and ("number", "23", "23") in found
    for match in bead.evidence:
        sentence, start, end = match.ko_place
        assert bead.ko_sentences[sentence][start:end] == match.ko
    lone = jjak.align(jjak.read(text="Rents rose 12 percent."), jjak.read(text="월세가 15% 올랐다."))
    assert {(one.lang, one.text) for one in lone[0].unmatched} == {("en", "12"), ("ko", "15")}


def test_nothing_is_lost_and_the_proof_says_so(made):
    assert made.proof.startswith("EN 3,642 of 3,642 characters")
    assert 0.8 < made.share_paired <= 1
    assert sum(made.crossing) == 1
    assert made.warnings == []


def test_pages_and_files_pair_alike(harbor, made):
    pages = jjak.align(jjak.read(harbor[0]), jjak.read(harbor[1]))
    assert pages.columns() == made.columns()
    swapped = jjak.align(harbor[1], harbor[0])
    assert swapped.columns() == made.columns() and "other way round" in swapped.warnings[0]


def test_a_glossary_counts():
    texts = jjak.read(text="The zorbel hums.\nWe left."), jjak.read(text="쪼르벨이 윙윙댄다.\n우리는 떠났다.")
    for glossary in ({"zorbel": ["쪼르벨"]}, {"zorbel": "쪼르벨"}, [("zorbel", "쪼르벨")]):
        pair = jjak.align(*texts, glossary=glossary)
        assert ("zorbel", "쪼르벨이") in {(one.en, one.ko) for one in pair[0].evidence}
    with pytest.raises(jjak.Error, match="the glossary: line"):
        jjak.align(*texts, glossary={"": "쪼르벨"})


def test_pins_are_kept_and_those_that_do_not_fit_are_refused():
    texts = jjak.read(text="It rained.\nWe left."), jjak.read(text="비가 왔다.\n우리는 떠났다.")
    pair = jjak.align(*texts, pins=[([0], [1])])
    (kept,) = [bead for bead in pair if bead.origin == "person"]
    assert (kept.en, kept.ko) == ("It rained.", "우리는 떠났다.")
    for pins in ([([2], [0])], [([0], [0]), ([0], [1])]):
        with pytest.raises(ValueError, match="pins: "):
            jjak.align(*texts, pins=pins)


def test_errors_say_what_the_command_line_says(program, tmp_path, harbor):
    english = tmp_path / "a.txt"
    english.write_text("The port opens on Monday. It closes at nine.\n")
    for en, ko, kind in [
        (tmp_path / "nowhere.txt", harbor[1], jjak.ReadError),
        (harbor[0], english, jjak.PairError),
    ]:
        with pytest.raises(kind) as raised:
            jjak.align(en, ko)
        said = subprocess.run(
            [program, "align", en, ko, "-o", tmp_path / "o.tsv"], capture_output=True, text=True
        )
        assert said.returncode == 2 and str(raised.value) in said.stderr


@pytest.mark.parametrize(
    "name", ["a.tmx", "a.xlf", "a.tsv", "a.csv", "a.xlsx", "a.jsonl", "a.parquet", "a.md", "a.html", "a.tei"]
)
def test_every_format_is_written(made, tmp_path, name):
    assert made.write(tmp_path / name) == 25
    assert (tmp_path / name).stat().st_size > 1000


def test_options_say_what_is_written(made, tmp_path):
    assert made.write(tmp_path / "a.tsv", one_sided=True) == 28
    assert made.write(tmp_path / "a.tsv", min_confidence=0.99, one_to_one=True) < 25
    made.write(tmp_path / "a.moses")
    lines = [(tmp_path / f"a.{lang}").read_text().count("\n") for lang in ("en", "ko")]
    assert lines == [25, 25]
    made.write(tmp_path / "a.jsonl", plain=True)
    assert (tmp_path / "a.jsonl").read_text().startswith('{"translation":{"en":')
    for wrong in ({"order": "random"}, {"min_confidence": 2}, {"format": "doc"}):
        with pytest.raises(ValueError):
            made.write(tmp_path / "a.tsv", **wrong)
    with pytest.raises(TypeError, match="unexpected keyword"):
        made.write(tmp_path / "a.tsv", one_side=True)
    with pytest.raises(jjak.WriteError, match="which format"):
        made.write(tmp_path / "a.unknown")


def test_what_was_read_is_not_written_over(tmp_path, harbor):
    text = tmp_path / "a.html"
    text.write_bytes(harbor[0].read_bytes())
    pair = jjak.align(text, harbor[1])
    with pytest.raises(jjak.WriteError, match="one of the inputs"):
        pair.write(text)
    assert text.read_bytes() == harbor[0].read_bytes()


def test_other_tools_files_are_opened(made, tmp_path):
    made.write(tmp_path / "a.tmx")
    opened = jjak.Pair.open(tmp_path / "a.tmx")
    assert [bead.en for bead in opened] == [bead.en for bead in made if bead.en and bead.ko]
    with pytest.raises(jjak.ReadError, match="cannot be read"):
        jjak.Pair.open(tmp_path / "nowhere.tmx")
    (tmp_path / "a.docx").write_text("One.")
    with pytest.raises(jjak.ReadError, match="which format"):
        jjak.Pair.open(tmp_path / "a.docx")


def test_a_pair_is_pickled_with_all_of_it(pair):
    again = pickle.loads(pickle.dumps(pair.accept(2)))
    assert again.columns() == pair.columns() and again[2].state == "accepted"
    assert again.undo() and again[2].state == "unreviewed"


def test_rows_show_themselves_in_a_notebook(pair, harbor):
    page = pair._repr_html_()
    assert page.count("<tr>") == 29 and 'title="number"' in page
    escaped = jjak.align(jjak.read(text="It is 5 < 7."), jjak.read(text="5 < 7이다."))._repr_html_()
    assert "&lt;" in escaped and "5 < 7" not in escaped
    assert "outside-article" in jjak.read(harbor[0])._repr_html_()
