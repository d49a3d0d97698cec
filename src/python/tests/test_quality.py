import subprocess

import jjak
import pytest


def test_findings_say_what_looks_wrong():
    pair = jjak.align(jjak.read(text="Exports rose 8.4 percent."), jjak.read(text="수출은 8.5% 늘었다."))
    (found,) = jjak.check(pair)
    assert (found.row, found.check, found.level) == (0, "numbers", "error")
    assert (found.en_words, found.ko_words) == (["8.4"], ["8.5"])
    assert str(found) == found.message == "the English has 8.4, the Korean 8.5"
    assert pair.check(only=["names"]) == []
    with pytest.raises(ValueError, match="only knows numbers"):
        pair.check(only=["figures"])


def test_files_are_checked_as_pairs_are(tmp_path):
    pair = jjak.align(jjak.read(text="It cost 5 dollars.\nWe left."), jjak.read(text="6달러였다.\n우리는 떠났다."))
    pair.write(tmp_path / "a.tmx")
    pair.save(tmp_path / "a.jjak")
    said = [[str(one) for one in jjak.check(what)] for what in (pair, tmp_path / "a.tmx", tmp_path / "a.jjak")]
    assert said[0] and said[0] == said[1] == said[2]
    with pytest.raises(jjak.ReadError):
        jjak.check(tmp_path / "nowhere.tmx")


def test_terms_of_a_glossary_are_checked():
    pair = jjak.align(jjak.read(text="The gauge stands at the pier."), jjak.read(text="측정기는 부두에 있다."))
    (found,) = pair.check(only=["terms"], glossary={"gauge": "검조기"})
    assert "검조기" in found.message


def test_an_alignment_is_scored(made, tmp_path):
    gold = [([0], [0]), ([1], [1, 2]), ([2], []), ([3], [3])]
    score = jjak.score(gold, [([0], [0]), ([1], [1]), ([2], [2]), ([3], [])])
    assert score.strict.f1 == pytest.approx(1 / 3) and score.lax.recall == pytest.approx(2 / 3)
    assert (score.strict.right, score.strict.gold, score.documents) == (1, 3, 1)
    assert sum([score, score]).documents == 2
    assert jjak.score(made, made).strict.f1 == 1


def test_a_score_is_printed_as_by_the_command_line(program, tmp_path, made):
    gold, predicted = tmp_path / "gold.tsv", tmp_path / "predicted.tsv"
    gold.write_text("0\t0\n1\t1,2\n2\t\n")
    predicted.write_text("0\t0\n1\t1\n2\t2\n")
    said = subprocess.run([program, "score", gold, predicted], capture_output=True, text=True, check=True)
    assert f"{jjak.score(gold, predicted)}\n" == said.stdout
    gold.write_text("0\tx\n")
    with pytest.raises(jjak.ReadError, match="line 1"):
        jjak.score(gold, made)


def test_texts_that_belong_together_are_found(samples):
    names = ["ferry", "library"]
    texts = [{name: (samples / f"{name}.{lang}.txt").read_text() for name in names} for lang in ("en", "ko")]
    found = jjak.match(*texts, names=False)
    assert {(one.en, one.ko) for one in found if one.state == "sure"} == {(name, name) for name in names}
    files = [[samples / f"{name}.{lang}.txt" for name in names] for lang in ("en", "ko")]
    assert [one.state for one in jjak.match(*files)] == ["sure", "sure"]
    whole = jjak.match(samples)
    assert sum(one.state in ("sure", "look") for one in whole) == 3
    alone = jjak.match({"a": texts[0]["ferry"]}, {"b": jjak.read(text=texts[1]["library"])})
    assert all(one.state != "sure" for one in alone)
    with pytest.raises(jjak.ReadError):
        jjak.match(samples / "nowhere")
