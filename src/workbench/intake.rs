//! Which of the texts that were dropped, chosen or pasted is the English one and which the Korean.

use crate::article::{Lang, one_line};
use crate::import::{self, ImportError, chapter};
use std::path::{Path, PathBuf};

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    File(PathBuf),
    Text(String),
}

/// A text that was given, with what tells a person that it is the right one.
#[derive(Clone, Debug)]
pub struct Given {
    pub source: Source,
    pub detected: Option<Lang>,
    /// Its title, or its first line.
    pub heading: String,
    /// Empty for pasted text.
    pub encoding: String,
    pub characters: usize,
    /// Titles of a book's chapters; none of anything else.
    pub chapters: Vec<String>,
    /// The one of them that was taken; the whole book otherwise.
    pub chapter: Option<usize>,
}

/// Why a text cannot be taken.
#[derive(Debug)]
pub enum Problem {
    Import(ImportError),
    /// Reading it went wrong inside Jjak.
    Failed(String),
    /// The other text is in this language too.
    SameLanguage(Lang),
    NoLetters,
    NoDialog,
}

/// The two places to fill, and what there is to say about them.
#[derive(Default)]
pub struct Intake {
    places: [Place; 2],
    /// The text of this language was put where it belongs rather than where it was given.
    pub moved: Option<Lang>,
}

#[derive(Default)]
pub struct Place {
    pub given: Option<Given>,
    pub problem: Option<Problem>,
    batch: usize,
}

impl Given {
    /// Reads a file as far as is needed to show what it is.
    ///
    /// # Errors
    /// See [`ImportError`].
    pub fn read(path: &Path) -> Result<Given, ImportError> {
        let read = import::read(path)?;
        let article = read.article;
        let chapters = chapter::all(&read.original.0);
        let (_, chosen) = chapter::split(path);
        Ok(Given {
            source: Source::File(path.to_owned()),
            detected: read.detected,
            heading: article
                .provenance
                .title
                .unwrap_or_else(|| first_line(&article.text)),
            encoding: article.provenance.encoding,
            characters: count(&article.text),
            chapters: chapters.into_iter().map(|chapter| chapter.title).collect(),
            chapter: chosen
                .and_then(|chosen| chosen.parse::<usize>().ok())
                .and_then(|number| number.checked_sub(1)),
        })
    }

    pub fn pasted(text: String) -> Given {
        Given {
            detected: Lang::of(&text),
            heading: first_line(&text),
            encoding: String::new(),
            characters: count(&text),
            chapters: Vec::new(),
            chapter: None,
            source: Source::Text(text),
        }
    }

    /// The file's name; `None` for pasted text.
    pub fn file_name(&self) -> Option<String> {
        match &self.source {
            Source::File(path) => Some(
                path.file_name()
                    .unwrap_or(path.as_os_str())
                    .to_string_lossy()
                    .into_owned(),
            ),
            Source::Text(_) => None,
        }
    }
}

impl Intake {
    pub fn place(&self, lang: Lang) -> &Place {
        &self.places[lang as usize]
    }

    pub fn place_mut(&mut self, lang: Lang) -> &mut Place {
        &mut self.places[lang as usize]
    }

    /// Puts a text where its script says it belongs. `meant` is the place it was given for, if any;
    /// texts of one `batch` were given together, so that one does not take the other's place.
    pub fn take(&mut self, given: Given, meant: Option<Lang>, batch: usize) {
        self.moved = None;
        let Some(lang) = given.detected else {
            self.refuse(Problem::NoLetters, meant);
            return;
        };
        let wrong_way_round = meant.is_some_and(|meant| meant != lang);
        let place = self.place(lang);
        if place.given.is_some() && (wrong_way_round || place.batch == batch) {
            self.refuse(Problem::SameLanguage(lang), Some(lang.other()));
            return;
        }
        if wrong_way_round {
            self.place_mut(lang.other()).problem = None;
            self.moved = Some(lang);
        }
        *self.place_mut(lang) = Place {
            given: Some(given),
            problem: None,
            batch,
        };
    }

    /// Says a problem at the place it was meant for, or at the first that is still empty.
    pub fn refuse(&mut self, problem: Problem, meant: Option<Lang>) {
        let empty = |lang: &Lang| self.place(*lang).given.is_none();
        let at = meant
            .or_else(|| Lang::BOTH.into_iter().find(empty))
            .unwrap_or(Lang::En);
        self.place_mut(at).problem = Some(problem);
    }

    pub fn remove(&mut self, lang: Lang) {
        self.moved = None;
        *self.place_mut(lang) = Place::default();
    }

    /// Both sources, English first, once both are there.
    pub fn both(&self) -> Option<(Source, Source)> {
        let source = |lang| {
            let given = self.place(lang).given.as_ref()?;
            Some(given.source.clone())
        };
        Some((source(Lang::En)?, source(Lang::Ko)?))
    }
}

fn first_line(text: &str) -> String {
    /// More is not shown.
    const SHOWN: usize = 200;
    let line = text.lines().map(one_line).find(|line| !line.is_empty());
    line.unwrap_or_default().chars().take(SHOWN).collect()
}

fn count(text: &str) -> usize {
    text.chars().filter(|c| !c.is_whitespace()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: &str = "\nA quiet harbour\nBoats came back at noon.";
    const KO: &str = "조용한 항구\n배들이 정오에 돌아왔다.";

    fn taken(texts: [(&str, Option<Lang>); 2]) -> Intake {
        let mut intake = Intake::default();
        for (text, meant) in texts {
            intake.take(Given::pasted(text.into()), meant, 7);
        }
        intake
    }

    #[test]
    fn texts_given_the_wrong_way_round_are_swapped() {
        let intake = taken([(KO, Some(Lang::En)), (EN, Some(Lang::Ko))]);
        let both = (Source::Text(EN.into()), Source::Text(KO.into()));
        assert_eq!(intake.both(), Some(both));
        assert_eq!(intake.moved, Some(Lang::En));
        let given = intake.place(Lang::En).given.as_ref();
        assert_eq!(
            given.map(|given| given.heading.as_str()),
            Some("A quiet harbour")
        );
    }

    #[test]
    fn two_texts_of_one_language_are_refused_at_the_empty_place() {
        for meant in [None, Some(Lang::En)] {
            let intake = taken([(KO, None), (KO, meant)]);
            assert_eq!(intake.both(), None);
            assert!(matches!(
                intake.place(Lang::En).problem,
                Some(Problem::SameLanguage(Lang::Ko))
            ));
        }
    }

    #[test]
    fn a_text_given_again_replaces_the_first() {
        let mut intake = Intake::default();
        intake.take(Given::pasted(EN.into()), None, 1);
        intake.take(Given::pasted("Another text.".into()), None, 2);
        let given = intake.place(Lang::En).given.as_ref();
        assert_eq!(given.map(|given| given.characters), Some(12));
        intake.take(Given::pasted("2026. 11. 23.".into()), None, 3);
        assert!(matches!(
            intake.place(Lang::Ko).problem,
            Some(Problem::NoLetters)
        ));
    }
}
