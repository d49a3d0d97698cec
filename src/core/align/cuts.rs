//! Where a sentence would best be cut: at the end of a clause or of a quoted sentence, and above all where its two parts
//! find their counterparts on the other side.

use super::bead::NULL;
use super::parts::Usual;
use crate::article::Lang;
use crate::segment::{Rule, Segment, inner_starts};
use std::ops::Range;

/// Why a sentence may be cut somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// A sentence begins within a quotation.
    Quotation,
    /// After a semicolon, a colon, a dash or the like.
    Mark,
    /// A clause ends: a Korean connective ending, or a comma before a conjunction.
    Clause,
    /// After a comma.
    Comma,
    /// Any other word begins.
    Word,
}

/// A place to cut.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// The byte of the sentence where its second part begins.
    pub at: usize,
    /// Why it may be cut there.
    pub joint: Joint,
    /// What the parts gain, in the aligner's logs, over the sentence as it is.
    pub gain: f64,
    /// The sentences of the other side that each part would pair with; `None` for none of them.
    pub partners: [Option<Range<usize>>; 2],
}

/// The other side's sentences around, in text order.
#[derive(Clone, Debug)]
pub struct Others<'a> {
    /// One a sentence.
    pub texts: &'a [&'a str],
    /// Which of them are in the sentence's own bead; the others belong to its neighbours.
    pub here: Range<usize>,
}

/// Places that are scored, the likeliest by their joint first.
const MOST_SCORED: usize = 16;
/// Sentences that a part may pair with together.
const MOST_TOGETHER: usize = 3;
/// What it costs to take a sentence from a neighbouring bead, which has its own use for it.
const TAKEN: f64 = 1.5;
/// Below so many characters a part is no sentence.
const SHORTEST: usize = 4;

impl Joint {
    /// What speaks for a cut here before any evidence.
    fn worth(self) -> f64 {
        match self {
            Joint::Quotation => 3.0,
            Joint::Mark => 2.5,
            Joint::Clause => 2.0,
            Joint::Comma => 0.5,
            Joint::Word => -3.0,
        }
    }
}

/// The places where `sentence` could be cut, the best first: those that were scored, then the other words by their
/// distance from the middle.
pub fn cuts(lang: Lang, sentence: &str, others: &Others, usual: &Usual) -> Vec<Cut> {
    let mut joints = joints(lang, sentence);
    let middle = sentence.len() / 2;
    joints.sort_by(|(a, of_a), (b, of_b)| {
        let worth = of_b.worth().total_cmp(&of_a.worth());
        worth.then(a.abs_diff(middle).cmp(&b.abs_diff(middle)))
    });
    let value = |part: &str, group: &Range<usize>| {
        let group_texts = &others.texts[group.clone()];
        let parts = match lang {
            Lang::En => usual.parts(&[part], group_texts),
            Lang::Ko => usual.parts(group_texts, &[part]),
        };
        let taken = group.clone().filter(|at| !others.here.contains(at)).count();
        parts.map_or(-NULL, |parts| parts.sum()) - TAKEN * taken as f64
    };
    let groups = groups(others);
    let whole = if others.here.is_empty() {
        -NULL
    } else {
        value(sentence, &others.here)
    };
    let rest = joints.split_off(MOST_SCORED.min(joints.len()));
    let mut cuts: Vec<Cut> = joints
        .into_iter()
        .map(|(at, joint)| {
            let (head, tail) = (sentence[..at].trim_end(), &sentence[at..]);
            let heads: Vec<f64> = groups.iter().map(|group| value(head, group)).collect();
            let tails: Vec<f64> = groups.iter().map(|group| value(tail, group)).collect();
            let (best, partners) = best_pair(&groups, &heads, &tails, &others.here);
            Cut {
                at,
                joint,
                gain: best - whole,
                partners,
            }
        })
        .collect();
    cuts.sort_by(|a, b| (b.gain + b.joint.worth()).total_cmp(&(a.gain + a.joint.worth())));
    cuts.extend(rest.into_iter().map(|(at, joint)| Cut {
        at,
        joint,
        gain: f64::NEG_INFINITY,
        partners: [None, None],
    }));
    cuts
}

/// The best two groups without a common sentence for the two parts; either may have none. What of the bead's own
/// sentences is left over costs as much as a part without a partner.
fn best_pair(
    groups: &[Range<usize>],
    heads: &[f64],
    tails: &[f64],
    here: &Range<usize>,
) -> (f64, [Option<Range<usize>>; 2]) {
    let left = |held: &[&Range<usize>]| {
        let free = |at: &usize| !held.iter().any(|group| group.contains(at));
        NULL * here.clone().filter(free).count() as f64
    };
    let mut best = (-2.0 * NULL - left(&[]), [None, None]);
    let mut offer = |worth: f64, partners: [Option<&Range<usize>>; 2]| {
        if worth > best.0 {
            best = (worth, partners.map(|group| group.cloned()));
        }
    };
    for (head, &of_head) in groups.iter().zip(heads) {
        offer(of_head - NULL - left(&[head]), [Some(head), None]);
        for (tail, &of_tail) in groups.iter().zip(tails) {
            if head.end <= tail.start || tail.end <= head.start {
                let worth = of_head + of_tail - left(&[head, tail]);
                offer(worth, [Some(head), Some(tail)]);
            }
        }
    }
    for (tail, &of_tail) in groups.iter().zip(tails) {
        offer(of_tail - NULL - left(&[tail]), [None, Some(tail)]);
    }
    best
}

/// Sentences side by side that a part may pair with: some of the bead's own, or one of a neighbour's, too.
fn groups(others: &Others) -> Vec<Range<usize>> {
    let near = others.here.start.saturating_sub(1)..others.texts.len().min(others.here.end + 1);
    let starts = near.clone();
    starts
        .flat_map(|start| {
            (start + 1..=near.end.min(start + MOST_TOGETHER)).map(move |end| start..end)
        })
        .collect()
}

/// Where words begin, with the joint before each.
fn joints(lang: Lang, sentence: &str) -> Vec<(usize, Joint)> {
    let segment = Segment::new(0..sentence.len(), Rule::BlockStart);
    let quoted = inner_starts(sentence, &segment);
    let mut joints = Vec::new();
    let mut after_space = false;
    for (at, letter) in sentence.char_indices() {
        if after_space && !letter.is_whitespace() {
            let (head, tail) = (sentence[..at].trim_end(), &sentence[at..]);
            let long = |part: &str| part.chars().nth(SHORTEST - 1).is_some();
            let joint = match lang {
                _ if quoted.contains(&at) => Joint::Quotation,
                _ if !long(head) || !long(tail) => Joint::Word,
                _ => joint(lang, head, tail),
            };
            joints.push((at, joint));
        }
        after_space = letter.is_whitespace();
    }
    joints
}

fn joint(lang: Lang, head: &str, tail: &str) -> Joint {
    // A dash belongs to what goes before it: it is cut after, not before.
    if head.ends_with([';', ':', '—', '–', '―', '…'])
        || head.ends_with("--")
        || head.ends_with(" -")
    {
        return Joint::Mark;
    }
    let comma = head.ends_with([',', '，', '、']);
    let clause = match lang {
        Lang::En => comma && begins_with_conjunction(tail),
        Lang::Ko => ends_clause(head.trim_end_matches([',', '，', '、'])),
    };
    match (clause, comma) {
        (true, _) => Joint::Clause,
        (false, true) => Joint::Comma,
        (false, false) => Joint::Word,
    }
}

fn begins_with_conjunction(tail: &str) -> bool {
    const CONJUNCTIONS: [&str; 20] = [
        "and", "but", "or", "so", "yet", "nor", "while", "whereas", "although", "though",
        "because", "since", "which", "who", "where", "when", "after", "before", "as", "with",
    ];
    let word = tail.split(|letter: char| !letter.is_alphabetic()).next();
    word.is_some_and(|word| CONJUNCTIONS.contains(&word))
}

/// Whether a Korean text ends with a verb that goes on to another clause: -고, -며, -지만, -는데 ... A noun may end
/// alike (`광고`), but only the common ones are known.
fn ends_clause(head: &str) -> bool {
    const ENDINGS: [&str; 25] = [
        "지만",
        "는데",
        "은데",
        "인데",
        "한데",
        "던데",
        "으며",
        "하며",
        "이며",
        "으면서",
        "면서",
        "하고",
        "되고",
        "이고",
        "했고",
        "였고",
        "았고",
        "었고",
        "있고",
        "없고",
        "니까",
        "으나",
        "므로",
        "더니",
        "자마자",
    ];
    const SHORT: [&str; 3] = ["고", "며", "나"];
    const NOUNS: [&str; 18] = [
        "광고",
        "사고",
        "보고",
        "최고",
        "재고",
        "경고",
        "권고",
        "신고",
        "창고",
        "중고",
        "금고",
        "참고",
        "원고",
        "피고",
        "누구나",
        "언제나",
        "하나",
        "그러나",
    ];
    let Some(word) = head.rsplit(char::is_whitespace).next() else {
        return false;
    };
    let long = word.chars().nth(1).is_some();
    let noun = NOUNS.contains(&word);
    let short = || {
        // A verb's stem before it ends in a past mark: 갔고, 봤으나.
        let before = word.chars().rev().nth(1);
        SHORT.iter().any(|ending| word.ends_with(ending)) && before.is_some_and(has_final_ss)
    };
    long && !noun && (ENDINGS.iter().any(|ending| word.ends_with(ending)) || short())
}

/// Whether a syllable ends in ㅆ, the mark of the past.
fn has_final_ss(letter: char) -> bool {
    const FINAL_SS: u32 = 20;
    let code = u32::from(letter);
    (0xAC00..=0xD7A3).contains(&code) && (code - 0xAC00) % 28 == FINAL_SS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::lexicon::Lexicon;
    use crate::progress::Progress;

    fn best(lang: Lang, sentence: &str, texts: &[&str], here: Range<usize>) -> Cut {
        let lexicon = Lexicon::shipped();
        let usual = Usual::of(&[], lexicon, &Progress::default()).unwrap();
        cuts(lang, sentence, &Others { texts, here }, &usual).remove(0)
    }

    #[test]
    fn a_sentence_is_cut_where_its_parts_find_their_counterparts() {
        let sentence =
            "The ferry left the harbor at dawn, and the captain, who had sold 12 tickets, slept.";
        let cut = best(
            Lang::En,
            sentence,
            &[
                "날씨가 좋았다.",
                "여객선은 새벽에 항구를 떠났다.",
                "표 12장을 판 선장은 잠을 잤다.",
                "아무도 웃지 않았다.",
            ],
            1..3,
        );
        assert!(sentence[cut.at..].starts_with("and the captain"), "{cut:?}");
        assert_eq!(cut.partners, [Some(1..2), Some(2..3)]);
        assert_eq!(cut.joint, Joint::Clause);
        assert!(cut.gain > 0.0, "{cut:?}");
    }

    #[test]
    fn korean_clauses_are_cut_at_their_endings() {
        let sentence = "여객선은 새벽에 항구를 떠났고 표 12장을 판 선장은 잠을 잤다.";
        let cut = best(
            Lang::Ko,
            sentence,
            &[
                "The ferry left the harbor at dawn.",
                "The captain, who had sold 12 tickets, slept.",
            ],
            0..2,
        );
        assert!(sentence[cut.at..].starts_with("표 12장"), "{cut:?}");
        assert_eq!(cut.partners, [Some(0..1), Some(1..2)]);
        assert!(ends_clause("금리를 내렸지만") && ends_clause("말하며") && ends_clause("갔으나"));
        assert!(!ends_clause("신문 광고") && !ends_clause("항구로") && !ends_clause("그러나"));
    }

    #[test]
    fn a_part_may_have_no_counterpart_or_one_below() {
        let sentence = "The captain sold 12 tickets; the ferry left the harbor at dawn.";
        let cut = best(Lang::En, sentence, &["선장은 표 12장을 팔았다."], 0..1);
        assert!(sentence[cut.at..].starts_with("the ferry"), "{cut:?}");
        assert_eq!(cut.partners, [Some(0..1), None]);
        let below = ["선장은 표 12장을 팔았다.", "여객선은 새벽에 항구를 떠났다."];
        let cut = best(Lang::En, sentence, &below, 0..1);
        assert_eq!(cut.partners, [Some(0..1), Some(1..2)]);
    }

    #[test]
    fn every_word_is_a_place_and_a_single_word_has_none() {
        let all = cuts(
            Lang::En,
            "one two three",
            &Others {
                texts: &[],
                here: 0..0,
            },
            &Usual::of(&[], Lexicon::shipped(), &Progress::default()).unwrap(),
        );
        let mut at: Vec<usize> = all.iter().map(|cut| cut.at).collect();
        at.sort_unstable();
        assert_eq!(at, [4, 8]);
        assert!(joints(Lang::En, "One").is_empty() && joints(Lang::Ko, "").is_empty());
        let quoted = "“We wait. Then we go,” she said.";
        assert!(
            joints(Lang::En, quoted).contains(&(12, Joint::Quotation)),
            "{:?}",
            joints(Lang::En, quoted)
        );
    }
}
