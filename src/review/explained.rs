//! What each rule of segmentation says, in Korean; in English the rules say it themselves.

use crate::texts::Locale;
use jjak_core::segment::Rule;

/// Why a sentence ends, or does not.
pub fn explained(rule: Rule, locale: Locale) -> &'static str {
    locale.pick(rule.explain(), korean(rule))
}

fn korean(rule: Rule) -> &'static str {
    match rule {
        Rule::BlockStart => "문단의 첫 문장입니다.",
        Rule::LineStart => "한 줄을 한 문장으로 봅니다.",
        Rule::ByHand => "직접 나눈 곳입니다.",
        Rule::FullStop => "마침표에서 문장이 끝납니다.",
        Rule::StrongMark => "물음표나 느낌표에서 문장이 끝납니다.",
        Rule::Ellipsis => "말줄임표로 말끝을 흐리고 새 문장이 시작됩니다.",
        Rule::ClosedSentence => "닫는 따옴표나 괄호 앞에서 문장이 끝났습니다.",
        Rule::KoreanStop => "한국어 문장이 마침표로 끝납니다.",
        Rule::GluedStop => "마침표 뒤에 띄어쓰기가 빠졌습니다.",
        Rule::IdeographicStop => "전각 마침표 뒤는 띄어 쓰지 않아도 나뉩니다.",
        Rule::FootnoteEnd => "마침표 뒤의 주석 표시는 앞 문장에 붙습니다.",
        Rule::AbbreviationEnd => "약어 뒤에 문장을 시작하는 말이 옵니다.",
        Rule::ClockEnd => "시각으로 문장이 끝납니다.",
        Rule::InitialEnd => "낱글자로 문장이 끝납니다.",
        Rule::NumberEnd => "숫자로 문장이 끝납니다.",
        Rule::EmailByline => "문장 뒤에 이메일 주소가 옵니다.",
        Rule::BareEnding => "마침표 없이 존댓말로 문장이 끝납니다.",
        Rule::PlainEnding => "마침표 없이 ‘-다’로 문장이 끝납니다.",
        Rule::Laughter => "마침표 없이 ‘ㅋㅋ’, ‘ㅠㅠ’로 문장이 끝납니다.",
        Rule::Face => "표정 문자로 문장이 끝납니다.",
        Rule::ListItem => "목록의 새 항목입니다.",
        Rule::SrxBreak => "SRX 규칙에 따라 문장이 끝납니다.",
        Rule::SrxJoin => "SRX 규칙에 따라 문장이 이어집니다.",
        Rule::SrxSilent => "SRX 규칙만 쓰며, 여기서 끝내는 규칙이 없습니다.",
        Rule::InsidePair => "따옴표나 괄호 안은 나누지 않습니다.",
        Rule::InsideAddress => "웹이나 이메일 주소 안의 점입니다.",
        Rule::BracketedDots => "괄호 속 점은 줄인 부분을 나타냅니다.",
        Rule::PunctuationFollows => "쉼표나 쌍점, 닫는 부호가 이어져 문장이 계속됩니다.",
        Rule::NothingBefore => "앞에 부호밖에 없습니다.",
        Rule::InsideToken => "띄어쓰기가 없어 숫자나 이름 속의 점으로 봅니다.",
        Rule::ListNumber => "목록이나 제목의 번호입니다.",
        Rule::LowercaseFollows => "소문자로 이어지므로 문장이 계속됩니다.",
        Rule::Headline => "제목 속 말줄임표에서는 나누지 않습니다.",
        Rule::Credit => "끝의 출처 표기는 사진 설명에 붙습니다.",
        Rule::Title => "직함이나 인용 표시의 점입니다.",
        Rule::NumberAbbreviation => "뒤의 숫자와 이어지는 약어입니다.",
        Rule::AbbreviationGoesOn => "약어 뒤로 문장이 이어집니다.",
        Rule::ClockGoesOn => "시각 뒤로 시간대나 요일, 문장이 이어집니다.",
        Rule::Initial => "이름의 머리글자입니다.",
        Rule::BrandName => "이름에 들어 있는 부호입니다.",
        Rule::SaidFollows => "인용문 뒤에 말한 사람이 나옵니다.",
        Rule::PauseGoesOn => "문장 안에서 잠시 쉬는 점입니다.",
        Rule::DateChain => "날짜를 이루는 숫자입니다.",
        Rule::NamedWithin => "인용문 앞에서 시작한 문장이 뒤로 이어집니다.",
        Rule::QuoteTail => "인용문 뒤에 ‘라고’, ‘며’ 같은 말이 붙어 문장이 이어집니다.",
    }
}
