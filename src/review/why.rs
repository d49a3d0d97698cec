//! Why a pair is thought right or wrong, in sentences.

use super::row_evidence::RowEvidence;
use super::texts::{Locale, Text, capital, lang_name};
use jjak_core::article::is_hangul;
use jjak_core::check::{Finding, Slip};
use jjak_core::evidence::EvidenceKind;

/// A length that differs by less is as usual.
const UNUSUAL: f32 = 0.25;

/// "3 numbers and 2 names match; Korean is 40% shorter than usual". Empty where nothing can be told.
pub fn confidence(evidence: &RowEvidence, locale: Locale) -> String {
    let parts = [matched(evidence, locale), length(evidence, locale)];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match locale {
        Locale::English => capital(&parts.join("; ")),
        Locale::Korean if parts.is_empty() => String::new(),
        Locale::Korean => parts.join(". ") + ".",
    }
}

fn matched(evidence: &RowEvidence, locale: Locale) -> Option<String> {
    let count = |kinds: &[EvidenceKind]| {
        let pairs = evidence.pairs.iter();
        pairs.filter(|(kind, ..)| kinds.contains(kind)).count()
    };
    let counted: Vec<(usize, &str, &str, &str)> = [
        (count(&[EvidenceKind::Number]), "number", "numbers", "숫자"),
        (count(&[EvidenceKind::Date]), "date", "dates", "날짜"),
        (count(&[EvidenceKind::Name]), "name", "names", "이름"),
        (count(&[EvidenceKind::Term]), "word", "words", "단어"),
        (
            count(&[EvidenceKind::Copy]),
            "copied word",
            "copied words",
            "그대로 옮긴 말",
        ),
    ]
    .into_iter()
    .filter(|(count, ..)| *count > 0)
    .collect();
    let total: usize = counted.iter().map(|(count, ..)| count).sum();
    if total == 0 {
        return None;
    }
    Some(match locale {
        Locale::English => {
            let counted: Vec<String> = counted
                .iter()
                .map(|&(count, one, many, _)| {
                    format!("{count} {}", if count == 1 { one } else { many })
                })
                .collect();
            let (last, before) = counted.split_last()?;
            let list = match before {
                [] => last.clone(),
                before => format!("{} and {last}", before.join(", ")),
            };
            format!("{list} match{}", if total == 1 { "es" } else { "" })
        }
        Locale::Korean => {
            let counted = counted
                .iter()
                .map(|(count, _, _, ko)| format!("{ko} {count}개"));
            format!("{}가 일치합니다", counted.collect::<Vec<_>>().join(", "))
        }
    })
}

fn length(evidence: &RowEvidence, locale: Locale) -> Option<String> {
    let off = evidence.relative_length? - 1.0;
    let percent = (off.abs() * 100.0).round();
    Some(match off {
        off if off <= -UNUSUAL => locale.fill(Text::Shorter, &[&percent]),
        off if off >= UNUSUAL => locale.fill(Text::Longer, &[&percent]),
        _ => Text::UsualLength.in_(locale).to_owned(),
    })
}

/// A finding in the window's language.
pub fn finding(finding: &Finding, locale: Locale) -> String {
    let korean = match finding {
        Finding::Numbers { en, ko } if ko.is_empty() => {
            format!("영어에만 있는 숫자: {}", en.join(", "))
        }
        Finding::Numbers { en, ko } if en.is_empty() => {
            format!("한국어에만 있는 숫자: {}", ko.join(", "))
        }
        Finding::Numbers { en, ko } => format!(
            "숫자가 다릅니다: 영어 {}, 한국어 {}",
            en.join(", "),
            ko.join(", ")
        ),
        Finding::Name {
            name,
            here,
            elsewhere,
        } => {
            format!("이름 표기가 다릅니다: {name}, 여기서는 ‘{here}’, 다른 행에서는 ‘{elsewhere}’")
        }
        Finding::OtherName {
            name, here, usual, ..
        } if usual.is_empty() => {
            format!("이름이 다른 듯합니다: {name}, 한국어에는 ‘{here}’")
        }
        Finding::OtherName {
            name, here, usual, ..
        } => format!(
            "이름 표기를 확인하십시오: {name}, 여기서는 ‘{here}’, 보통은 ‘{}’",
            usual.join("’, ‘")
        ),
        Finding::Term { term, wanted } => {
            format!("용어집과 다릅니다: {term} → {}", wanted.join(", "))
        }
        Finding::Forbidden { term, here, wanted } if wanted.is_empty() => {
            format!("금지어입니다: {here} ({term})")
        }
        Finding::Forbidden { term, here, wanted } => {
            format!("금지어입니다: {here} ({term} → {})", wanted.join(", "))
        }
        Finding::Untranslated { text } if text.contains(is_hangul) => {
            format!("번역하지 않은 한국어: {text}")
        }
        Finding::Untranslated { text } => format!("번역하지 않은 영어: {text}"),
        Finding::Miscopied { here, english } => {
            format!("철자가 다릅니다: {here} (영어 글에는 {english})")
        }
        Finding::Negation { word } if word.contains(is_hangul) => {
            format!("한국어의 부정 표현 ‘{word}’에 해당하는 말이 영어에 없습니다")
        }
        Finding::Negation { word } => {
            format!("영어의 부정 표현 ‘{word}’에 해당하는 말이 한국어에 없습니다")
        }
        Finding::Opposite { en, ko } => {
            format!("뜻이 반대인 듯합니다: 영어 {en}, 한국어 ‘{ko}’")
        }
        Finding::Omitted { text } if text.contains(is_hangul) => {
            format!("영어에 없는 내용인 듯합니다: {text}")
        }
        Finding::Omitted { text } => format!("한국어에 빠진 내용인 듯합니다: {text}"),
        Finding::Markup { en, ko } if ko.is_empty() => {
            format!("한국어에서 빠졌습니다: {}", en.join(" "))
        }
        Finding::Markup { en, ko } if en.is_empty() => {
            format!("영어에 없는 표시입니다: {}", ko.join(" "))
        }
        Finding::Markup { en, ko } => format!(
            "태그나 주소가 다릅니다: 영어 {}, 한국어 {}",
            en.join(" "),
            ko.join(" ")
        ),
        Finding::Mark { lang, slip } => {
            format!(
                "{} 문장: {}",
                lang_name(*lang, locale),
                slip_in_korean(slip)
            )
        }
        Finding::Register { here, usual } => {
            format!("다른 문장은 ‘{usual}’체인데 이 문장만 ‘{here}’체입니다")
        }
        Finding::Length { lang, times } => {
            let name = lang_name(*lang, locale);
            let percent = ((times - 1.0).abs() * 100.0).round();
            let how = if *times < 1.0 {
                "짧습니다"
            } else {
                "깁니다"
            };
            format!("{name}가 평소보다 {percent}% {how}")
        }
        Finding::Repeat { lang, elsewhere } => format!(
            "같은 {} 문장을 다른 행에서는 이렇게 옮겼습니다: {elsewhere}",
            lang_name(*lang, locale)
        ),
        Finding::Slip { lang, slip, .. } => {
            format!(
                "수정한 {} 문장: {}",
                lang_name(*lang, locale),
                slip_in_korean(slip)
            )
        }
    };
    locale.pick(finding.to_string(), korean)
}

fn slip_in_korean(slip: &Slip) -> String {
    match slip {
        Slip::SpaceBeforeMark => "문장 부호 앞에 공백이 있습니다".to_owned(),
        Slip::Unbalanced(mark) => format!("{mark}의 짝이 없습니다"),
        Slip::DoubledWord(word) => format!("같은 말이 되풀이됩니다: {word} {word}"),
        Slip::NoEndMark => "문장 끝의 부호가 빠졌습니다".to_owned(),
        Slip::NoQuestion => "영어는 묻는 문장인데 물음표가 없습니다".to_owned(),
        Slip::FullWidth(letter) => format!("전각 문자 {letter}가 있습니다"),
        Slip::LooseSpace => "불필요한 공백이 있습니다".to_owned(),
    }
}
