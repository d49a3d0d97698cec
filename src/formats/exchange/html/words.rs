//! Every word of the report that is not of the texts, in English and in Korean.

use jjak_core::article::Lang;
use jjak_core::bitext::{State, Verdict};

/// The words that a report is made of.
pub(super) struct Words {
    pub english: &'static str,
    pub korean: &'static str,
    pub project: &'static str,
    pub field: &'static str,
    pub reviewer: &'static str,
    pub licence: &'static str,
    pub begun: &'static str,
    pub made_with: &'static str,
    /// What the marks mean, each word marked as it is in the rows.
    pub legend: &'static str,
    pub row: &'static str,
    pub rows: &'static str,
    pub accepted: &'static str,
    pub flagged: &'static str,
    pub unreviewed: &'static str,
    pub several_sentences: &'static str,
    pub one_sided: &'static str,
    pub unsure: &'static str,
    pub excluded_blocks: &'static str,
    pub histogram: &'static str,
    pub by_confidence: &'static str,
    /// Between the ends of a range.
    pub to: &'static str,
}

const ENGLISH: Words = Words {
    english: "English",
    korean: "Korean",
    project: "Project",
    field: "Field",
    reviewer: "Reviewer",
    licence: "Licence",
    begun: "Begun",
    made_with: "Made with",
    legend: "Marked: <mark class=\"number\">numbers</mark>, <mark class=\"date\">dates</mark>, \
             <mark class=\"name\">names</mark>, <mark class=\"term\">dictionary words</mark> and \
             <mark class=\"copy\">copied words</mark> that the other side has; \
             <mark class=\"lone\">what it lacks</mark>.",
    row: "Row",
    rows: "Rows",
    accepted: "Accepted",
    flagged: "Flagged",
    unreviewed: "Not reviewed",
    several_sentences: "Several sentences",
    one_sided: "One side only",
    unsure: "Below .5 confidence",
    excluded_blocks: "Excluded blocks",
    histogram: "Histogram of confidence",
    by_confidence: "Pairs by confidence",
    to: " to ",
};

const KOREAN: Words = Words {
    english: "영어",
    korean: "한국어",
    project: "프로젝트",
    field: "분야",
    reviewer: "검토자",
    licence: "이용 조건",
    begun: "시작",
    made_with: "만든 프로그램",
    legend: "상대 글에도 있는 <mark class=\"number\">숫자</mark>, <mark class=\"date\">날짜</mark>, \
             <mark class=\"name\">이름</mark>, <mark class=\"term\">사전 낱말</mark>, \
             <mark class=\"copy\">그대로 옮긴 말</mark>과 \
             <mark class=\"lone\">상대 글에 없는 것</mark>에 표시했습니다.",
    row: "줄",
    rows: "줄",
    accepted: "확정",
    flagged: "보류",
    unreviewed: "검토 전",
    several_sentences: "여러 문장이 묶인 짝",
    one_sided: "대응 문장 없음",
    unsure: "신뢰도 50% 미만",
    excluded_blocks: "제외한 문단",
    histogram: "신뢰도 분포",
    by_confidence: "신뢰도별 짝 수",
    to: "~",
};

impl Words {
    pub(super) fn in_(tongue: Lang) -> &'static Words {
        match tongue {
            Lang::En => &ENGLISH,
            Lang::Ko => &KOREAN,
        }
    }

    /// The name of a language.
    pub(super) fn lang(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.english,
            Lang::Ko => self.korean,
        }
    }
}

pub(super) fn state(state: State, tongue: Lang) -> &'static str {
    match (state, tongue) {
        (state, Lang::En) => state.as_str(),
        (State::Unreviewed, _) => KOREAN.unreviewed,
        (State::Accepted, _) => KOREAN.accepted,
        (State::Flagged, _) => KOREAN.flagged,
    }
}

pub(super) fn verdict(verdict: Verdict, tongue: Lang) -> &'static str {
    let (en, ko) = match verdict {
        Verdict::Exact => ("Exact", "정확한 번역"),
        Verdict::Free => ("Free", "의역"),
        Verdict::Partial => ("Partial", "일부만 번역"),
        Verdict::NotATranslation => ("Not a translation", "번역 아님"),
        Verdict::IntendedOmission => ("Intended omission", "의도한 생략"),
    };
    pick(tongue, en, ko)
}

fn pick(tongue: Lang, en: &'static str, ko: &'static str) -> &'static str {
    match tongue {
        Lang::En => en,
        Lang::Ko => ko,
    }
}
