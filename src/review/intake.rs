//! Which of the texts that were dropped, chosen or pasted is the English one and which the Korean.

use jjak_core::article::{Lang, PerLang, one_line};
use jjak_formats::import::{self, Encoding, ImportError, Imported, bilingual, chapter};
use jjak_pipeline::fetch::{self, BadLink, FetchError, Page, PageLink, ReadError};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Where an article comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    File(PathBuf),
    /// A file in the encoding that the person chose.
    Encoded(PathBuf, Encoding),
    Text(String),
    /// A page that is still to be fetched.
    Link(PageLink),
    /// One that was.
    Page(Arc<Page>),
    /// What is of one language in a text that holds both.
    Half(Box<Source>, Lang),
}

impl Source {
    /// The text that a person named by a file or a link.
    ///
    /// # Errors
    /// [`BadLink`].
    pub fn named(name: PathBuf) -> Result<Source, BadLink> {
        match fetch::link(&name) {
            Some(link) => link.map(Source::Link),
            None => Ok(Source::File(name)),
        }
    }

    /// What a person pasted: a text, or nothing but the link of a page.
    ///
    /// # Errors
    /// [`BadLink`].
    pub fn pasted(text: String) -> Result<Source, BadLink> {
        match PageLink::pasted(&text) {
            Some(link) => link.map(Source::Link),
            None => Ok(Source::Text(text)),
        }
    }

    /// What can be read again without fetching it again.
    ///
    /// # Errors
    /// [`ReadError::Fetch`].
    fn at_hand(self) -> Result<Source, ReadError> {
        Ok(match self {
            Source::Link(link) => Source::Page(fetch::page(&link)?.into()),
            source => source,
        })
    }

    /// Reads it as an article.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn read(&self) -> Result<Imported, ReadError> {
        match self {
            Source::File(path) => Ok(import::read(path)?),
            Source::Encoded(path, encoding) => Ok(import::read_as(path, Some(*encoding))?),
            Source::Text(text) => Ok(import::from_text(text.clone())),
            Source::Link(link) => Ok(fetch::page(link)?.read(None)?),
            Source::Page(page) => Ok(page.read(None)?),
            Source::Half(whole, lang) => {
                let whole = whole.read()?;
                let Some(separated) = bilingual::separate(&whole) else {
                    return Ok(whole);
                };
                Ok(match lang {
                    Lang::En => separated.en,
                    Lang::Ko => separated.ko,
                })
            }
        }
    }

    /// The file it is in; `None` for pasted text and for pages from the web.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Source::File(path) | Source::Encoded(path, _) => Some(path),
            Source::Text(_) | Source::Link(_) | Source::Page(_) => None,
            Source::Half(whole, _) => whole.path(),
        }
    }

    /// Where on the web it is from.
    fn link(&self) -> Option<&PageLink> {
        match self {
            Source::Link(link) => Some(link),
            Source::Page(page) => Some(&page.link),
            Source::Half(whole, _) => whole.link(),
            Source::File(_) | Source::Encoded(..) | Source::Text(_) => None,
        }
    }
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
    /// Whether another encoding may be chosen.
    pub has_encoding: bool,
    pub characters: usize,
    /// The text of each language by itself, if it holds a good share of both: English first.
    pub halves: Option<Box<[Given; 2]>>,
    /// Titles of a book's chapters; none of anything else.
    pub chapters: Vec<String>,
    /// The one of them that was taken; the whole book otherwise.
    pub chapter: Option<usize>,
}

/// Why a text cannot be taken.
#[derive(Debug)]
pub enum Problem {
    Import(ImportError),
    Fetch(FetchError),
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
    places: PerLang<DropPlace>,
    /// The text of this language was put where it belongs rather than where it was given.
    pub moved: Option<Lang>,
}

#[derive(Default)]
pub struct DropPlace {
    pub given: Option<Given>,
    pub problem: Option<Problem>,
    batch: usize,
}

impl Given {
    /// Reads a text as far as is needed to show what it is.
    ///
    /// # Errors
    /// See [`ReadError`].
    pub fn read(source: Source) -> Result<Given, ReadError> {
        let source = source.at_hand()?;
        let read = source.read()?;
        let halves = bilingual::holds_both(&read).then(|| bilingual::separate(&read));
        let halves = halves.flatten().map(|both| {
            let half =
                |of: Imported, lang| Given::of(Source::Half(source.clone().into(), lang), of);
            Box::new([half(both.en, Lang::En), half(both.ko, Lang::Ko)])
        });
        Ok(Given {
            halves,
            ..Given::of(source, read)
        })
    }

    fn of(source: Source, read: Imported) -> Given {
        let is_pasted = source.path().is_none() && source.link().is_none();
        let (chapters, chosen) = match &source {
            Source::File(path) => (chapter::all(&read.original.0), chapter::split(path).1),
            _ => Default::default(),
        };
        let article = read.article;
        Given {
            has_encoding: read.has_encoding
                && matches!(source, Source::File(_) | Source::Encoded(..)),
            detected: read.detected,
            heading: article
                .provenance
                .title
                .unwrap_or_else(|| first_line(&article.text)),
            encoding: if is_pasted {
                String::new()
            } else {
                article.provenance.encoding
            },
            characters: count(&article.text),
            halves: None,
            chapters: chapters.into_iter().map(|chapter| chapter.title).collect(),
            chapter: chosen
                .and_then(|chosen| chosen.parse::<usize>().ok())
                .and_then(|number| number.checked_sub(1)),
            source,
        }
    }

    /// Pasted text.
    pub fn pasted(text: String) -> Given {
        let source = Source::Text(text);
        Given::read(source.clone())
            .unwrap_or_else(|_| Given::of(source, import::from_text(String::new())))
    }

    /// The file's name, or the page's link; `None` for pasted text.
    pub fn file_name(&self) -> Option<String> {
        if let Some(link) = self.source.link() {
            return Some(link.to_string());
        }
        let path = self.source.path()?;
        let name = path.file_name().unwrap_or(path.as_os_str());
        Some(name.to_string_lossy().into_owned())
    }
}

impl Intake {
    pub fn place(&self, lang: Lang) -> &DropPlace {
        &self.places[lang]
    }

    pub fn place_mut(&mut self, lang: Lang) -> &mut DropPlace {
        &mut self.places[lang]
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
        *self.place_mut(lang) = DropPlace {
            given: Some(given),
            problem: None,
            batch,
        };
    }

    /// Puts a text where it was before, read in another way.
    pub fn replace(&mut self, given: Given, lang: Lang) {
        let place = self.place_mut(lang);
        place.given = Some(given);
        place.problem = None;
    }

    /// Fills both places with the two languages of the one text in the place of `lang`.
    pub fn separate(&mut self, lang: Lang) {
        let given = self.place_mut(lang).given.as_mut();
        let Some(halves) = given.and_then(|given| given.halves.take()) else {
            return;
        };
        for (lang, half) in Lang::BOTH.into_iter().zip(*halves) {
            self.replace(half, lang);
        }
        self.moved = None;
    }

    /// Says why a text cannot be read.
    pub fn refuse_to_read(&mut self, error: ReadError, meant: Option<Lang>) {
        let problem = match error {
            ReadError::Import(error) => Problem::Import(error),
            ReadError::Fetch(error) => Problem::Fetch(error),
        };
        self.refuse(problem, meant);
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
        *self.place_mut(lang) = DropPlace::default();
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
    fn a_text_of_both_languages_fills_both_places() {
        let mut intake = Intake::default();
        intake.take(Given::pasted(format!("{EN}\n{KO}")), None, 1);
        let lang = Lang::BOTH
            .into_iter()
            .find(|lang| intake.place(*lang).given.is_some());
        intake.separate(lang.unwrap());
        let heading = |lang| {
            intake
                .place(lang)
                .given
                .as_ref()
                .map(|given| given.heading.as_str())
        };
        assert_eq!(heading(Lang::En), Some("A quiet harbour"));
        assert_eq!(heading(Lang::Ko), Some("조용한 항구"));
        let (en, ko) = intake.both().unwrap();
        assert_eq!(en.read().unwrap().detected, Some(Lang::En));
        assert!(ko.read().unwrap().article.text.contains("돌아왔다"));
    }

    #[test]
    fn a_link_is_told_from_a_text_that_holds_one() {
        let link = Source::pasted(" https://a.example/news?id=1#top\n".into()).unwrap();
        assert!(
            matches!(&link, Source::Link(link) if link.to_string() == "https://a.example/news?id=1")
        );
        assert_eq!(link.path(), None);
        for text in [
            "See https://a.example/",
            "https://a.example/ and more",
            "ftp://a.example/",
        ] {
            assert_eq!(Source::pasted(text.into()), Ok(Source::Text(text.into())));
        }
        assert!(Source::pasted("https://kim:pass@a.example/".into()).is_err());
        assert!(matches!(
            Source::named("http://a.example".into()),
            Ok(Source::Link(_))
        ));
        assert!(matches!(Source::named("a.txt".into()), Ok(Source::File(_))));
        assert!(Source::named("file:///a.txt".into()).is_err());
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
