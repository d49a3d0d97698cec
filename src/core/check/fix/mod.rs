//! What would set a finding right, where that is beyond doubt: a word for another, a space less, a mark more.

mod particle;

use super::finding::{Finding, is_korean};
use super::slips::{Slip, is_loose};
use crate::article::Lang;
use crate::bitext::{Bitext, RowIndex, SegmentId};

/// A sentence with the text that sets a finding right.
pub type Rewording = (Lang, SegmentId, String);

/// The sentences of `row` as they would be with `finding`, which is of that row, set right; none where only a person can
/// tell how.
pub fn fix(bitext: &Bitext, row: RowIndex, finding: &Finding) -> Vec<Rewording> {
    match finding {
        Finding::Name {
            here, elsewhere, ..
        } => swap(bitext, row, lang_of(here), here, elsewhere),
        Finding::OtherName { here, usual, .. }
        | Finding::Forbidden {
            here,
            wanted: usual,
            ..
        } => match &usual[..] {
            [right] => swap(bitext, row, lang_of(here), here, right),
            // Of several only a person can tell which.
            _ => Vec::new(),
        },
        Finding::Miscopied { here, english } => swap(bitext, row, Lang::Ko, here, english),
        Finding::Repeat { lang, elsewhere } => match bitext.ids(row, lang.other()) {
            [id] => vec![(lang.other(), *id, elsewhere.clone())],
            _ => Vec::new(),
        },
        Finding::Mark { lang, slip } => {
            let ids = bitext.ids(row, *lang).iter();
            ids.filter_map(|&id| mend(bitext, *lang, id, slip))
                .collect()
        }
        Finding::Slip { lang, id, slip } => mend(bitext, *lang, *id, slip).into_iter().collect(),
        Finding::Numbers { .. }
        | Finding::Term { .. }
        | Finding::Untranslated { .. }
        | Finding::Negation { .. }
        | Finding::Opposite { .. }
        | Finding::Omitted { .. }
        | Finding::Markup { .. }
        | Finding::Register { .. }
        | Finding::Length { .. } => Vec::new(),
    }
}

fn lang_of(word: &str) -> Lang {
    if is_korean(word) { Lang::Ko } else { Lang::En }
}

/// The sentences of a row with `right` wherever `wrong` stands, and the particles after it as they have to be.
fn swap(bitext: &Bitext, row: RowIndex, lang: Lang, wrong: &str, right: &str) -> Vec<Rewording> {
    let ids = bitext.ids(row, lang).iter();
    let swapped = ids.filter_map(|&id| {
        let text = bitext.side(lang).text(id);
        Some((lang, id, with_word(&text, wrong, right)?))
    });
    swapped.collect()
}

/// `text` with `right` for every `wrong`; `None` if that does not stand there.
fn with_word(text: &str, wrong: &str, right: &str) -> Option<String> {
    let mut done = String::new();
    let mut rest = text.to_owned();
    let mut found = false;
    while let Some((begin, end)) = find_loosely(&rest, wrong) {
        let tail = rest.split_off(end);
        done.push_str(rest.get(..begin)?);
        done.push_str(right);
        rest = particle::agree(wrong, right, &tail);
        found = true;
    }
    done.push_str(&rest);
    (found && done != text).then_some(done)
}

/// Where `word` stands in `text`, whatever the spaces within it; of a Latin word only where it stands by itself.
fn find_loosely(text: &str, word: &str) -> Option<(usize, usize)> {
    let wanted: Vec<char> = word
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect();
    let first = *wanted.first()?;
    let begins = text.char_indices().filter(|(_, letter)| *letter == first);
    let is_latin = |letter: char| letter.is_ascii_alphanumeric();
    let stands_alone = |begin: usize, end: usize| {
        let before = text
            .get(..begin)
            .and_then(|before| before.chars().next_back());
        let after = text.get(end..).and_then(|after| after.chars().next());
        let is_latin_at_both = |own: Option<char>, beside: Option<char>| {
            own.is_some_and(is_latin) && beside.is_some_and(is_latin)
        };
        !is_latin_at_both(Some(first), before) && !is_latin_at_both(wanted.last().copied(), after)
    };
    begins.map(|(begin, _)| begin).find_map(|begin| {
        let mut left = wanted.iter();
        let mut next = left.next();
        for (at, letter) in text.get(begin..)?.char_indices() {
            match next {
                Some(wanted) if letter == *wanted => next = left.next(),
                Some(_) if letter.is_whitespace() => continue,
                _ => return None,
            }
            if next.is_none() {
                let end = begin + at + letter.len_utf8();
                return stands_alone(begin, end).then_some((begin, end));
            }
        }
        None
    })
}

/// A sentence without the slip; `None` where it has none or only a person can tell how it should be.
fn mend(bitext: &Bitext, lang: Lang, id: SegmentId, slip: &Slip) -> Option<Rewording> {
    let side = bitext.side(lang);
    let text = side.text(id);
    let mended = match slip {
        Slip::SpaceBeforeMark => {
            let letters: Vec<char> = text.chars().collect();
            let kept = letters.iter().enumerate();
            let kept = kept.filter(|(at, _)| !is_loose(&letters, *at));
            kept.map(|(_, letter)| *letter).collect()
        }
        Slip::DoubledWord(word) => {
            let mut words: Vec<&str> = text.split(' ').collect();
            words.dedup_by(|next, before| next == before && *next == word.as_str());
            words.join(" ")
        }
        Slip::FullWidth(_) => text.chars().map(half_width).collect(),
        Slip::LooseSpace => {
            let exact = side.exact_text_of(side.segment(id)?)?;
            let words: Vec<&str> = exact.split_whitespace().collect();
            let mended = words.join(" ");
            return (mended != exact).then_some((lang, id, mended));
        }
        Slip::NoEndMark => {
            let source = side.article.line(&side.segment(id)?.span);
            let source = source.trim_end();
            let words = source.trim_end_matches(|letter: char| !letter.is_alphanumeric());
            format!("{}{}", text.trim_end(), source.strip_prefix(words)?)
        }
        Slip::NoQuestion => {
            let at = text.rfind('.')?;
            format!("{}?{}", text.get(..at)?, text.get(at + 1..)?)
        }
        Slip::Unbalanced(_) => return None,
    };
    (mended != text).then_some((lang, id, mended))
}

/// A letter or digit of twice the width as the one of simple width.
fn half_width(letter: char) -> char {
    match letter {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            char::from_u32(letter as u32 - '０' as u32 + '0' as u32).unwrap_or(letter)
        }
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Link;
    use crate::article::Article;
    use crate::bitext::{Operation, RowRange, Side};
    use crate::check::check;
    use crate::evidence::glossary::Glossary;
    use crate::evidence::lexicon::Lexicon;
    use crate::progress::Progress;

    /// The Korean after every finding was set right, and how many findings are left.
    fn fixed(pairs: &[(&str, &str)], glossary: &str) -> (Vec<String>, usize) {
        let side = |lang, lines: Vec<&str>| {
            let article = Article::of_lines(lang, &lines.join("\n"));
            let segments = crate::segment::segment(&article);
            Side { article, segments }
        };
        let links: Vec<Link> = (0..pairs.len())
            .map(|at| Link {
                en: vec![at],
                ko: vec![at],
                confidence: 1.0,
            })
            .collect();
        let en = side(Lang::En, pairs.iter().map(|pair| pair.0).collect());
        let ko = side(Lang::Ko, pairs.iter().map(|pair| pair.1).collect());
        let mut bitext = Bitext::new(en, ko, &links);
        let lexicon = Lexicon::with_glossary(&Glossary::read(glossary).unwrap());
        let told =
            |bitext: &Bitext| check(bitext, Lang::En, &lexicon, &Progress::default()).unwrap();
        let first = told(&bitext);
        let texts = first.iter().enumerate().flat_map(|(row, found)| {
            let found = found.iter();
            found
                .flat_map(|finding| fix(&bitext, RowIndex(row), finding))
                .collect::<Vec<_>>()
        });
        let texts = Operation::SetTexts {
            texts: texts.collect(),
        };
        let edit = texts.edit(&bitext).unwrap();
        bitext.apply(&edit);
        let left = told(&bitext).iter().map(Vec::len).sum();
        let korean = bitext
            .beads
            .rows()
            .each()
            .flat_map(|row| bitext.texts(row, Lang::Ko).collect::<Vec<_>>());
        (korean.map(std::borrow::Cow::into_owned).collect(), left)
    }

    #[test]
    fn a_forbidden_word_gives_way_with_its_particle() {
        let glossary = "en\tko\tforbidden\naccess badge\t출입증\t접근 코드\n";
        let (korean, left) = fixed(
            &[("Access badges changed.", "접근코드가 바뀌었다.")],
            glossary,
        );
        assert_eq!((korean, left), (vec!["출입증이 바뀌었다.".to_owned()], 0));
    }

    #[test]
    fn marks_and_wide_letters_are_mended() {
        let pairs = [
            ("Room 12 is free.", "１２호실이 비었다."),
            ("Is the port open?", "항구가 열렸다."),
            ("He left, then.", "그는 떠났다 , 그때."),
        ];
        let (korean, left) = fixed(&pairs, "");
        let expected = ["12호실이 비었다.", "항구가 열렸다?", "그는 떠났다, 그때."];
        assert_eq!((korean, left), (expected.map(str::to_owned).to_vec(), 0));
    }

    #[test]
    fn a_word_is_found_whatever_its_spaces_and_not_inside_another() {
        assert_eq!(
            with_word("접근  번호를 접근번호로", "접근 번호", "출입증"),
            Some("출입증을 출입증으로".into())
        );
        assert_eq!(with_word("the Ports and KT-75", "Port", "Harbour"), None);
        assert_eq!(
            with_word("a 구굴은 b", "구굴", "구글"),
            Some("a 구글은 b".into())
        );
        assert_eq!(with_word("가", "가", "가"), None, "no change is no fix");
    }
}
