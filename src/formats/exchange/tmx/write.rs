//! TMX 1.4, in the one form that every reader tried takes.

use crate::exchange::units::Options;
use crate::exchange::units::context::Context;
use crate::exchange::units::document::ExportedWork;
use crate::exchange::units::text::plain;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::{self, escape};
use jjak_core::article::Lang;
use jjak_core::bitext::State;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, Write};

const DATE: &str = "%Y%m%dT%H%M%SZ";

/// Writes `units`, none of them one-sided; returns how many that were.
///
/// Every unit carries where it came from, because tools that join memories drop the header; where there is one work
/// only the header says it, too.
pub(crate) fn write<'a>(
    works: &[ExportedWork],
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
    works: &[ExportedWork],
    source: Lang,
    units: impl Iterator<Item = TranslationUnit<'a>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let alike: Vec<Alike> = works.iter().map(|work| Alike::of(work, source)).collect();
    let mut spoken = Spoken::default();
    let mut element = String::new();
    let mut written = 0;
    for unit in units {
        element.clear();
        let work = &alike[unit.work];
        let is_other = options.context && spoken.is_other(&unit, work.languages);
        push_unit(&mut element, &unit, work, is_other, options);
        out.write_all(element.as_bytes())?;
        written += 1;
    }
    Ok(written)
}

/// Writes what closes the file.
pub(crate) fn write_end(out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "  </body>\n</tmx>")
}

/// How each source text was translated first, as hashes.
#[derive(Default)]
struct Spoken(HashMap<u64, u64>);

impl Spoken {
    /// Whether its source was translated otherwise before.
    fn is_other(&mut self, unit: &TranslationUnit, languages: [Lang; 2]) -> bool {
        let [source, target] = languages.map(|lang| {
            let mut hasher = DefaultHasher::new();
            unit.text(lang).hash(&mut hasher);
            hasher.finish()
        });
        *self.0.entry(source).or_insert(target) != target
    }
}

/// What OmegaT knows a segment by: where its source was translated otherwise before, this is the translation in this
/// context alone, which the file's name says.
fn push_omegat(element: &mut String, context: &Context, file: Option<&str>) {
    let Context {
        before: Some(before),
        after: Some(after),
    } = context
    else {
        return;
    };
    let props = [
        ("file", file),
        ("prev", Some(before)),
        ("next", Some(after)),
    ];
    for (name, value) in props {
        let Some(value) = value else { continue };
        element.push_str("      <prop type=\"");
        element.push_str(name);
        element.push_str("\">");
        xml::push(element, value);
        element.push_str("</prop>\n");
    }
}

/// What memoQ knows a segment by, in the text of the source: the segments as elements within the properties.
fn push_memoq(element: &mut String, context: &Context) {
    for (name, text) in [("pre", &context.before), ("post", &context.after)] {
        let Some(text) = text.as_ref().filter(|text| !text.is_empty()) else {
            continue;
        };
        element.push_str(&format!("<prop type=\"x-context-{name}\">"));
        xml::push(element, &format!("<seg>{}</seg>", escape(text)));
        element.push_str("</prop>");
    }
}

/// What is in every unit of a work alike.
struct Alike {
    languages: [Lang; 2],
    /// The header says another source.
    is_turned: bool,
    /// The properties, as elements.
    elements: String,
    /// The name of the source's file.
    file: Option<String>,
    began: Option<String>,
    reviewer: Option<String>,
}

impl Alike {
    fn of(work: &ExportedWork, source: Lang) -> Alike {
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
            file: work.source_of(work.source).file.filter(|_| !work.plain),
            began: (!work.plain).then(|| work.about.began.strftime(DATE).to_string()),
            reviewer: reviewer.map(|name| name.into_owned()),
        }
    }
}

/// Writes what stands before the units of `works`, most of them translated from `source`.
pub(crate) fn write_header(
    works: &[ExportedWork],
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
    is_other: bool,
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
    let file = alike.file.as_deref().filter(|_| is_other);
    push_omegat(element, &unit.context, file);
    if !unit.note.is_empty() {
        element.push_str("      <note>");
        xml::push(element, &unit.note);
        element.push_str("</note>\n");
    }
    for lang in alike.languages {
        element.push_str("      <tuv xml:lang=\"");
        xml::push(element, options.code(lang));
        element.push_str("\">");
        if lang == alike.languages[0] {
            push_memoq(element, &unit.context);
        }
        element.push_str("<seg>");
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
