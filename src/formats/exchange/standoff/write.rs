//! Alignments that stand apart from their texts: InterText's form, in TEI's manner, and XCES' `cesAlign`, which OPUS
//! uses. Both name the sentences of two TEI texts beside them, which hold the whole of the articles, whatever pairs are
//! asked for.

use super::tei::Layout;
use crate::exchange::units::document::ExportedWork;
use crate::exchange::units::unit::TranslationUnit;
use crate::exchange::units::xml::attribute;
use jjak_core::article::{Lang, PerLang};
use jjak_core::bitext::State;
use jjak_core::xml::{NAMESPACE, PREFIX};
use std::io::{self, Write};

/// How links are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    InterText,
    Xces,
}

/// Writes the links of `units` to the texts called `names`, English first; returns how many that were.
pub(crate) fn write<'a>(
    form: Form,
    works: &[ExportedWork],
    names: &[String; 2],
    units: impl Iterator<Item = TranslationUnit<'a>>,
    out: &mut dyn Write,
) -> io::Result<usize> {
    let layouts = PerLang::from_fn(|lang| Layout::of(works, lang));
    let [en, ko] = names;
    let mut element = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    // InterText's first ids are those of the text it goes to, XCES' those of the text it comes from.
    let (to, from) = match form {
        Form::InterText => (en, ko),
        Form::Xces => {
            element.push_str(
                "<!DOCTYPE cesAlign PUBLIC \"-//CES//DTD XML cesAlign//EN\" \"\">\n<cesAlign version=\"1.0\">\n",
            );
            (ko, en)
        }
    };
    element.push_str("<linkGrp");
    if form == Form::Xces {
        element.push_str(" targType=\"s\"");
    }
    attribute(&mut element, "toDoc", to);
    attribute(&mut element, "fromDoc", from);
    attribute(&mut element, &format!("xmlns:{PREFIX}"), NAMESPACE);
    if let [only] = works {
        for (name, value) in only.facts() {
            attribute(&mut element, &format!("{PREFIX}:{name}"), &value);
        }
    }
    element.push_str(">\n");
    let mut written = 0;
    for unit in units {
        written += 1;
        push_link(&mut element, form, &unit, &layouts, written);
        out.write_all(element.as_bytes())?;
        element.clear();
    }
    element.push_str("</linkGrp>\n");
    if form == Form::Xces {
        element.push_str("</cesAlign>\n");
    }
    out.write_all(element.as_bytes())?;
    Ok(written)
}

fn push_link(
    element: &mut String,
    form: Form,
    unit: &TranslationUnit,
    layouts: &PerLang<Layout>,
    number: usize,
) {
    let [en, ko] = Lang::BOTH.map(|lang| layouts[lang].ids(unit.work, unit.bead.ids(lang)));
    let state = unit.bead.state;
    element.push_str("<link");
    match form {
        Form::InterText => {
            attribute(element, "type", &format!("{}-{}", en.len(), ko.len()));
        }
        Form::Xces => attribute(element, "id", &format!("SL{number}")),
    }
    attribute(
        element,
        "xtargets",
        &format!("{};{}", en.join(" "), ko.join(" ")),
    );
    match form {
        Form::InterText => {
            let status = if state == State::Accepted {
                "man"
            } else {
                "auto"
            };
            attribute(element, "status", status);
            if state == State::Flagged {
                element.push_str(" mark=\"1\"");
            }
        }
        Form::Xces => {
            if !unit.plain {
                attribute(element, "certainty", &unit.confidence());
                attribute(element, &format!("{PREFIX}:state"), state.as_str());
            }
        }
    }
    // Where a sentence stands, its id tells.
    let facts = unit
        .facts()
        .into_iter()
        .filter(|(name, _)| !name.ends_with("-sentences"));
    for (name, value) in facts {
        attribute(element, &format!("{PREFIX}:{name}"), &value);
    }
    if !unit.note.is_empty() {
        attribute(element, &format!("{PREFIX}:note"), &unit.note);
    }
    element.push_str("/>\n");
}
