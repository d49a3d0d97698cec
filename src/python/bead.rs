//! A row of a pair.

use crate::evidence::{Lone, Match, kind_word};
use crate::html;
use crate::settings::By;
use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::{Bitext, RowIndex};
use jjak_core::evidence::quality::Quality;
use jjak_core::evidence::{Evidence, EvidencePlace};
use jjak_formats::exchange::CorpusEntry;
use jjak_formats::exchange::CorpusSentence as Mark;
use pyo3::prelude::*;
use pyo3::types::PyDict;

/// A row: the sentences of one side that translate those of the other.
///
/// Attributes
/// ----------
/// en, ko : str
///     The sentences of each side, joined with a space; empty where there is no counterpart.
/// en_sentences, ko_sentences : list of str
/// confidence : float
///     The probability, 0 to 1, that the row is exactly right.
/// shape : str
///     How many sentences each side has, such as "2-1".
/// state : str
///     "unreviewed", "accepted" or "flagged".
/// verdict : str or None
///     What a person said of it: "exact", "free", "partial", "not-a-translation", "intended-omission".
/// note, origin : str
///     A person's note; who made the row ("engine", "person", "remainder").
/// row : int
///     Its place in the pair, from 0.
/// en_offsets, ko_offsets : list of int
///     Where each sentence begins, in bytes (UTF-8) of the article's text, as in every file that Jjak writes.
#[pyclass(frozen, module = "jjak")]
pub struct Bead {
    #[pyo3(get)]
    pub en_sentences: Vec<String>,
    #[pyo3(get)]
    pub ko_sentences: Vec<String>,
    #[pyo3(get)]
    pub en_offsets: Vec<usize>,
    #[pyo3(get)]
    pub ko_offsets: Vec<usize>,
    #[pyo3(get)]
    pub confidence: f32,
    #[pyo3(get)]
    pub state: &'static str,
    #[pyo3(get)]
    pub verdict: Option<&'static str>,
    #[pyo3(get)]
    pub note: String,
    #[pyo3(get)]
    pub origin: &'static str,
    #[pyo3(get)]
    pub row: usize,
    by: By,
}

impl Bead {
    /// A row of a bitext; `None` if there is none.
    pub fn of(bitext: &Bitext, row: RowIndex, by: &By) -> Option<Bead> {
        let bead = bitext.beads.get(row)?;
        let texts = |lang| -> Vec<String> {
            let texts = bitext.texts(row, lang);
            texts.map(|text| text.into_owned()).collect()
        };
        Some(Bead {
            en_sentences: texts(Lang::En),
            ko_sentences: texts(Lang::Ko),
            en_offsets: bead.en.iter().map(|id| id.0).collect(),
            ko_offsets: bead.ko.iter().map(|id| id.0).collect(),
            confidence: bead.confidence,
            state: bead.state.as_str(),
            verdict: bead.verdict.map(|verdict| verdict.as_str()),
            note: bead.note.clone(),
            origin: bead.origin.as_str(),
            row: row.0,
            by: by.clone(),
        })
    }

    /// A pair of a batch.
    pub fn of_entry(entry: &CorpusEntry, by: &By) -> Bead {
        let starts = |marks: &[Mark]| marks.iter().map(|mark| mark.start).collect();
        Bead {
            en_sentences: apart(&entry.en, &entry.en_sentences),
            ko_sentences: apart(&entry.ko, &entry.ko_sentences),
            en_offsets: starts(&entry.en_sentences),
            ko_offsets: starts(&entry.ko_sentences),
            confidence: entry.confidence,
            state: entry.state.as_str(),
            verdict: None,
            note: String::new(),
            origin: entry.origin.as_str(),
            row: entry.row.0,
            by: by.clone(),
        }
    }

    /// The sentences of a side.
    pub fn sentences(&self, lang: Lang) -> &[String] {
        match lang {
            Lang::En => &self.en_sentences,
            Lang::Ko => &self.ko_sentences,
        }
    }

    pub fn measured(&self) -> Option<Quality> {
        Quality::of(&self.en(), &self.ko(), self.by.lexicon())
    }

    pub fn found(&self) -> Evidence {
        let texts = |lang| -> Vec<&str> {
            let texts = self.sentences(lang).iter();
            texts.map(String::as_str).collect()
        };
        Evidence::of(&texts(Lang::En), &texts(Lang::Ko), self.by.lexicon())
    }

    pub fn is_one_sided(&self) -> bool {
        self.en_sentences.is_empty() || self.ko_sentences.is_empty()
    }

    /// What notebooks show of it.
    pub(crate) fn shown(&self) -> html::Row<'_> {
        html::Row {
            number: self.row,
            sentences: PerLang([&self.en_sentences, &self.ko_sentences]),
            evidence: (!self.is_one_sided()).then(|| self.found()),
            confidence: self.confidence,
            state: self.state,
        }
    }

    /// The words at a place, and the place in characters.
    fn said(&self, lang: Lang, place: &EvidencePlace) -> (String, (usize, usize, usize)) {
        let sentence = self.sentences(lang).get(place.sentence);
        let sentence = sentence.map(String::as_str).unwrap_or_default();
        let words = sentence.get(place.span.clone()).unwrap_or_default();
        let before = sentence.get(..place.span.start).unwrap_or_default();
        let start = before.chars().count();
        let place = (place.sentence, start, start + words.chars().count());
        (words.to_owned(), place)
    }
}

/// A line of sentences with a space between them as the sentences.
fn apart(line: &str, marks: &[Mark]) -> Vec<String> {
    let mut rest = line;
    let mut sentences = Vec::with_capacity(marks.len());
    for mark in marks {
        if !sentences.is_empty() {
            rest = rest.strip_prefix(' ').unwrap_or(rest);
        }
        let end = rest.char_indices().nth(mark.length);
        let (sentence, after) = rest.split_at(end.map_or(rest.len(), |(at, _)| at));
        sentences.push(sentence.to_owned());
        rest = after;
    }
    sentences
}

#[pymethods]
impl Bead {
    /// The English, its sentences joined with a space; empty where there is no counterpart.
    #[getter]
    pub fn en(&self) -> String {
        self.en_sentences.join(" ")
    }

    /// The Korean, likewise.
    #[getter]
    pub fn ko(&self) -> String {
        self.ko_sentences.join(" ")
    }

    /// How many sentences each side has, such as "2-1".
    #[getter]
    pub fn shape(&self) -> String {
        format!("{}-{}", self.en_sentences.len(), self.ko_sentences.len())
    }

    /// Why both sides match (list of Match): equal numbers and dates, names, pairs of the lexicon, copied words.
    #[getter]
    fn evidence(&self, py: Python<'_>) -> Vec<Match> {
        py.detach(|| {
            let found = self.found().matches.into_iter().map(|found| {
                let (en, en_place) = self.said(Lang::En, &found.en);
                let (ko, ko_place) = self.said(Lang::Ko, &found.ko);
                Match {
                    kind: kind_word(found.kind),
                    en,
                    ko,
                    strength: found.strength,
                    en_place,
                    ko_place,
                }
            });
            found.collect()
        })
    }

    /// What filters of corpora go by (dict; None of a row without a counterpart): `length_ratio` (Korean characters for one
    /// English), `en_script`, `ko_script` (letters in the side's own script), `numbers_agree` (None without numbers),
    /// `overlap` (how much of both sides, 0 to 1, stands in words that match).
    #[getter]
    fn quality<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDict>>> {
        let Some(quality) = py.detach(|| self.measured()) else {
            return Ok(None);
        };
        let all = PyDict::new(py);
        all.set_item("length_ratio", quality.length_ratio)?;
        all.set_item("en_script", quality.en_script)?;
        all.set_item("ko_script", quality.ko_script)?;
        all.set_item("numbers_agree", quality.numbers_agree)?;
        all.set_item("overlap", quality.overlap)?;
        Ok(Some(all))
    }

    /// Numbers, dates, names and Latin words that the other side does not have (list of Lone).
    #[getter]
    fn unmatched(&self, py: Python<'_>) -> Vec<Lone> {
        if self.is_one_sided() {
            return Vec::new();
        }
        py.detach(|| {
            let lone = self.found().lone.into_iter().map(|lone| {
                let (text, place) = self.said(lone.lang, &lone.place);
                Lone {
                    kind: kind_word(lone.kind),
                    lang: lone.lang.code(),
                    text,
                    place,
                }
            });
            lone.collect()
        })
    }

    fn __repr__(&self) -> String {
        format!(
            "<Bead {} {} {:.2}: {:?} = {:?}>",
            self.row,
            self.shape(),
            self.confidence,
            self.en(),
            self.ko()
        )
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        py.detach(|| html::beads("", std::iter::once(self.shown())))
    }
}
