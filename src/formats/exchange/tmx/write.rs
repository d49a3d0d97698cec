//! TMX 1.4, in the one form that every reader tried takes.

use crate::exchange::units::Options;
use crate::exchange::units::document::Document;
use crate::exchange::units::text::plain;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::{self, escape};
use jjak_core::article::Lang;
use jjak_core::bitext::State;
use std::io::{self, Write};

const DATE: &str = "%Y%m%dT%H%M%SZ";

/// Writes `units`, none of them one-sided; returns how many that were.
///
/// Every unit carries where it came from, because tools that join memories drop the header; where there is one work
/// only the header says it, too.
pub(crate) fn write<'a>(
    works: &[Document],
    units: impl Iterator<Item = TranslationUnit<'a>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let source = works.first().map_or(Lang::En, |work| work.source);
    write_header(works, source, options, out)?;
    let written = write_body(works, source, units, options, out)?;
    write_end(out)?;
    Ok(written)
}

/// Writes `units` alone, into a file whose header says `source`; returns how many that were.
pub(crate) fn write_body<'a>(
    works: &[Document],
    source: Lang,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let alike: Vec<Alike> = works.iter().map(|work| Alike::of(work, source)).collect();
    let mut element = String::new();
    let mut written = 0;
    let mut units = units.peekable();
    let mut before: Option<TranslationUnit> = None;
    while let Some(unit) = units.next() {
        element.clear();
        let work = &alike[unit.work];
        let beside = if options.context {
            Beside::of(before.as_ref(), &unit, units.peek(), work.languages[0])
        } else {
            Beside::default()
        };
        push_unit(&mut element, &unit, work, &beside, options);
        out.write_all(element.as_bytes())?;
        written += 1;
        before = options.context.then_some(unit);
    }
    Ok(written)
}

/// Writes what closes the file.
pub(crate) fn write_end(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  </body>\n</tmx>")
}

/// The source texts that stand before and after a unit in its document, by which tools tell a match in context (101%).
#[derive(Default)]
struct Beside {
    before: Option<String>,
    after: Option<String>,
}

impl Beside {
    /// What is written before and after a unit, where it is the next row of the same work.
    fn of(
        before: Option<&TranslationUnit>,
        unit: &TranslationUnit,
        after: Option<&TranslationUnit>,
        source: Lang,
    ) -> Beside {
        let follows = |first: &TranslationUnit, second: &TranslationUnit| {
            first.work == second.work && first.row + 1 == second.row
        };
        let text = |unit: &TranslationUnit| unit.text(source).to_owned();
        Beside {
            before: before.filter(|before| follows(before, unit)).map(text),
            after: after.filter(|after| follows(unit, after)).map(text),
        }
    }

    /// As memoQ writes it, whose form others read: the segment as an element within the property.
    fn push(&self, element: &mut String) {
        for (name, text) in [("pre", &self.before), ("post", &self.after)] {
            let Some(text) = text else { continue };
            element.push_str(&format!("      <prop type=\"x-context-{name}\">"));
            xml::push(element, &format!("<seg>{}</seg>", escape(text)));
            element.push_str("</prop>\n");
        }
    }
}

/// What is in every unit of a work alike.
struct Alike {
    languages: [Lang; 2],
    /// The header says another source.
    is_turned: bool,
    /// The properties, as elements.
    elements: String,
    began: Option<String>,
    reviewer: Option<String>,
}

impl Alike {
    fn of(work: &Document, source: Lang) -> Alike {
        let reviewer = work.about.labels.reviewer.as_deref().map(plain);
        let reviewer = reviewer.filter(|_| !work.plain);
        let mut elements = String::new();
        for (name, value) in &work.facts() {
            push_prop(&mut elements, "      ", name, value);
        }
        Alike {
            languages: work.languages(),
            is_turned: work.source != source,
            elements,
            began: (!work.plain).then(|| work.about.began.strftime(DATE).to_string()),
            reviewer: reviewer.map(|name| name.into_owned()),
        }
    }
}

/// Writes what stands before the units of `works`, most of them translated from `source`.
pub(crate) fn write_header(
    works: &[Document],
    source: Lang,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<()> {
    writeln!(
        out,
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
  <header creationtool="Jjak" creationtoolversion="{version}" segtype="{segtype}" o-tmf="Jjak" adminlang="en" srclang="{srclang}" datatype="plaintext" creationdate="{date}">"#,
        version = env!("CARGO_PKG_VERSION"),
        segtype = if options.paragraphs {
            "paragraph"
        } else {
            "sentence"
        },
        srclang = escape(options.code(source)),
        date = options.created.strftime(DATE),
    )?;
    if let [only] = works {
        let mut elements = String::new();
        for (name, value) in &only.facts() {
            push_prop(&mut elements, "    ", name, value);
        }
        out.write_all(elements.as_bytes())?;
    }
    writeln!(out, "  </header>\n  <body>")
}

fn push_unit(
    element: &mut String,
    unit: &TranslationUnit,
    alike: &Alike,
    beside: &Beside,
    options: &Options,
) {
    let shape = unit.bead.shape();
    element.push_str("    <tu");
    if shape != "1-1" && !options.paragraphs {
        element.push_str(r#" segtype="block""#);
    }
    let mut attribute = |name: &str, value: &str| {
        element.push_str(&format!(" {name}=\"{}\"", escape(value)));
    };
    if alike.is_turned {
        attribute("srclang", options.code(alike.languages[0]));
    }
    if let Some(began) = &alike.began {
        attribute("creationdate", began);
    }
    if let Some(reviewer) = &alike.reviewer
        && unit.bead.state != State::Unreviewed
    {
        attribute("changeid", reviewer);
    }
    element.push_str(">\n");
    let mut prop = |name, value: &str| push_prop(element, "      ", name, value);
    if !unit.plain {
        prop("state", unit.bead.state.as_str());
    }
    for (name, value) in unit.facts() {
        prop(name, &value);
    }
    element.push_str(&alike.elements);
    beside.push(element);
    if !unit.note.is_empty() {
        element.push_str("      <note>");
        xml::push(element, &unit.note);
        element.push_str("</note>\n");
    }
    for lang in alike.languages {
        element.push_str("      <tuv xml:lang=\"");
        xml::push(element, options.code(lang));
        element.push_str("\"><seg>");
        xml::push(element, unit.text(lang));
        element.push_str("</seg></tuv>\n");
    }
    element.push_str("    </tu>\n");
}

fn push_prop(element: &mut String, indent: &str, name: &str, value: &str) {
    for part in [indent, r#"<prop type="x-jjak-"#, name, "\">"] {
        element.push_str(part);
    }
    xml::push(element, value);
    element.push_str("</prop>\n");
}
