//! What stands beside a unit in its document, by which tools tell a match in context (101%).

use jjak_core::bitext::{SegmentId, Side};
use jjak_core::segment::Segment;

/// The segments of the source before and after a unit, whether these are written or not; `None` where nobody knows, empty
/// at an end of the document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Context {
    pub before: Option<String>,
    pub after: Option<String>,
}

impl Context {
    /// Of the segments `ids` of the source's side, which `is_whole` unless it is a piece of a longer one; `text` says what a
    /// segment is written as.
    pub(crate) fn of(
        side: &Side,
        ids: &[SegmentId],
        is_whole: bool,
        text: impl Fn(&Segment) -> String,
    ) -> Context {
        let places = ids.iter().filter_map(|&id| side.position(id));
        let (Some(first), Some(last)) = (places.clone().min(), places.max()) else {
            return Context::default();
        };
        let beside = |at: Option<usize>| match at.and_then(|at| side.segments.get(at)) {
            Some(segment) => Some(text(segment)),
            None => is_whole.then(String::new),
        };
        Context {
            before: beside(first.checked_sub(1)),
            after: beside(last.checked_add(1)),
        }
    }
}
