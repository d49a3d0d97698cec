//! Whether the text stands within a quotation between two sentences. A translation is quoted where the original is,
//! so beads should begin and end on the same side of a quotation mark.

/// For the boundary before each sentence and the one after the last: whether it lies within a quotation; `None` where
/// the marks contradict each other.
pub(super) fn boundaries(texts: &[&str]) -> Vec<Option<bool>> {
    let mut boundaries = Vec::with_capacity(texts.len() + 1);
    let mut within = Some(false);
    for text in texts {
        let mut marks = marks(text);
        let first = marks.next();
        // A sentence that closes a quotation first began within one.
        boundaries.push(match (within, first) {
            (within, None) => within,
            (None, Some(opens)) => Some(!opens),
            (Some(within), Some(opens)) => (within != opens).then_some(within),
        });
        within = marks.last().or(first).or(within);
    }
    boundaries.push(within.filter(|&within| !within));
    boundaries
}

/// The quotation marks of a sentence in order: whether each opens.
fn marks(text: &str) -> impl Iterator<Item = bool> {
    let mut before = ' ';
    let mut rest = text.chars().peekable();
    std::iter::from_fn(move || {
        loop {
            let mark = rest.next()?;
            let opens = match mark {
                '“' | '«' | '「' | '『' => Some(true),
                '”' | '»' | '」' | '』' => Some(false),
                '"' => {
                    let after = rest.peek().copied().unwrap_or(' ');
                    Some(
                        (before.is_whitespace() || "([".contains(before)) && !after.is_whitespace(),
                    )
                }
                _ => None,
            };
            before = mark;
            if opens.is_some() {
                return opens;
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::boundaries;

    #[test]
    fn a_quotation_over_several_sentences_is_followed() {
        let texts = [
            "She said: “We wait.",
            "We always wait.",
            "Then we go.”",
            "He left.",
        ];
        assert_eq!(
            boundaries(&texts),
            [
                Some(false),
                Some(true),
                Some(true),
                Some(false),
                Some(false)
            ]
        );
        let straight = ["\"We wait.", "Then we go,\" she said."];
        assert_eq!(
            boundaries(&straight),
            [Some(false), Some(true), Some(false)]
        );
    }

    #[test]
    fn marks_that_contradict_each_other_tell_nothing() {
        assert_eq!(
            boundaries(&["“One.", "“Two.”"]),
            [Some(false), None, Some(false)]
        );
        assert_eq!(boundaries(&[]), [Some(false)]);
    }
}
