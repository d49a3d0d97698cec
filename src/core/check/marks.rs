//! Punctuation, spacing and signs of one side that its other side gives no reason for. Small things: notes, no errors.

use super::Finding;
use super::slips::{Slip, of_text};
use crate::article::Lang;
use crate::bitext::{Bead, Bitext};

/// English words that are written twice by mistake alone.
const NEVER_TWICE: [&str; 12] = [
    "the", "a", "an", "of", "to", "and", "is", "are", "for", "with", "from", "its",
];

pub(super) fn odd(bitext: &Bitext, bead: &Bead, en: &[&str], ko: &[&str]) -> Vec<Finding> {
    let mut found = Vec::new();
    let slips_of = |texts: &[&str]| -> Vec<Slip> {
        let slips = texts.iter().flat_map(|text| of_text(text));
        slips.collect()
    };
    let (of_en, of_ko) = (slips_of(en), slips_of(ko));
    for (lang, texts, slips, elsewhere) in [
        (Lang::En, en, &of_en, &of_ko),
        (Lang::Ko, ko, &of_ko, &of_en),
    ] {
        let slips = slips.iter();
        let told = slips.filter(|slip| match slip {
            Slip::SpaceBeforeMark => !elsewhere.contains(slip),
            // A quotation goes on over sentences, whatever their pairs.
            Slip::Unbalanced(mark) => {
                "()[]{}".contains(*mark)
                    && texts.len() == 1
                    && !elsewhere
                        .iter()
                        .any(|other| matches!(other, Slip::Unbalanced(_)))
            }
            Slip::DoubledWord(word) => lang == Lang::En && NEVER_TWICE.contains(&word.as_str()),
            _ => false,
        });
        let mut slips: Vec<Slip> = told.cloned().collect();
        slips.extend(full_width(texts));
        slips.extend(spaces(bitext, bead, lang));
        slips.dedup();
        found.extend(slips.into_iter().map(|slip| Finding::Mark { lang, slip }));
    }
    let asks = |texts: &[&str]| texts.last().is_some_and(|text| bare(text).ends_with('?'));
    // 않는다. states where the English asks; a Korean question may end in 까 without a mark.
    let states = ko.last().is_some_and(|text| bare(text).ends_with("다."));
    let korean_asks = ko.iter().any(|text| text.contains('?'));
    if en.len() == 1 && ko.len() == 1 && asks(en) && states && !korean_asks {
        found.push(Finding::Mark {
            lang: Lang::Ko,
            slip: Slip::NoQuestion,
        });
    }
    found
}

/// Without what closes a quotation.
fn bare(text: &str) -> &str {
    text.trim_end_matches(|letter: char| letter.is_whitespace() || "”’\"')]」』".contains(letter))
}

/// Letters and digits of twice the width, which Korean has no use for.
fn full_width(texts: &[&str]) -> Option<Slip> {
    let is_wide = |letter: &char| matches!(letter, '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    let mut letters = texts.iter().flat_map(|text| text.chars());
    letters.find(is_wide).map(Slip::FullWidth)
}

/// Spaces of a text that stands as a file of pairs had it.
fn spaces(bitext: &Bitext, bead: &Bead, lang: Lang) -> Option<Slip> {
    let side = bitext.side(lang);
    let mut texts = bead.ids(lang).iter().filter_map(|&id| {
        let segment = side.segment(id)?;
        side.exact_text_of(segment)
    });
    let is_loose = |text: &str| text.trim() != text || text.contains("  ");
    texts.any(is_loose).then_some(Slip::LooseSpace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Link;
    use crate::article::Article;
    use crate::bitext::Side;

    fn odd_in(en: &str, ko: &str) -> Vec<Slip> {
        let side = |lang, text| {
            let article = Article::of_lines(lang, text);
            let segments = crate::segment::segment(&article);
            Side { article, segments }
        };
        let link = Link {
            en: vec![0],
            ko: vec![0],
            confidence: 1.0,
        };
        let bitext = Bitext::new(side(Lang::En, en), side(Lang::Ko, ko), &[link]);
        let found = odd(
            &bitext,
            &bitext.beads[crate::bitext::RowIndex(0)],
            &[en],
            &[ko],
        );
        let slip = |finding: Finding| match finding {
            Finding::Mark { slip, .. } => Some(slip),
            _ => None,
        };
        found.into_iter().filter_map(slip).collect()
    }

    #[test]
    fn what_the_other_side_gives_no_reason_for_is_told() {
        assert_eq!(
            odd_in("The port (old) opens.", "항구(옛 항구가 열린다."),
            [Slip::Unbalanced('(')]
        );
        assert_eq!(
            odd_in("He saw the the sea.", "그는 바다를 봤다."),
            [Slip::DoubledWord("the".into())]
        );
        assert_eq!(
            odd_in("Room 12 is free.", "１２호실이 비었다."),
            [Slip::FullWidth('１')]
        );
        assert_eq!(odd_in("Is it open?", "문을 열었다."), [Slip::NoQuestion]);
        assert_eq!(odd_in("Is it open?", "문을 열었습니까."), []);
        assert_eq!(odd_in("1) Open it.", "1) 연다."), []);
        assert_eq!(odd_in("He had had enough.", "그는 매우 매우 지쳤다."), []);
    }
}
