//! One text, read, cleaned and cut into sentences.

use crate::error::read_error;
use crate::html;
use crate::settings::{GivenSettings, Shape, shape_of};
use crate::text::{Characters, Sentence};
use jjak_core::article::{Article, Lang};
use jjak_core::bitext::Side;
use jjak_core::clean::{Wrapped, join_wrapped};
use jjak_core::segment::Segment;
use jjak_formats::import::{self, Encoding, ImportError, Imported, Original};
use jjak_pipeline::{fetch, lines};
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

/// One text: what of it is the article, and its sentences. `jjak.read` makes it.
#[pyclass(frozen, module = "jjak")]
pub struct Page {
    imported: Imported,
    shape: Arc<Shape>,
    side: OnceLock<Side>,
}

/// A line or paragraph of a page, kept or excluded with a reason.
///
/// Attributes
/// ----------
/// text : str
///     As it stands in the page.
/// start, end : int
///     Characters of `Page.text`.
/// kind : str
///     "body", "heading", "caption", "list-item", "quote", "cell" or "footnote".
/// kept : bool
///     Whether it belongs to the article.
/// reason, rule : str or None
///     Why it does not ("navigation", "byline" ...), and the rule that said so.
#[pyclass(frozen, get_all, module = "jjak")]
pub struct Block {
    text: String,
    start: usize,
    end: usize,
    kind: String,
    kept: bool,
    reason: Option<&'static str>,
    rule: Option<String>,
}

#[pymethods]
impl Block {
    fn __repr__(&self) -> String {
        let what = self.reason.unwrap_or("kept");
        format!("<Block {}: {what}: {:?}>", self.kind, short(&self.text))
    }
}

fn short(text: &str) -> String {
    const CHARACTERS: usize = 50;
    let mut short: String = text.chars().take(CHARACTERS).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

impl Page {
    pub fn of(imported: Imported, shape: Arc<Shape>) -> Page {
        Page {
            imported,
            shape,
            side: OnceLock::new(),
        }
    }

    /// A side of a pair, as it is there.
    pub fn of_side(side: &Side, original: Original) -> Page {
        let article = side.article.clone();
        let page = Page::of(
            Imported {
                detected: Lang::of(&article.text),
                article,
                original,
                warnings: Vec::new(),
                langs: Vec::new(),
                has_encoding: false,
            },
            Shape::own(),
        );
        // It was empty.
        let _ = page.side.set(side.clone());
        page
    }

    pub fn imported(&self) -> &Imported {
        &self.imported
    }

    fn side(&self) -> &Side {
        self.side.get_or_init(|| {
            let article = self.imported.article.clone();
            if self.shape.segmented {
                return lines(article);
            }
            let custom = &self.shape.custom;
            let article = custom.lists.clean(article);
            let segments = custom.rules.segment(&article);
            Side { article, segments }
        })
    }
}

#[pymethods]
impl Page {
    /// The headline, as the page gives it.
    #[getter]
    fn title(&self) -> Option<&str> {
        self.imported.article.provenance.title.as_deref()
    }

    /// Who wrote it, as the page gives it.
    #[getter]
    fn byline(&self) -> Option<&str> {
        self.imported.article.provenance.byline.as_deref()
    }

    /// Its date, as written on the page.
    #[getter]
    fn date(&self) -> Option<&str> {
        self.imported.article.provenance.date.as_deref()
    }

    /// Where it came from, as the page gives it.
    #[getter]
    fn url(&self) -> Option<&str> {
        self.imported.article.provenance.url.as_deref()
    }

    /// The file it was read from.
    #[getter]
    fn file(&self) -> Option<String> {
        let file = self.imported.article.provenance.file.as_ref();
        file.map(|file| file.display().to_string())
    }

    /// The encoding it was read as, such as "UTF-8" or "EUC-KR".
    #[getter]
    fn encoding(&self) -> &str {
        &self.imported.article.provenance.encoding
    }

    /// "en" or "ko", by its letters.
    #[getter]
    fn lang(&self) -> &'static str {
        self.imported.article.lang.code()
    }

    /// The whole text, page boilerplate and all; blocks and sentences are ranges of it.
    #[getter]
    fn text(&self) -> &str {
        &self.imported.article.text
    }

    /// What there is to know of how it was read.
    #[getter]
    fn warnings(&self) -> Vec<String> {
        let warnings = self.imported.warnings.iter();
        warnings.map(ToString::to_string).collect()
    }

    /// All lines and paragraphs (list of Block), those that are excluded among them.
    #[getter]
    fn blocks(&self, py: Python<'_>) -> Vec<Block> {
        py.detach(|| {
            let article = &self.side().article;
            let mut characters = Characters::of(&article.text);
            let blocks = article.blocks.iter().enumerate();
            let blocks = blocks.map(|(at, block)| {
                let (start, end) = characters.span(&block.span);
                let why = block.excluded.as_ref();
                Block {
                    text: article.block_text(at).to_owned(),
                    start,
                    end,
                    kind: word(&block.kind),
                    kept: why.is_none(),
                    reason: why.map(|why| why.reason.as_str()),
                    rule: why.map(|why| why.rule.clone()),
                }
            });
            blocks.collect()
        })
    }

    /// The sentences of what was kept (list of Sentence, which is a str with `start`, `end` and `rule`).
    #[getter]
    fn sentences<'py>(&self, py: Python<'py>) -> PyResult<Vec<Bound<'py, PyAny>>> {
        let side = py.detach(|| self.side());
        let mut characters = Characters::of(&side.article.text);
        let segments = side.segments.iter();
        let sentences = segments.map(|segment| {
            let marker = segment.marker.clone();
            let marker = marker.and_then(|span| side.article.text.get(span));
            Sentence {
                text: &side.text_of(segment),
                span: &segment.span,
                rule: segment.rule.as_str(),
                marker,
            }
            .into_python(py, &mut characters)
        });
        sentences.collect()
    }

    fn __repr__(&self) -> String {
        let name = self.file().or_else(|| self.title().map(str::to_owned));
        format!(
            "<Page {:?} ({}, {} characters)>",
            name.unwrap_or_default(),
            self.lang(),
            self.text().chars().count()
        )
    }

    /// The blocks as a table for notebooks.
    fn _repr_html_(&self, py: Python<'_>) -> String {
        py.detach(|| html::page(self.title().unwrap_or("Page"), &self.side().article))
    }
}

/// The name that files give a value.
pub(crate) fn word(value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).ok();
    let word = value.as_ref().and_then(|value| value.as_str());
    word.unwrap_or_default().to_owned()
}

/// The language called `name`; `None` for one that is to be found out.
fn lang_named(name: Option<&str>) -> PyResult<Option<Lang>> {
    match name {
        None | Some("auto") => Ok(None),
        Some("en") => Ok(Some(Lang::En)),
        Some("ko") => Ok(Some(Lang::Ko)),
        Some(other) => Err(PyValueError::new_err(format!(
            "lang is en, ko or auto, not {other:?}"
        ))),
    }
}

/// Reads a text as an article: what of it is not the article is told, and the rest is cut into sentences.
///
/// Parameters
/// ----------
/// path : path, optional
///     A file of any format that Jjak reads (HTML, text, docx, hwp, PDF, EPUB ...), or a part of one, such as
///     "book.epub#3" or "pages.zip/a.html"; or a link, whose page is fetched.
/// text, html, bytes : optional
///     The text itself, the source of a page, or the bytes of a file, instead of a path.
/// name : str, optional
///     What a file of these bytes would be called; its ending helps to tell the format.
/// encoding : str, optional
///     The encoding, such as "EUC-KR", where it is not to be found out.
/// lang : "en" or "ko", optional
///     The language, where it is not to be told by the letters.
/// settings : Settings or dict, optional
///     How it is cleaned and cut.
///
/// Returns
/// -------
/// Page
///
/// Raises
/// ------
/// jjak.ReadError
///     If it cannot be read. The text says why and what to do.
#[pyfunction]
#[pyo3(signature = (path = None, *, text = None, html = None, bytes = None, name = None, encoding = None, lang = None, settings = None))]
#[expect(clippy::too_many_arguments, reason = "they are Python's keywords")]
pub(crate) fn read(
    py: Python<'_>,
    path: Option<PathBuf>,
    text: Option<String>,
    html: Option<String>,
    bytes: Option<Vec<u8>>,
    name: Option<PathBuf>,
    encoding: Option<&str>,
    lang: Option<&str>,
    settings: Option<GivenSettings<'_>>,
) -> PyResult<Page> {
    let shape = shape_of(settings)?;
    let lang = lang_named(lang)?;
    let encoding = encoding.map(encoding_named).transpose()?;
    let imported = py.detach(|| match (path, text, html, bytes) {
        (Some(path), None, None, None) => fetch::read(&path, encoding).map_err(read_error),
        (None, Some(text), None, None) => Ok(import::from_text(text)),
        (None, None, Some(page), None) => of_html(&page).map_err(read_error),
        (None, None, None, Some(bytes)) => {
            import::from_bytes_as(&bytes, name.as_deref(), encoding).map_err(read_error)
        }
        _ => Err(PyTypeError::new_err(
            "give one of path, text=, html= and bytes=",
        )),
    });
    let mut imported = imported?;
    if let Some(lang) = lang {
        imported.article.lang = lang;
        imported.detected = Some(lang);
    }
    Ok(Page::of(imported, shape))
}

/// Reads the source of a page, whatever encoding it declares: it is a `str`.
fn of_html(page: &str) -> Result<Imported, ImportError> {
    let (name, utf8) = (Path::new("page.html"), Encoding::named("UTF-8"));
    let mut imported = import::from_bytes_as(page.as_bytes(), Some(name), utf8)?;
    imported.article.provenance.file = None;
    Ok(imported)
}

fn encoding_named(name: &str) -> PyResult<Encoding> {
    Encoding::named(name).ok_or_else(|| {
        let offered = Encoding::OFFERED.map(Encoding::name).join(", ");
        PyValueError::new_err(format!(
            "there is no encoding called {name:?}; the usual ones are {offered}"
        ))
    })
}

/// Cuts a text into sentences. Nothing is cleaned or left out: for pages there is `jjak.read`.
///
/// Parameters
/// ----------
/// text : str
///     Its lines are paragraphs.
/// lang : "en" or "ko", optional
///     The language, where it is not to be told by the letters. Only SRX rules go by it; the others go by the script
///     around each place.
/// settings : Settings or dict, optional
///
/// Returns
/// -------
/// list of Sentence
///     Each is a str; `text[sentence.start:sentence.end]` is where it stands.
#[pyfunction]
#[pyo3(signature = (text, lang = None, *, settings = None))]
pub(crate) fn segment<'py>(
    py: Python<'py>,
    text: &str,
    lang: Option<&str>,
    settings: Option<GivenSettings<'_>>,
) -> PyResult<Vec<Bound<'py, PyAny>>> {
    let shape = shape_of(settings)?;
    let lang = lang_named(lang)?.or_else(|| Lang::of(text));
    let (article, segments): (Article, Vec<Segment>) = py.detach(|| {
        let mut article = Article::of_lines(lang.unwrap_or(Lang::En), text);
        if shape.segmented {
            let side = lines(article);
            return (side.article, side.segments);
        }
        if shape.custom.lists.wrapped == Wrapped::Yes {
            join_wrapped(&mut article, Wrapped::Yes);
        }
        let segments = shape.custom.rules.segment(&article);
        (article, segments)
    });
    let mut characters = Characters::of(&article.text);
    let sentences = segments.iter().map(|segment| {
        let marker = segment.marker.clone();
        Sentence {
            text: &article.line(&segment.span),
            span: &segment.span,
            rule: segment.rule.as_str(),
            marker: marker.and_then(|span| article.text.get(span)),
        }
        .into_python(py, &mut characters)
    });
    sentences.collect()
}
