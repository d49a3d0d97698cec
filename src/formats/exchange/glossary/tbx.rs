//! TermBase eXchange: version 2 (ISO 30042:2008, `martif`) and 3 (ISO 30042:2019, `tbx`), with categories as attributes
//! (DCA) or as elements (DCT); of any dialect what a glossary needs of it.

use super::utx::part_of_speech;
use super::{GlossaryEntry, GlossaryWarning, TermStatistics, tolerant, walk};
use crate::exchange::BilingualError;
use crate::exchange::pairs::elements::Elements;
use crate::exchange::pairs::{add_note, language};
use crate::exchange::units::text::plain;
use crate::exchange::units::xml;
use jjak_core::article::{Lang, PerLang};
use jjak_core::evidence::glossary::{Glossary, GlossaryError, LONGEST_TERM, Term};
use jjak_core::xml::{attribute, xml_attribute};
use quick_xml::events::BytesStart;
use std::io::{self, Write};

/// The dialects that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tbx {
    /// TBX-Basic of 2008.
    Basic2,
    /// TBX-Basic of 2019.
    Basic3,
    /// TBX-Core of 2019, which knows terms and notes alone.
    Core3,
}

/// A word of a concept.
#[derive(Clone, Debug, Default)]
struct Word {
    text: String,
    part_of_speech: String,
    note: String,
    is_forbidden: bool,
}

/// What the text that comes says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Saying {
    Term,
    PartOfSpeech,
    Status,
    Note,
}

#[derive(Default)]
struct Reader {
    glossary: Glossary,
    faults: Vec<GlossaryError>,
    one_sided: usize,
    concepts: usize,
    lang: Option<Lang>,
    /// Of the open concept, by language.
    words: PerLang<Vec<Word>>,
    word: Option<Word>,
    note: String,
    /// What text says, and how many elements are around it.
    saying: Option<(Saying, usize)>,
    text: String,
}

pub(super) fn read(text: &str) -> Result<(Glossary, Vec<GlossaryWarning>), BilingualError> {
    let mut reader = Reader::default();
    walk(text, &mut reader)?;
    let (glossary, mut warnings) = tolerant((reader.glossary, reader.faults));
    if reader.one_sided > 0 {
        warnings.push(GlossaryWarning::OneSided(reader.one_sided));
    }
    Ok((glossary, warnings))
}

impl Elements for Reader {
    fn open(
        &mut self,
        element: &BytesStart,
        name: &str,
        above: &[String],
    ) -> Result<(), BilingualError> {
        if above.is_empty() && !["martif", "tbx"].contains(&name) {
            return Err(BilingualError::OtherRoot {
                found: name.to_owned(),
                wanted: "tbx",
            });
        }
        let kind = attribute(element, "type").unwrap_or_default();
        let saying = match (name, kind.as_str()) {
            ("termentry" | "conceptentry", _) => {
                self.concepts += 1;
                self.words = Default::default();
                self.note.clear();
                None
            }
            ("langset" | "langsec", _) => {
                let code = xml_attribute(element, "lang").or(attribute(element, "lang"));
                self.lang = code.as_deref().and_then(language);
                None
            }
            ("tig" | "ntig" | "termsec", _) => {
                self.word = Some(Word::default());
                None
            }
            ("term", _) => Some(Saying::Term),
            ("termnote", "partOfSpeech") | ("partofspeech", _) => Some(Saying::PartOfSpeech),
            ("termnote", "administrativeStatus" | "normativeAuthorization")
            | ("administrativestatus" | "normativeauthorization", _) => Some(Saying::Status),
            ("note", _) | ("descrip", "definition") | ("definition", _) => Some(Saying::Note),
            _ => None,
        };
        let is_within = above.iter().any(|name| name == "body");
        if let (Some(saying), None, true) = (saying, self.saying, is_within) {
            self.saying = Some((saying, above.len()));
            self.text.clear();
        }
        Ok(())
    }

    fn close(&mut self, name: &str, above: &[String]) -> Result<(), BilingualError> {
        if let Some((saying, depth)) = self.saying
            && depth == above.len()
        {
            self.saying = None;
            let text = std::mem::take(&mut self.text);
            self.take(saying, &plain(&text));
        }
        match name {
            "tig" | "ntig" | "termsec" => {
                let word = self.word.take().filter(|word| !word.text.is_empty());
                if let (Some(lang), Some(word)) = (self.lang, word) {
                    self.words[lang].push(word);
                }
            }
            "langset" | "langsec" => self.lang = None,
            "termentry" | "conceptentry" => self.end_concept(),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str, _: &[String]) {
        if self.saying.is_some() {
            self.text.push_str(text);
        }
    }
}

impl Reader {
    fn take(&mut self, saying: Saying, text: &str) {
        let note = match (&mut self.word, saying) {
            (Some(word), Saying::Term) => return text.clone_into(&mut word.text),
            (Some(word), Saying::PartOfSpeech) => {
                word.part_of_speech = match text {
                    "properNoun" => "proper noun".to_owned(),
                    other => other.to_owned(),
                };
                return;
            }
            (Some(word), Saying::Status) => {
                let forbids = ["deprecated", "superseded", "forbidden", "prohibited"];
                let status = text.to_lowercase();
                word.is_forbidden = forbids.iter().any(|word| status.starts_with(word));
                return;
            }
            (Some(word), Saying::Note) => &mut word.note,
            // Of a language we do not pair nothing is noted.
            (None, Saying::Note) => &mut self.note,
            (None, _) => return,
        };
        add_note(note, text);
    }

    /// Every English word of the concept with every Korean.
    fn end_concept(&mut self) {
        let PerLang([english, korean]) = std::mem::take(&mut self.words);
        if english.is_empty() || korean.is_empty() {
            self.one_sided += 1;
        }
        for en in &english {
            if en.text.split_whitespace().count() > LONGEST_TERM {
                let (line, text) = (self.concepts, en.text.clone());
                self.faults.push(GlossaryError::TooLong { line, text });
                continue;
            }
            for ko in &korean {
                let mut note = self.note.clone();
                for more in [&en.note, &ko.note] {
                    if note != *more {
                        add_note(&mut note, more);
                    }
                }
                let part_of_speech = match en.part_of_speech.as_str() {
                    "" => &ko.part_of_speech,
                    of_english => of_english,
                };
                let forbidden = match (en.is_forbidden, ko.is_forbidden) {
                    (_, true) => Some(Lang::Ko),
                    (true, false) => Some(Lang::En),
                    (false, false) => None,
                };
                self.glossary.add(Term {
                    en: en.text.clone(),
                    ko: ko.text.clone(),
                    part_of_speech: part_of_speech.to_owned(),
                    note,
                    forbidden,
                });
            }
        }
    }
}

/// A concept to write: the words of the source, here one, and those of the other language.
type Concept<'a> = (&'a str, Vec<&'a GlossaryEntry>);

/// Writes a concept for every word of `source`; gives how many terms the dialect could not hold.
pub(super) fn write(
    entries: &[GlossaryEntry],
    kind: Tbx,
    source: Lang,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let is_held = |entry: &&GlossaryEntry| kind != Tbx::Core3 || entry.term.forbidden.is_none();
    let held: Vec<&GlossaryEntry> = entries.iter().filter(is_held).collect();
    let mut concepts: Vec<Concept> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for &entry in &held {
        let word = word(&entry.term, source);
        // A word that is itself forbidden is another concept's.
        let is_itself = entry.term.forbidden == Some(source);
        let at = *places.entry((word, is_itself)).or_insert_with(|| {
            concepts.push((word, Vec::new()));
            concepts.len() - 1
        });
        if let Some((_, of)) = concepts.get_mut(at) {
            of.push(entry);
        }
    }
    out.write_all(head(kind, source).as_bytes())?;
    for (at, (word, of)) in concepts.iter().enumerate() {
        let mut element = String::new();
        push_concept(&mut element, at + 1, word, of, kind, source);
        out.write_all(element.as_bytes())?;
    }
    out.write_all(match kind {
        Tbx::Basic2 => b"</body></text>\n</martif>\n",
        Tbx::Basic3 | Tbx::Core3 => b"</body></text>\n</tbx>\n",
    })?;
    Ok(entries.len() - held.len())
}

fn word(term: &Term, lang: Lang) -> &str {
    match lang {
        Lang::En => &term.en,
        Lang::Ko => &term.ko,
    }
}

fn head(kind: Tbx, source: Lang) -> String {
    let lang = source.code();
    let about = format!(
        "<fileDesc><titleStmt><title>Glossary</title></titleStmt><sourceDesc><p>Jjak {}</p></sourceDesc></fileDesc>",
        env!("CARGO_PKG_VERSION")
    );
    let basic3 = |kind: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tbx type=\"{kind}\" style=\"dca\" xml:lang=\"{lang}\" xmlns=\"urn:iso:std:iso:30042:ed-2\">\n<tbxHeader>{about}</tbxHeader>\n<text><body>\n"
        )
    };
    match kind {
        Tbx::Basic2 => format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE martif SYSTEM \"TBXBasiccoreStructV02.dtd\">\n<martif type=\"TBX-Basic\" xml:lang=\"{lang}\">\n<martifHeader>{about}<encodingDesc><p type=\"XCSURI\">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>\n<text><body>\n"
        ),
        Tbx::Basic3 => basic3("TBX-Basic"),
        Tbx::Core3 => basic3("TBX-Core"),
    }
}

fn push_concept(
    element: &mut String,
    number: usize,
    word: &str,
    of: &[&GlossaryEntry],
    kind: Tbx,
    source: Lang,
) {
    let [concept, section, term] = match kind {
        Tbx::Basic2 => ["termEntry", "langSet", "tig"],
        Tbx::Basic3 | Tbx::Core3 => ["conceptEntry", "langSec", "termSec"],
    };
    *element += &format!("<{concept} id=\"c{number}\">\n");
    let open = |lang: Lang| format!("  <{section} xml:lang=\"{}\">\n", lang.code());
    let push = |element: &mut String, word: &str, entry: &GlossaryEntry, lang: Lang| {
        *element += &format!("    <{term}><term>");
        xml::push(element, &plain(word));
        *element += "</term>";
        let pos = part_of_speech(&entry.term.part_of_speech);
        if kind != Tbx::Core3 {
            if !pos.is_empty() {
                *element += &format!("<termNote type=\"partOfSpeech\">{pos}</termNote>");
            }
            if entry.term.forbidden == Some(lang) {
                *element +=
                    "<termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>";
            }
            if let Some(TermStatistics { example, .. }) = &entry.found {
                *element += "<descrip type=\"context\">";
                xml::push(element, &plain(PerLang(example.each_ref())[lang]));
                *element += "</descrip>";
            }
        }
        if lang != source && !entry.term.note.is_empty() {
            *element += "<note>";
            xml::push(element, &plain(&entry.term.note));
            *element += "</note>";
        }
        *element += &format!("</{term}>\n");
    };
    *element += &open(source);
    if let Some(first) = of.first() {
        push(element, word, first, source);
    }
    *element += &format!("  </{section}>\n{}", open(source.other()));
    for entry in of {
        push(
            element,
            self::word(&entry.term, source.other()),
            entry,
            source.other(),
        );
    }
    *element += &format!("  </{section}>\n</{concept}>\n");
}
