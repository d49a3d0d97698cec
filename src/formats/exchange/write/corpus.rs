//! A corpus of many documents in one file, written as they come: only one of them is in memory.

use crate::exchange::delimited::{csv, tsv};
use crate::exchange::pairs::Mark;
use crate::exchange::units::context::Context;
use crate::exchange::units::table::{self, Table};
use crate::exchange::units::unit::{TranslationUnit, print, says_enough, units};
use crate::exchange::units::{Duplicates, ExportedWork, Options};
use crate::exchange::{Format, jsonl, moses, parquet, tmx};
use crate::project::About;
use jjak_core::article::{Article, Lang, Provenance};
use jjak_core::bitext::{Bead, Beads, Bitext, Origin, RowIndex, SegmentId, Side, State};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::HashSet;
use std::io::{self, Write};

/// A pair as the documents of a corpus have them: the texts as they are written, and where they stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CorpusEntry {
    pub en: String,
    pub ko: String,
    /// Probability, 0 to 1, that the pair is exactly right.
    pub confidence: f32,
    #[serde(default)]
    pub state: State,
    #[serde(default)]
    pub origin: Origin,
    /// The sentences of each side.
    pub en_sentences: Vec<CorpusSentence>,
    pub ko_sentences: Vec<CorpusSentence>,
    /// Of the document.
    pub row: RowIndex,
}

/// Where a sentence stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorpusSentence {
    /// The byte of the article's text that it begins at.
    pub start: usize,
    /// Characters.
    pub length: usize,
}

impl CorpusEntry {
    /// The pairs of a document that `options` ask for, those of one side, too.
    pub fn all_of(document: &ExportedWork, options: &Options) -> Vec<CorpusEntry> {
        let options = Options {
            one_sided: true,
            plain: false,
            duplicates: Duplicates::KeepAll,
            ..options.clone()
        };
        let sentences = |marks: &[Mark]| {
            let marks = marks.iter();
            let sentence = |&Mark { start, chars }: &Mark| CorpusSentence {
                start,
                length: chars,
            };
            marks.map(sentence).collect()
        };
        let entry = |unit: TranslationUnit| CorpusEntry {
            confidence: unit.bead.confidence,
            state: unit.bead.state,
            origin: unit.bead.origin,
            en_sentences: sentences(&unit.en_marks),
            ko_sentences: sentences(&unit.ko_marks),
            row: unit.row,
            en: unit.en,
            ko: unit.ko,
        };
        let documents = std::slice::from_ref(document);
        units(documents, Format::Jsonl, &options)
            .map(entry)
            .collect()
    }

    pub fn is_one_sided(&self) -> bool {
        self.en.is_empty() || self.ko.is_empty()
    }

    /// How many sentences stand on each side, `2-1`.
    pub fn shape(&self) -> String {
        format!("{}-{}", self.en_sentences.len(), self.ko_sentences.len())
    }

    fn unit(self, plain: bool) -> TranslationUnit<'static> {
        let starts = |sentences: &[CorpusSentence]| {
            sentences.iter().map(|one| SegmentId(one.start)).collect()
        };
        let marks = |sentences: &[CorpusSentence]| {
            let sentences = sentences.iter();
            let mark = |&CorpusSentence { start, length }: &CorpusSentence| Mark {
                start,
                chars: length,
            };
            sentences.map(mark).collect()
        };
        TranslationUnit {
            work: 0,
            row: self.row,
            note: String::new(),
            en_marks: marks(&self.en_sentences),
            ko_marks: marks(&self.ko_sentences),
            bead: Cow::Owned(Bead {
                en: starts(&self.en_sentences),
                ko: starts(&self.ko_sentences),
                confidence: self.confidence,
                state: self.state,
                origin: self.origin,
                ..Bead::default()
            }),
            en: self.en,
            ko: self.ko,
            context: Context::default(),
            plain,
        }
    }
}

/// A file of pairs that grows document by document.
pub struct Corpus<'o> {
    format: Format,
    options: &'o Options,
    /// What the head of the file says of the language translated from.
    source: Lang,
    out: &'o mut dyn Write,
    parquet: Option<parquet::Writer>,
    /// The prints of what was written, where each pair is to stand once.
    seen: HashSet<[u64; 2]>,
    written: usize,
}

impl<'o> Corpus<'o> {
    /// Whether a corpus can grow in this form.
    pub fn can_be(format: Format) -> bool {
        use Format::{Csv, Jsonl, Moses, Parquet, Tmx, Tsv};
        matches!(format, Tmx | Tsv | Csv | Jsonl | Parquet | Moses(_))
    }

    /// Begins a file of documents translated from `source`, unless `options` say otherwise.
    ///
    /// # Errors
    /// What `out` says; [`io::ErrorKind::Unsupported`] for a format that [cannot grow](Corpus::can_be).
    pub fn begin(
        format: Format,
        source: Lang,
        options: &'o Options,
        out: &'o mut dyn Write,
    ) -> io::Result<Corpus<'o>> {
        let mut parquet = None;
        let source = options.source.unwrap_or(source);
        let columns = table::columns(source, options);
        match format {
            Format::Tsv => tsv::write_header(&columns, out)?,
            Format::Csv => csv::write_header(&columns, options.spreadsheet_safe, out)?,
            Format::Tmx => tmx::write_header(&[], source, options, out)?,
            Format::Parquet => {
                let columns = table::columns(Lang::En, options);
                parquet = Some(parquet::Writer::begin(&columns, out)?);
            }
            Format::Jsonl | Format::Moses(_) => {}
            _ => return Err(io::ErrorKind::Unsupported.into()),
        }
        Ok(Corpus {
            format,
            options,
            source,
            out,
            parquet,
            seen: HashSet::new(),
            written: 0,
        })
    }

    /// Adds the pairs of a document that is called `name` and came from these places, English first.
    ///
    /// # Errors
    /// What `out` says.
    pub fn add(
        &mut self,
        name: &str,
        about: &About,
        sources: &[Provenance; 2],
        entries: Vec<CorpusEntry>,
    ) -> io::Result<()> {
        let Corpus {
            format,
            options,
            source,
            ..
        } = *self;
        let [en, ko] = sources;
        let bitext = Bitext {
            en: side(Lang::En, en),
            ko: side(Lang::Ko, ko),
            beads: Beads::default(),
        };
        let document = ExportedWork {
            name: name.to_owned(),
            bitext: &bitext,
            about,
            source: options.source.unwrap_or(about.labels.source()),
            plain: false,
            is_masked: options.mask,
        };
        let documents = if options.plain {
            [document.plain()]
        } else {
            [document]
        };
        let once = options.duplicates == Duplicates::KeepFirst;
        let seen = &mut self.seen;
        let units = entries.into_iter().map(|entry| entry.unit(options.plain));
        let units = units
            .filter(|unit| says_enough(unit, format, options))
            .filter(|unit| !once || seen.insert(print(unit)));
        let out = &mut *self.out;
        let table = |source| Table::of(&documents, source, options);
        self.written += match (format, &mut self.parquet) {
            (Format::Tsv, _) => tsv::write_rows(&table(source), units, out)?,
            (Format::Csv, _) => {
                csv::write_rows(&table(source), options.spreadsheet_safe, units, out)?
            }
            (Format::Tmx, _) => tmx::write_body(&documents, source, units, options, out)?,
            (Format::Jsonl, _) => jsonl::write(&documents, units, options.quality, out)?,
            (Format::Moses(lang), _) => moses::write(lang, units, out)?,
            (_, Some(parquet)) => parquet.add(&table(Lang::En), units, out)?,
            (_, None) => 0,
        };
        Ok(())
    }

    /// Closes the file; gives how many pairs are in it.
    ///
    /// # Errors
    /// What `out` says.
    pub fn finish(self) -> io::Result<usize> {
        if let Some(parquet) = self.parquet {
            parquet.finish(self.out)?;
        }
        if self.format == Format::Tmx {
            tmx::write_end(self.out)?;
        }
        Ok(self.written)
    }
}

/// A side of which only the source is known.
fn side(lang: Lang, source: &Provenance) -> Side {
    let article = Article {
        provenance: source.clone(),
        ..Article::of_lines(lang, "")
    };
    Side {
        article,
        segments: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::write;
    use crate::import::Originals;
    use crate::project::Project;
    use jjak_core::align::Link;
    use jjak_core::segment::segment;

    fn project(texts: [(Lang, &str); 2]) -> Project {
        let [en, ko] = texts.map(|(lang, text)| {
            let article = Article::of_lines(lang, text);
            let segments = segment(&article);
            Side { article, segments }
        });
        let link = |en: &[usize], ko: &[usize]| Link {
            en: en.into(),
            ko: ko.into(),
            confidence: 0.875,
        };
        let links = [link(&[0], &[0]), link(&[1, 2], &[1]), link(&[], &[2])];
        Project::new(Originals::default(), Bitext::new(en, ko, &links), false)
    }

    #[test]
    fn documents_one_after_the_other_are_what_all_at_once_are() {
        let project = project([
            (Lang::En, "It rained. I slept. = I dreamt."),
            (Lang::Ko, "비가 \"왔다\". 나는 잤다. 끝."),
        ]);
        let named = |name: &str| ExportedWork {
            name: name.into(),
            ..ExportedWork::of(&project, None)
        };
        let documents = [named("a"), named("b & c")];
        for duplicates in Duplicates::ALL {
            for (one_sided, plain) in [(false, false), (true, false), (false, true)] {
                let options = Options {
                    one_sided,
                    plain,
                    duplicates,
                    ..Options::default()
                };
                for format in Format::written().filter(|&format| Corpus::can_be(format)) {
                    let mut whole = Vec::new();
                    let count = write(&documents, format, &options, &mut whole).unwrap();
                    let mut grown = Vec::new();
                    let mut corpus = Corpus::begin(format, Lang::En, &options, &mut grown).unwrap();
                    for document in &documents {
                        let entries = CorpusEntry::all_of(document, &options);
                        let json = serde_json::to_string(&entries).unwrap();
                        let entries = serde_json::from_str(&json).unwrap();
                        let sources = [&project.bitext.en, &project.bitext.ko]
                            .map(|side| side.article.provenance.clone());
                        let about = &project.about;
                        corpus
                            .add(&document.name, about, &sources, entries)
                            .unwrap();
                    }
                    assert_eq!(corpus.finish().unwrap(), count, "{format:?}");
                    assert!(grown == whole, "{format:?} {options:?}");
                }
            }
        }
    }
}
