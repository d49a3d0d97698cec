import pickle

import jjak
import pytest

PAGE = """<html><head><title>Ferry returns</title></head><body><nav><a href=/>Home</a> <a href=/n>News</a></nav>
<article><h1>Ferry returns</h1><p>The ferry came back on Monday. It carries 120 cars.</p>
<p>By Kim Jin-a</p><p>Fares stay as they were, the line said.</p></article></body></html>"""


def test_a_page_says_what_of_it_is_the_article(harbor):
    page = jjak.read(harbor[0])
    assert page.title.startswith("Eunpo to dredge")
    assert (page.lang, page.encoding, page.file) == ("en", "UTF-8", str(harbor[0]))
    left_out = [block for block in page.blocks if not block.kept]
    assert left_out and all(block.reason and block.rule for block in left_out)
    assert {block.reason for block in page.blocks if block.kept} == {None}


def test_blocks_and_sentences_are_places_in_the_text(harbor):
    for path in harbor:
        page = jjak.read(path)
        for block in page.blocks:
            assert page.text[block.start : block.end] == block.text
        for sentence in page.sentences:
            assert " ".join(page.text[sentence.start : sentence.end].split()) == sentence
            before = page.text[: sentence.start].encode()
            assert len(before) == sentence.offset
        assert len(page.sentences) == 30


def test_text_source_and_bytes_are_read_as_files_are():
    of_html = jjak.read(html=PAGE)
    assert of_html.title == "Ferry returns" and of_html.file is None
    of_bytes = jjak.read(bytes=PAGE.encode("utf-16"), name="ferry.html")
    assert list(of_bytes.sentences) == list(of_html.sentences)
    korean = "은포항이 문을 열었다. 배가 떠났다."
    assert jjak.read(bytes=korean.encode("cp949"), encoding="EUC-KR").text == korean
    assert jjak.read(text=korean).lang == "ko"


@pytest.mark.parametrize("given", [{}, {"text": "One.", "html": "<p>One.</p>"}])
def test_one_text_is_read(given):
    with pytest.raises(TypeError, match="one of"):
        jjak.read(**given)


def test_what_cannot_be_read_is_told(tmp_path):
    with pytest.raises(jjak.ReadError, match="nowhere.html: "):
        jjak.read(tmp_path / "nowhere.html")
    with pytest.raises(ValueError, match="no encoding"):
        jjak.read(text="One.", encoding="latin-99")
    with pytest.raises(ValueError, match="lang is"):
        jjak.segment("One.", lang="fr")


def test_sentences_are_strings_that_know_their_place():
    text = "비가 왔다. 우산은 2.5달러다.\n1) 값이 올랐다."
    sentences = jjak.segment(text, lang="ko")
    assert sentences == ["비가 왔다.", "우산은 2.5달러다.", "값이 올랐다."]
    assert [text[one.start : one.end] for one in sentences] == sentences
    assert sentences[2].marker == "1)"
    again = pickle.loads(pickle.dumps(sentences[1]))
    assert (again, again.start, again.rule) == (sentences[1], sentences[1].start, sentences[1].rule)


def test_settings_say_how_texts_are_cut():
    quoted = 'He said, "It rained. We stayed. Nobody came."'
    assert len(jjak.segment(quoted, settings={"quotations": "whole"})) == 1
    assert len(jjak.segment(quoted, settings=jjak.Settings(quotations="always"))) > 1
    lines = jjak.segment("One. Two.\nThree.", settings=jjak.Settings(segmented=True))
    assert lines == ["One. Two.", "Three."]
    with pytest.raises(ValueError, match="quotations is"):
        jjak.Settings(quotations="never")
    with pytest.raises(TypeError):
        jjak.segment("One.", settings={"quotation": "whole"})


def test_own_lists_count(tmp_path):
    (tmp_path / "segment").mkdir()
    (tmp_path / "segment" / "abbreviations.txt").write_text("Zzyx.\n")
    text = "They met Zzyx. Kim at noon."
    assert len(jjak.segment(text)) == 2
    assert len(jjak.segment(text, settings=jjak.Settings(lists=tmp_path))) == 1
    with pytest.raises(jjak.ReadError):
        jjak.Settings(lists=tmp_path / "nowhere")
