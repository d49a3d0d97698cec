//! A sentence in another register than the rest of its text: 합니다 among 한다.

use std::fmt;

/// How a Korean sentence speaks to its reader, by its ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// 합니다: formal and polite.
    Formal,
    /// 해요: polite.
    Polite,
    /// 한다: plain.
    Plain,
}

/// Sentences that a text must have before its register is known.
const SENTENCES: usize = 12;
/// One part in so many may be of another register; where more are, the text has no one register.
const ODD_SHARE: usize = 12;

impl Register {
    /// Of a sentence that ends in a register; quotations and what has no ending have none.
    pub fn of(text: &str) -> Option<Register> {
        let quoted = text.contains(['“', '”', '"', '‘', '’', '「', '『']);
        let text = text.trim_end().strip_suffix('.')?;
        if quoted {
            return None;
        }
        let mut letters = text.chars().rev();
        match (letters.next()?, letters.next()?) {
            ('다', '니') => Some(Register::Formal),
            ('다', _) => Some(Register::Plain),
            ('요', _) => Some(Register::Polite),
            _ => None,
        }
    }
}

impl fmt::Display for Register {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Register::Formal => "합니다",
            Register::Polite => "해요",
            Register::Plain => "한다",
        })
    }
}

/// The few rows that do not speak as nearly all the others do, how they speak and how those do.
pub(super) fn mixed(rows: &[Option<Register>]) -> Vec<(usize, Register, Register)> {
    let all = || rows.iter().flatten();
    let count = |register: Register| all().filter(|&&other| other == register).count();
    let registers = [Register::Formal, Register::Polite, Register::Plain];
    let counted = registers.map(|register| (count(register), register));
    let total = all().count();
    let Some((most, usual)) = counted.into_iter().max_by_key(|(count, _)| *count) else {
        return Vec::new();
    };
    if total < SENTENCES || (total - most) * ODD_SHARE > total {
        return Vec::new();
    }
    let rows = rows.iter().enumerate();
    let odd = rows.filter_map(|(row, here)| Some((row, (*here)?, usual)));
    odd.filter(|(_, here, usual)| here != usual).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn registers_are_told_by_the_ending() {
        for (text, expected) in [
            ("문을 엽니다.", Some(Register::Formal)),
            ("문을 열어요.", Some(Register::Polite)),
            ("문을 열었다.", Some(Register::Plain)),
            ("“문을 엽니다.”", None),
            ("문", None),
        ] {
            assert_eq!(Register::of(text), expected, "{text}");
        }
    }

    #[test]
    fn the_odd_one_is_told_and_a_mixed_text_is_left_alone() {
        let rows = |formal: usize, plain: usize| -> usize {
            let mut rows = vec![Some(Register::Formal); formal];
            rows.extend(vec![Some(Register::Plain); plain]);
            mixed(&rows).len()
        };
        assert_eq!(rows(20, 1), 1);
        assert_eq!(rows(10, 10), 0);
        assert_eq!(rows(5, 1), 0);
    }
}
