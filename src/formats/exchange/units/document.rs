//! What is written together: the pairs of a project, and what is known of it.

use super::text::plain;
use crate::project::{About, Project};
use jjak_core::article::Lang;
use jjak_core::bitext::{Bitext, Side};
use serde::Serialize;
use std::path::Path;

/// One project's part of an export.
#[derive(Clone, Debug)]
pub struct ExportedWork<'a> {
    /// The name of the project's file; empty if it has none.
    pub name: String,
    pub bitext: &'a Bitext,
    pub about: &'a About,
    /// The language that it was translated from.
    pub source: Lang,
    /// Only its texts are to be told.
    pub plain: bool,
    /// Where its texts came from is not to be told.
    pub is_masked: bool,
}

impl<'a> ExportedWork<'a> {
    /// The whole of `project`, which is in `file`.
    pub fn of(project: &'a Project, file: Option<&Path>) -> ExportedWork<'a> {
        ExportedWork {
            name: file.and_then(file_name).unwrap_or_default(),
            bitext: &project.bitext,
            about: &project.about,
            source: project.about.labels.source(),
            plain: false,
            is_masked: false,
        }
    }

    /// Its languages, that of the source first.
    pub fn languages(&self) -> [Lang; 2] {
        [self.source, self.source.other()]
    }

    /// The same, of which only the texts are told.
    pub fn plain(&self) -> ExportedWork<'a> {
        ExportedWork {
            name: String::new(),
            plain: true,
            ..self.clone()
        }
    }

    /// What is known of all its pairs, by name: its labels, where the texts came from, what made it.
    pub fn facts(&self) -> Vec<(String, String)> {
        let mut facts: Vec<(String, String)> = Vec::new();
        if self.plain {
            return facts;
        }
        let mut add = |name: &str, value: &str| facts.push((name.into(), plain(value).into()));
        let labels = &self.about.labels;
        for (name, label) in [
            ("domain", &labels.domain),
            ("reviewer", &labels.reviewer),
            ("licence", &labels.licence),
        ] {
            if let Some(label) = label {
                add(name, label);
            }
        }
        for lang in Lang::BOTH {
            for (what, value) in self.source_of(lang).known() {
                add(&format!("{}-{what}", lang.code()), value);
            }
        }
        if !self.name.is_empty() {
            add("project", &self.name);
        }
        add("tool", &self.tool());
        facts
    }

    /// Where one of its texts came from, as far as that is to be told.
    pub fn source_of(&self, lang: Lang) -> Source<'a> {
        if self.is_masked {
            Source::default()
        } else {
            Source::of(self.bitext.side(lang))
        }
    }

    /// The Jjak that began it.
    pub fn tool(&self) -> String {
        format!("jjak {}", self.about.tool)
    }

    /// When it was begun, in UTC.
    pub fn began(&self) -> String {
        self.about.began.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
    }
}

/// Where a text came from, as far as it is known.
#[derive(Default, Serialize)]
pub struct Source<'a> {
    /// The file's name without its folders, which are nobody else's business.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<&'a str>,
}

impl<'a> Source<'a> {
    pub fn of(side: &'a Side) -> Source<'a> {
        let provenance = &side.article.provenance;
        Source {
            file: provenance.file.as_deref().and_then(file_name),
            title: provenance.title.as_deref(),
            byline: provenance.byline.as_deref(),
            date: provenance.date.as_deref(),
            url: provenance.url.as_deref(),
        }
    }

    /// What is known, by name.
    pub fn known(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("file", self.file.as_deref()),
            ("title", self.title),
            ("byline", self.byline),
            ("date", self.date),
            ("url", self.url),
        ];
        all.into_iter()
            .filter_map(|(name, value)| Some((name, value?)))
    }

    /// As one cell of a table: an object, or nothing if nothing is known.
    pub fn cell(&self) -> String {
        match serde_json::to_string(self) {
            Ok(object) if object != "{}" => plain(&object).into_owned(),
            _ => String::new(),
        }
    }
}

/// The last name of a path of any system: what Windows wrote is read on others, too.
fn file_name(path: &Path) -> Option<String> {
    let name = path.file_name()?.to_string_lossy();
    let last = name.rsplit(['/', '\\']).find(|name| !name.is_empty());
    last.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use std::path::Path;

    #[test]
    fn a_file_is_told_without_its_folders() {
        for path in [
            "/home/kim/Acme/en.docx",
            "C:\\Clients\\Acme\\en.docx",
            "en.docx",
        ] {
            assert_eq!(file_name(Path::new(path)).unwrap(), "en.docx");
        }
    }
}
