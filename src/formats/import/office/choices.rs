//! One thing in several forms, of which a reader takes the first: newer programs write a form for older ones, too.

/// The open choices, one within the other, and whether a form of each was taken.
#[derive(Default)]
pub(super) struct Choices(Vec<bool>);

impl Choices {
    pub(super) fn begin(&mut self) {
        self.0.push(false);
    }

    pub(super) fn end(&mut self) {
        self.0.pop();
    }

    /// Whether the form that begins here is the one to read.
    pub(super) fn take(&mut self) -> bool {
        match self.0.last_mut() {
            Some(taken) => !std::mem::replace(taken, true),
            None => true,
        }
    }
}
