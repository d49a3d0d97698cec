//! Sentences that recur on the pages of a site: what the cleaning of each page by itself took for text.
//!
//! In two readings, so that memory holds what recurs and not what does not. The first fills a count-min sketch with
//! conservative update (Cormode and Muthukrishnan 2005; Estan and Varghese 2002), which counts too many at times and
//! never too few; the second counts, exactly, what may have recurred by it.

use super::near::mixed;
use super::row::letters;
use jjak_core::article::{Lang, PerLang};
use jjak_formats::exchange::verbatim::{CorpusError, CorpusFile, CorpusRow};
use serde::Serialize;
use std::collections::{HashMap, HashSet};

/// A sentence that stands in this many documents of a site is told of.
pub const MANY: usize = 10;
/// Places of a sentence in the sketch.
const PLACES: u64 = 4;
/// The least and the largest sketch, in bytes; between them one for every 64 bytes of a corpus.
const SKETCH: [u64; 2] = [1 << 12, 1 << 28];
const BYTES_A_PLACE: u64 = 64;

/// A sentence that recurs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recurs {
    /// The host that its pages are from; empty for those that do not say.
    pub site: String,
    pub lang: Lang,
    /// As it stands in the first of them.
    pub text: String,
    /// In how many documents of the site it stands, and how many the site has.
    pub documents: usize,
    pub of: usize,
}

/// The sentences of the document that is being read: each counts once.
#[derive(Debug, Default)]
struct Open {
    document: String,
    seen: HashSet<u64>,
}

impl Open {
    /// Whether the row begins another document.
    fn turn_to(&mut self, row: &CorpusRow) -> bool {
        let turns = self.document != row.document;
        if turns {
            row.document.clone_into(&mut self.document);
            self.seen.clear();
        }
        turns
    }
}

/// The first reading.
pub struct Sightings {
    sketch: Vec<u8>,
    least: u8,
    open: Open,
    /// Something may have recurred.
    any: bool,
}

impl Sightings {
    /// For a corpus of so many bytes, and what stands in `least` documents or more.
    pub fn new(bytes: u64, least: usize) -> Sightings {
        let size = (bytes / BYTES_A_PLACE).next_power_of_two();
        Sightings {
            sketch: vec![0; size.clamp(SKETCH[0], SKETCH[1]) as usize],
            least: u8::try_from(least).unwrap_or(u8::MAX),
            open: Open::default(),
            any: false,
        }
    }

    /// Takes the next row. The rows of a document stand together.
    pub fn add(&mut self, row: &CorpusRow) {
        // Nobody knows of how many documents the rows are that say none.
        if row.document.is_empty() {
            return;
        }
        self.open.turn_to(row);
        for lang in Lang::BOTH {
            let Some(key) = key(row, lang) else { continue };
            if !self.open.seen.insert(key) {
                continue;
            }
            let count = self.count(key).saturating_add(1);
            for place in self.places(key) {
                if let Some(cell) = self.sketch.get_mut(place) {
                    *cell = count.max(*cell);
                }
            }
            self.any |= count >= self.least;
        }
    }

    fn places(&self, key: u64) -> impl Iterator<Item = usize> + use<> {
        let last = self.sketch.len() - 1;
        (0..PLACES).map(move |at| mixed(key, at) as usize & last)
    }

    /// As many documents at least as have it.
    fn count(&self, key: u64) -> u8 {
        let cells = self.places(key).filter_map(|place| self.sketch.get(place));
        cells.copied().min().unwrap_or_default()
    }

    /// For the second reading.
    fn recurring(self, least: usize) -> Recurring {
        Recurring {
            sightings: self,
            least,
            open: Open::default(),
            sites: HashMap::new(),
            counts: HashMap::new(),
        }
    }
}

/// The second reading, and what it found.
pub struct Recurring {
    sightings: Sightings,
    least: usize,
    open: Open,
    /// The documents of each site.
    sites: HashMap<(Lang, String), usize>,
    counts: HashMap<u64, Recurs>,
}

impl Recurring {
    /// Reads a corpus again, if `sightings` of its first reading say that something may recur.
    ///
    /// # Errors
    /// [`CorpusError`].
    pub fn of(
        corpus: &CorpusFile,
        sightings: Sightings,
        least: usize,
    ) -> Result<Option<Recurring>, CorpusError> {
        if !sightings.any {
            return Ok(None);
        }
        let mut recurring = sightings.recurring(least);
        for row in corpus.rows()? {
            recurring.add(&row?);
        }
        recurring.close();
        Ok(Some(recurring))
    }

    /// Takes the next row.
    fn add(&mut self, row: &CorpusRow) {
        if row.document.is_empty() {
            return;
        }
        if self.open.turn_to(row) {
            for lang in Lang::BOTH {
                *self.sites.entry((lang, site(row, lang))).or_default() += 1;
            }
        }
        for lang in Lang::BOTH {
            let Some(key) = key(row, lang) else { continue };
            let is_few = self.sightings.count(key) < self.sightings.least;
            if is_few || !self.open.seen.insert(key) {
                continue;
            }
            let entry = self.counts.entry(key).or_insert_with(|| Recurs {
                site: site(row, lang),
                lang,
                text: text(row, lang).to_owned(),
                documents: 0,
                of: 0,
            });
            entry.documents += 1;
        }
    }

    /// All rows have come: what stood in too few documents is let go.
    fn close(&mut self) {
        let (least, sites) = (self.least, &self.sites);
        self.counts.retain(|_, recurs| recurs.documents >= least);
        for recurs in self.counts.values_mut() {
            let site = sites.get(&(recurs.lang, recurs.site.clone()));
            recurs.of = site.copied().unwrap_or_default();
        }
        self.sightings.sketch = vec![0];
    }

    /// What recurs, the most frequent first.
    pub fn all(&self) -> Vec<&Recurs> {
        let mut all: Vec<&Recurs> = self.counts.values().collect();
        all.sort_by(|a, b| {
            let names = || (a.lang, &a.site, &a.text).cmp(&(b.lang, &b.site, &b.text));
            b.documents.cmp(&a.documents).then_with(names)
        });
        all
    }

    /// What recurs of a row, if all that it says does.
    pub fn whole(&self, row: &CorpusRow) -> Option<Vec<&Recurs>> {
        let sides = Lang::BOTH.into_iter();
        let sides = sides.filter(|&lang| letters(text(row, lang)).is_some());
        let sides = sides.map(|lang| self.counts.get(&key(row, lang)?));
        let found: Option<Vec<&Recurs>> = sides.collect();
        found.filter(|found| !found.is_empty() && !row.document.is_empty())
    }
}

fn text(row: &CorpusRow, lang: Lang) -> &str {
    match lang {
        Lang::En => &row.en,
        Lang::Ko => &row.ko,
    }
}

/// The host of the page that a side of a row is from, without `www.`; empty if it does not say.
fn site(row: &CorpusRow, lang: Lang) -> String {
    let url = PerLang(row.urls.each_ref())[lang]
        .as_deref()
        .unwrap_or_default();
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.to_ascii_lowercase();
    host.strip_prefix("www.")
        .map_or(host.clone(), str::to_owned)
}

/// A sentence of a site, if it has letters.
fn key(row: &CorpusRow, lang: Lang) -> Option<u64> {
    let said = letters(text(row, lang))?;
    let site = site(row, lang);
    let site = site
        .bytes()
        .fold(lang as u64, |hash, byte| mixed(hash, u64::from(byte)));
    Some(mixed(site, said))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(document: &str, url: &str, en: &str, ko: &str) -> CorpusRow {
        CorpusRow {
            document: document.into(),
            urls: [Some(url.into()), None],
            en: en.into(),
            ko: ko.into(),
            ..CorpusRow::default()
        }
    }

    fn found(rows: &[CorpusRow], least: usize) -> Recurring {
        let mut sightings = Sightings::new(0, least);
        rows.iter().for_each(|row| sightings.add(row));
        let mut recurring = sightings.recurring(least);
        rows.iter().for_each(|row| recurring.add(row));
        recurring.close();
        recurring
    }

    #[test]
    fn what_stands_in_many_documents_of_a_site_recurs_there_alone() {
        let mut rows = Vec::new();
        for at in 0..12 {
            let name = format!("d{at}");
            let site = if at % 3 == 0 {
                "https://www.a.kr/x"
            } else {
                "http://a.kr?y"
            };
            rows.push(row(
                &name,
                site,
                &format!("It was {at}."),
                &format!("{at}였다."),
            ));
            rows.push(row(
                &name,
                site,
                "Follow us on Facebook!",
                "페이스북에서 만나요.",
            ));
            // Said twice in one document it counts once.
            rows.push(row(
                &name,
                site,
                "FOLLOW US ON FACEBOOK",
                "페이스북에서 만나요",
            ));
            rows.push(row(
                &name,
                site,
                "Follow us on Facebook!",
                &format!("{at}번 이야기."),
            ));
            rows.push(row(&name, site, "***", "---"));
        }
        for at in 0..9 {
            rows.push(row(
                &format!("e{at}"),
                "https://b.kr",
                "Follow us on Facebook!",
                "",
            ));
        }
        let recurring = found(&rows, 10);
        let all = recurring.all();
        assert_eq!(all.len(), 2, "{all:?}");
        assert_eq!(
            (all[0].site.as_str(), all[0].documents, all[0].of),
            ("a.kr", 12, 12)
        );
        assert_eq!(all[0].text, "Follow us on Facebook!");
        assert_eq!((all[1].lang, all[1].site.as_str()), (Lang::Ko, ""));
        let whole: Vec<bool> = rows
            .iter()
            .map(|row| recurring.whole(row).is_some())
            .collect();
        assert_eq!(whole[..5], [false, true, true, false, false]);
        assert!(!whole[60], "on another site it is text");
    }

    #[test]
    fn a_sketch_that_is_full_finds_the_same() {
        let mut rows = Vec::new();
        for at in 0..100 {
            for line in 0..60 {
                let text = format!("Line {line} of {at}.");
                rows.push(row(&format!("d{at}"), "https://a.kr", &text, ""));
            }
            if at % 5 == 0 {
                rows.push(row(&format!("d{at}"), "https://a.kr", "Read more.", ""));
            }
        }
        let recurring = found(&rows, 10);
        let all = recurring.all();
        assert_eq!(all.len(), 1);
        assert_eq!((all[0].documents, all[0].of), (20, 100));
    }
}
