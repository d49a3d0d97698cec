//! What is laid over a page: fields of a form, boxes of text, stamps, and the comments of readers (ISO 32000-2, 12.5).

use super::matrix::Matrix;
use hayro_syntax::object::{Array, Dict, Name, Rect, Stream, String as Bytes};

/// What the annotations of one page come to.
#[derive(Default)]
pub(super) struct Annotations<'a> {
    /// What they draw, each with the map from its own plane to the page's.
    pub appearances: Vec<(Stream<'a>, Matrix)>,
    /// Those that say something that the page does not show.
    pub comments: usize,
}

/// Not shown at all; not shown on a screen.
const HIDDEN: i32 = 1 << 1 | 1 << 5;
/// Most that are looked at on one page.
const MOST: usize = 20_000;

impl<'a> Annotations<'a> {
    pub(super) fn of(page: &Dict<'a>) -> Annotations<'a> {
        let mut annotations = Annotations::default();
        let list = page.get::<Array>("Annots");
        for annotation in list.iter().flat_map(|list| list.iter::<Dict>()).take(MOST) {
            annotations.add(&annotation);
        }
        annotations
    }

    fn add(&mut self, annotation: &Dict<'a>) {
        let kind = annotation.get::<Name>("Subtype");
        let kind = kind.as_ref().map_or("", |kind| kind.as_str());
        // Its text is that of the annotation that it opens from.
        if kind == "Popup" {
            return;
        }
        let is_hidden = annotation.get::<i32>("F").unwrap_or_default() & HIDDEN != 0;
        let appearance = appearance(annotation).filter(|_| !is_hidden && kind != "Text");
        let says = |key: &str| {
            let text = annotation.get::<Bytes>(key);
            text.is_some_and(|text| !text.as_bytes().trim_ascii().is_empty())
        };
        // What a box of text says is what it draws, if it does; so is a field's value. A link's is its hint.
        let is_unread = match kind {
            "FreeText" => appearance.is_none() && says("Contents"),
            "Widget" => appearance.is_none() && says("V"),
            "Link" => false,
            _ => says("Contents"),
        };
        self.comments += usize::from(is_unread);
        self.appearances.extend(appearance);
    }
}

/// What an annotation draws in the state that it is in.
fn appearance<'a>(annotation: &Dict<'a>) -> Option<(Stream<'a>, Matrix)> {
    let normal = annotation.get::<Dict>("AP")?;
    let form = normal.get::<Stream>("N").or_else(|| {
        let state = annotation.get::<Name>("AS")?;
        normal.get::<Dict>("N")?.get::<Stream>(state.as_str())
    })?;
    let (rect, own) = (
        annotation.get::<Rect>("Rect")?,
        form.dict().get::<Rect>("BBox")?,
    );
    let matrix = Matrix::of_form(&form).unwrap_or(Matrix::IDENTITY);
    let corners = [
        (own.x0, own.y0),
        (own.x1, own.y0),
        (own.x0, own.y1),
        (own.x1, own.y1),
    ]
    .map(|(x, y)| matrix.apply(x, y));
    let bounds = |of: fn(&(f64, f64)) -> f64| {
        let ends = corners.iter().map(of);
        ends.fold((f64::MAX, f64::MIN), |(low, high), value| {
            (low.min(value), high.max(value))
        })
    };
    let ((left, right), (bottom, top)) = (bounds(|corner| corner.0), bounds(|corner| corner.1));
    // The box that holds the transformed one is laid over the annotation's rectangle.
    let scale = |extent: f64, wanted: f64| {
        if extent.abs() > f64::EPSILON {
            wanted / extent
        } else {
            1.0
        }
    };
    let (x, y) = (
        scale(right - left, rect.x1 - rect.x0),
        scale(top - bottom, rect.y1 - rect.y0),
    );
    let placed = Matrix([x, 0.0, 0.0, y, rect.x0 - left * x, rect.y0 - bottom * y]);
    Some((form, placed))
}
