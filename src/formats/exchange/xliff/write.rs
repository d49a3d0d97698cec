//! XLIFF 1.2 and 2.1, what translation tools hand on with its states. What XLIFF has no word for
//! stands in attributes of ours (1.2) or in its metadata module (2.1).
//!
//! XLIFF 1.2 <https://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html>, XLIFF 2.1
//! <https://docs.oasis-open.org/xliff/xliff-core/v2.1/xliff-core-v2.1.html>.

use crate::exchange::units::Options;
use crate::exchange::units::document::ExportedWork;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::{self, attribute};
use jjak_core::article::Lang;
use jjak_core::bitext::State;
use jjak_core::xml::{NAMESPACE, PREFIX};
use std::io::{self, Write};

/// The versions that are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Version {
    One,
    Two,
}

/// Writes `units`, a `file` element for each work; returns how many that were.
pub(crate) fn write<'a>(
    version: Version,
    works: &[ExportedWork],
    units: impl Iterator<Item = TranslationUnit<'a>>,
    options: &Options,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let mut element = String::new();
    // Of 2.1 all files of one document have one source.
    let source = works.first().map_or(Lang::En, |work| work.source);
    push_root(&mut element, version, source, options);
    let (mut written, mut open) = (0, None);
    let source_of = |unit: &TranslationUnit| match version {
        Version::One => works[unit.work].source,
        Version::Two => source,
    };
    // What stays for its context has a source.
    let is_wanted =
        |unit: &TranslationUnit| options.one_sided || !unit.text(source_of(unit)).is_empty();
    for unit in units.filter(is_wanted) {
        if open != Some(unit.work) {
            if open.is_some() {
                push_file_end(&mut element, version);
            }
            push_file(&mut element, version, &works[unit.work], unit.work, options);
            open = Some(unit.work);
        }
        written += 1;
        match version {
            Version::One => push_one(&mut element, &unit, source_of(&unit), written),
            Version::Two => push_two(&mut element, &unit, source, written),
        }
        out.write_all(element.as_bytes())?;
        element.clear();
    }
    // Neither version is valid without a file.
    if let (None, Some(work)) = (open, works.first()) {
        push_file(&mut element, version, work, 0, options);
    }
    push_file_end(&mut element, version);
    element.push_str("</xliff>\n");
    out.write_all(element.as_bytes())?;
    Ok(written)
}

fn push_root(element: &mut String, version: Version, source: Lang, options: &Options) {
    element.push_str("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    match version {
        Version::One => element.push_str(&format!(
            "<xliff version=\"1.2\" xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" xmlns:{PREFIX}=\"{NAMESPACE}\">\n"
        )),
        Version::Two => {
            element.push_str(
                "<xliff version=\"2.1\" xmlns=\"urn:oasis:names:tc:xliff:document:2.0\" xmlns:mda=\"urn:oasis:names:tc:xliff:metadata:2.0\"",
            );
            attribute(element, "srcLang", options.code(source));
            attribute(element, "trgLang", options.code(source.other()));
            element.push_str(">\n");
        }
    }
}

fn push_file(
    element: &mut String,
    version: Version,
    work: &ExportedWork,
    number: usize,
    options: &Options,
) {
    let source = work.source_of(work.source);
    let file = source.file.as_deref().filter(|_| !work.plain);
    let name = file.unwrap_or(match work.name.as_str() {
        "" => "text",
        name => name,
    });
    element.push_str("  <file");
    match version {
        Version::One => {
            attribute(element, "original", name);
            let [source, target] = work.languages().map(|lang| options.code(lang));
            attribute(element, "source-language", source);
            attribute(element, "target-language", target);
            element.push_str(" datatype=\"plaintext\" tool-id=\"jjak\">\n    <header>\n");
            element.push_str("      <tool tool-id=\"jjak\" tool-name=\"Jjak\"");
            attribute(element, "tool-version", env!("CARGO_PKG_VERSION"));
            element.push_str("/>\n      <jjak:about");
            for (name, value) in work.facts() {
                attribute(element, &format!("{PREFIX}:{name}"), &value);
            }
            element.push_str("/>\n    </header>\n    <body>\n");
        }
        Version::Two => {
            attribute(element, "id", &format!("f{}", number + 1));
            attribute(element, "original", name);
            element.push_str(">\n");
            push_metadata(element, "    ", work.facts().into_iter());
        }
    }
}

fn push_file_end(element: &mut String, version: Version) {
    element.push_str(match version {
        Version::One => "    </body>\n  </file>\n",
        Version::Two => "  </file>\n",
    });
}

fn push_one(element: &mut String, unit: &TranslationUnit, source: Lang, number: usize) {
    let [source, target] = [source, source.other()].map(|lang| unit.text(lang));
    let state = unit.bead.state;
    element.push_str("      <trans-unit");
    attribute(element, "id", &number.to_string());
    if state == State::Accepted {
        element.push_str(" approved=\"yes\"");
    }
    for (name, value) in unit.facts() {
        attribute(element, &format!("{PREFIX}:{name}"), &value);
    }
    element.push_str(">\n        <source>");
    xml::push(element, source);
    element.push_str("</source>\n        <target state=\"");
    element.push_str(match state {
        State::Accepted => "final",
        State::Flagged => "needs-review-translation",
        State::Unreviewed if target.is_empty() => "needs-translation",
        State::Unreviewed => "translated",
    });
    element.push_str("\">");
    xml::push(element, target);
    element.push_str("</target>\n");
    if !unit.note.is_empty() {
        element.push_str("        <note>");
        xml::push(element, &unit.note);
        element.push_str("</note>\n");
    }
    element.push_str("      </trans-unit>\n");
}

fn push_two(element: &mut String, unit: &TranslationUnit, source: Lang, number: usize) {
    let [source, target] = [source, source.other()].map(|lang| unit.text(lang));
    let state = unit.bead.state;
    element.push_str("    <unit");
    attribute(element, "id", &format!("u{number}"));
    element.push_str(">\n");
    let facts = unit.facts().into_iter();
    push_metadata(
        element,
        "      ",
        facts.map(|(name, value)| (name.to_owned(), value)),
    );
    if !unit.note.is_empty() {
        element.push_str("      <notes>\n        <note>");
        xml::push(element, &unit.note);
        element.push_str("</note>\n      </notes>\n");
    }
    // Every state but the first asks for a target, be it empty.
    let is_initial = state == State::Unreviewed && target.is_empty();
    element.push_str(match state {
        State::Accepted => "      <segment state=\"final\">\n",
        State::Flagged => "      <segment state=\"translated\" subState=\"jjak:flagged\">\n",
        State::Unreviewed if is_initial => "      <segment state=\"initial\">\n",
        State::Unreviewed => "      <segment state=\"translated\">\n",
    });
    element.push_str("        <source>");
    xml::push(element, source);
    element.push_str("</source>\n");
    if !is_initial {
        element.push_str("        <target>");
        xml::push(element, target);
        element.push_str("</target>\n");
    }
    element.push_str("      </segment>\n    </unit>\n");
}

fn push_metadata(
    element: &mut String,
    indent: &str,
    facts: impl Iterator<Item = (String, String)>,
) {
    let mut metas = facts.peekable();
    if metas.peek().is_none() {
        return;
    }
    element.push_str(&format!(
        "{indent}<mda:metadata>\n{indent}  <mda:metaGroup category=\"{PREFIX}\">\n"
    ));
    for (name, value) in metas {
        element.push_str(indent);
        element.push_str("    <mda:meta");
        attribute(element, "type", &name);
        element.push('>');
        xml::push(element, &value);
        element.push_str("</mda:meta>\n");
    }
    element.push_str(&format!(
        "{indent}  </mda:metaGroup>\n{indent}</mda:metadata>\n"
    ));
}
