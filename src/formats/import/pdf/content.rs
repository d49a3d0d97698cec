//! A page's content stream, run for its text: which glyphs stand where.

use super::super::{Fault, limits};
use super::annotations::Annotations;
use super::font::Font;
use super::matrix::Matrix;
use super::stream;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::{Dict, Name, Number, Object, ObjectIdentifier, Stream, String as Bytes};
use hayro_syntax::page::{Page, Resources};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

/// A glyph on a page. Points, from the upper left corner.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
    pub is_bold: bool,
    /// Marked as no part of the text: page numbers, running heads.
    pub is_artifact: bool,
}

/// What a page shows.
#[derive(Debug, Default)]
pub(super) struct Shown {
    /// By the quarter turns to the right that bring their lines upright: as a person turns the page to read them.
    pub glyphs: [Vec<Glyph>; 4],
    pub pictures: usize,
    /// Annotations that say what the page does not show.
    pub comments: usize,
    /// Glyphs of text that runs askew, mirrored or from character to character downwards.
    pub turned: usize,
}

/// Runs the pages of one document; fonts are read once.
#[derive(Default)]
pub(super) struct Runner {
    fonts: HashMap<ObjectIdentifier, Rc<Font>>,
    operations: u64,
    /// Characters by the name of a font that does not tell what they are.
    pub unknown: BTreeMap<String, usize>,
}

/// Forms within forms.
const MOST_FORMS: usize = 12;
/// Graphics states saved at once.
const MOST_SAVED: usize = 256;

#[derive(Clone)]
struct State {
    page: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    character_spacing: f64,
    word_spacing: f64,
    scaling: f64,
    leading: f64,
    rise: f64,
}

/// What is marked around the current operation.
enum Mark {
    Other,
    Artifact,
    /// The text that the glyphs stand for, until the first of them took it.
    Actual(Option<String>),
}

struct Run<'r, 'a> {
    runner: &'r mut Runner,
    shown: &'r mut Shown,
    resources: &'r Resources<'a>,
    state: State,
    saved: Vec<State>,
    text: Matrix,
    line: Matrix,
    marks: Vec<Mark>,
    depth: usize,
    /// Width and height of the page.
    extent: [f64; 2],
}

impl Runner {
    /// Runs a page.
    ///
    /// # Errors
    /// [`Fault::OverLimit`].
    pub(super) fn page(&mut self, page: &Page) -> Result<Shown, Fault> {
        let annotations = Annotations::of(page.raw());
        let mut shown = Shown {
            comments: annotations.comments,
            ..Shown::default()
        };
        let matrix = Matrix(page.initial_transform(true).as_coeffs());
        let (width, height) = page.render_dimensions();
        let mut run = Run {
            runner: self,
            shown: &mut shown,
            resources: page.resources(),
            state: State {
                page: matrix,
                font: None,
                size: 1.0,
                character_spacing: 0.0,
                word_spacing: 0.0,
                scaling: 1.0,
                leading: 0.0,
                rise: 0.0,
            },
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            marks: Vec::new(),
            depth: 0,
            extent: [width, height].map(f64::from),
        };
        let state = run.state.clone();
        run.run(page.page_stream().unwrap_or_default())?;
        // Over the page, whatever state it ends in.
        (run.state, run.marks) = (state, Vec::new());
        for (form, placed) in &annotations.appearances {
            run.draw_form(form, *placed)?;
        }
        Ok(shown)
    }
}

impl Run<'_, '_> {
    fn run(&mut self, content: &[u8]) -> Result<(), Fault> {
        let mut instructions = TypedIter::new(content);
        while let Some(instruction) = instructions.next() {
            self.runner.operations += 1;
            if self.runner.operations > limits::MAX_PDF_OPERATIONS {
                return Err(Fault::OverLimit {
                    what: "drawing its pages takes",
                    limit: limits::MAX_PDF_OPERATIONS,
                    unit: "operations",
                    name: "MAX_PDF_OPERATIONS",
                });
            }
            self.take(instruction)?;
        }
        Ok(())
    }

    fn take(&mut self, instruction: TypedInstruction) -> Result<(), Fault> {
        match instruction {
            TypedInstruction::SaveState(_) if self.saved.len() < MOST_SAVED => {
                self.saved.push(self.state.clone());
            }
            TypedInstruction::RestoreState(_) => {
                if let Some(state) = self.saved.pop() {
                    self.state = state;
                }
            }
            TypedInstruction::Transform(m) => {
                let matrix = matrix([m.0, m.1, m.2, m.3, m.4, m.5]);
                self.state.page = matrix.then(self.state.page);
            }
            TypedInstruction::BeginText(_) => self.start_line(Matrix::IDENTITY),
            TypedInstruction::CharacterSpacing(by) => self.state.character_spacing = by.0.as_f64(),
            TypedInstruction::WordSpacing(by) => self.state.word_spacing = by.0.as_f64(),
            TypedInstruction::HorizontalScaling(by) => self.state.scaling = by.0.as_f64() / 100.0,
            TypedInstruction::TextLeading(by) => self.state.leading = by.0.as_f64(),
            TypedInstruction::TextRise(by) => self.state.rise = by.0.as_f64(),
            TypedInstruction::TextFont(font) => {
                self.state.font = self.font(font.0);
                self.state.size = font.1.as_f64();
            }
            TypedInstruction::NextLine(to) => self.next_line(to.0.as_f64(), to.1.as_f64()),
            TypedInstruction::NextLineAndSetLeading(to) => {
                self.state.leading = -to.1.as_f64();
                self.next_line(to.0.as_f64(), to.1.as_f64());
            }
            TypedInstruction::SetTextMatrix(m) => {
                self.start_line(matrix([m.0, m.1, m.2, m.3, m.4, m.5]));
            }
            TypedInstruction::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            TypedInstruction::ShowText(text) => self.show(text.0.as_bytes()),
            TypedInstruction::NextLineAndShowText(text) => {
                self.next_line(0.0, -self.state.leading);
                self.show(text.0.as_bytes());
            }
            TypedInstruction::ShowTextWithParameters(text) => {
                self.state.word_spacing = text.0.as_f64();
                self.state.character_spacing = text.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(text.2.as_bytes());
            }
            TypedInstruction::ShowTexts(texts) => {
                for part in texts.0.iter::<Object>() {
                    match part {
                        Object::String(text) => self.show(text.as_bytes()),
                        Object::Number(back) => {
                            let by = -back.as_f64() / 1000.0 * self.state.size * self.state.scaling;
                            self.text = Matrix::translation(by, 0.0).then(self.text);
                        }
                        _ => {}
                    }
                }
            }
            TypedInstruction::BeginMarkedContent(mark) => self.mark(mark.0, None),
            TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                self.mark(mark.0, Some(mark.1))
            }
            TypedInstruction::EndMarkedContent(_) => {
                self.marks.pop();
            }
            TypedInstruction::XObject(object) => self.draw(object.0)?,
            TypedInstruction::InlineImage(_) => self.shown.pictures += 1,
            _ => {}
        }
        Ok(())
    }

    fn start_line(&mut self, at: Matrix) {
        self.text = at;
        self.line = at;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.start_line(Matrix::translation(x, y).then(self.line));
    }

    fn font(&mut self, name: &Name) -> Option<Rc<Font>> {
        let dict = self.resources.get_font(name)?;
        let Some(id) = dict.obj_id() else {
            return Some(Rc::new(Font::read(&dict)));
        };
        let font = self.runner.fonts.entry(id);
        Some(font.or_insert_with(|| Rc::new(Font::read(&dict))).clone())
    }

    fn show(&mut self, string: &[u8]) {
        let Some(font) = self.state.font.clone() else {
            return;
        };
        for character in font.characters(string) {
            let state = &self.state;
            let spacing = state.character_spacing
                + if character.is_space {
                    state.word_spacing
                } else {
                    0.0
                };
            let advance = character.width * state.size + spacing;
            let glyph = Matrix([
                state.size * state.scaling,
                0.0,
                0.0,
                state.size,
                0.0,
                state.rise,
            ])
            .then(self.text)
            .then(state.page);
            if character.text.is_none() {
                *self.runner.unknown.entry(font.name.clone()).or_default() += 1;
            }
            let text = character
                .text
                .unwrap_or_else(|| char::REPLACEMENT_CHARACTER.to_string());
            self.put(glyph, character.width, text, &font);
            let (x, y) = if font.is_vertical {
                (0.0, -(self.state.size + spacing))
            } else {
                (advance * self.state.scaling, 0.0)
            };
            self.text = Matrix::translation(x, y).then(self.text);
        }
    }

    fn put(&mut self, glyph: Matrix, width: f64, text: String, font: &Font) {
        let [a, b, c, d, x, y] = glyph.0;
        let (size, run) = (c.hypot(d), a.hypot(b));
        let is_sound = [x, y, size, run]
            .iter()
            .all(|value| value.is_finite() && value.abs() < 1e6);
        if !is_sound || size <= 0.0 {
            return;
        }
        let turns = (0..4).find(|&turns| {
            let (a, b) = turned(turns, a, b);
            let (_, d) = turned(turns, c, d);
            a > 0.0 && b.abs() < a * 0.1 && d < 0.0
        });
        let Some(turns) = turns.filter(|_| !font.is_vertical) else {
            self.shown.turned += usize::from(!text.trim().is_empty());
            return;
        };
        let [across, down] = self.extent;
        let (x, y) = turned(turns, x, y);
        // The page's corner moves.
        let left = x + [0.0, down, across, 0.0][turns];
        let baseline = y + [0.0, 0.0, down, across][turns];
        let is_artifact = self.marks.iter().any(|mark| matches!(mark, Mark::Artifact));
        let actual = self.marks.iter_mut().rev().find_map(|mark| match mark {
            Mark::Actual(text) => Some(text.take().unwrap_or_default()),
            _ => None,
        });
        self.shown.glyphs[turns].push(Glyph {
            text: actual.unwrap_or(text),
            left,
            right: left + width * run,
            baseline,
            size,
            is_bold: font.is_bold,
            is_artifact,
        });
    }

    fn mark(&mut self, name: &Name, properties: Option<&Object>) {
        let properties = properties.and_then(|properties| match properties {
            Object::Dict(dict) => Some(dict.clone()),
            Object::Name(name) => self.resources.properties.get::<Dict>(name.as_str()),
            _ => None,
        });
        let actual = properties.and_then(|dict| dict.get::<Bytes>("ActualText"));
        let mark = match actual {
            Some(text) => Mark::Actual(Some(text_string(text.as_bytes()))),
            None if name.as_str() == "Artifact" => Mark::Artifact,
            None => Mark::Other,
        };
        self.marks.push(mark);
    }

    /// Draws a form; a picture is counted.
    fn draw(&mut self, name: &Name) -> Result<(), Fault> {
        let Some(object) = self.resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = object.dict();
        if dict
            .get::<Name>("Subtype")
            .is_some_and(|kind| kind.as_str() == "Image")
        {
            self.shown.pictures += 1;
            return Ok(());
        }
        self.draw_form(&object, Matrix::IDENTITY)
    }

    /// Draws a form that is `placed` on the page, or on what draws it.
    fn draw_form(&mut self, form: &Stream, placed: Matrix) -> Result<(), Fault> {
        let Some(content) = stream::decoded(form).filter(|_| self.depth < MOST_FORMS) else {
            return Ok(());
        };
        let dict = form.dict();
        let own = dict.get::<Dict>("Resources").map(Resources::new);
        let mut state = self.state.clone();
        state.page = placed.then(state.page);
        if let Some(own) = Matrix::of_form(form) {
            state.page = own.then(state.page);
        }
        let is_artifact = self.marks.iter().any(|mark| matches!(mark, Mark::Artifact));
        let mut run = Run {
            runner: self.runner,
            shown: self.shown,
            resources: own.as_ref().unwrap_or(self.resources),
            state,
            saved: Vec::new(),
            text: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            marks: is_artifact.then_some(Mark::Artifact).into_iter().collect(),
            depth: self.depth + 1,
            extent: self.extent,
        };
        run.run(&content)
    }
}

/// A vector after so many quarter turns to the right; `y` runs down.
fn turned(turns: usize, x: f64, y: f64) -> (f64, f64) {
    (0..turns).fold((x, y), |(x, y), _| (-y, x))
}

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}

/// A text string: UTF-16 or UTF-8 with its mark, else (nearly) Windows-1252.
pub(super) fn text_string(bytes: &[u8]) -> String {
    let (text, _, _) = encoding_rs::WINDOWS_1252.decode(bytes);
    text.into_owned()
}
