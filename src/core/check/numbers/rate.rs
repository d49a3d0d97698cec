//! How often, or how fast: `per second` against 분당, `a day` against 매달.

/// A unit of time that something is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
}

/// What says a unit.
struct Words {
    by: By,
    noun: &'static str,
    /// Other English words for it.
    forms: &'static [&'static str],
    /// Korean words that say it, and those that may.
    exact: &'static [&'static str],
    loose: &'static [&'static str],
}

const fn words(
    by: By,
    noun: &'static str,
    forms: &'static [&'static str],
    exact: &'static [&'static str],
    loose: &'static [&'static str],
) -> Words {
    Words {
        by,
        noun,
        forms,
        exact,
        loose,
    }
}

#[rustfmt::skip]
const WORDS: [Words; 7] = [
    words(By::Second, "second", &["/s"], &["초당", "매초", "초속"], &["초"]),
    words(By::Minute, "minute", &["/min"], &["분당", "매분", "분속"], &["분"]),
    words(By::Hour, "hour", &["hourly", "mph", "km/h", "/h", "kph"], &["시간당", "매시간", "시속"], &["시간", "시급"]),
    words(By::Day, "day", &["daily", "nightly", "everyday"], &["하루에", "매일", "일당", "하루 평균", "날마다"], &["일", "하루", "날", "루"]),
    words(By::Week, "week", &["weekly"], &["주당", "매주", "주마다"], &["주"]),
    words(By::Month, "month", &["monthly"], &["매달", "매월", "한 달에", "다달이", "월평균"], &["달", "월"]),
    words(By::Year, "year", &["yearly", "annual", "annually", "per annum", "p.a."], &["매년", "해마다", "1년에", "연간"], &["년", "해", "연"]),
];

/// The unit that the English counts by and the word of the Korean that counts by another, where neither side has what
/// the other has.
pub(super) fn difference(en: &[&str], ko: &[&str]) -> Option<(String, String)> {
    let (en, ko) = (en.join(" ").to_lowercase(), ko.join(" "));
    let mut told: Option<(By, String)> = None;
    let mut may = Vec::new();
    for Words {
        by, noun, forms, ..
    } in &WORDS
    {
        let per = format!("per {noun}");
        if en.contains(&per) {
            told.get_or_insert((*by, per));
        }
        let counts =
            ["a", "an", "each", "every", "per", "one"].map(|word| format!("{word} {noun}"));
        if counts.iter().any(|counted| en.contains(counted))
            || forms.iter().any(|form| en.contains(form))
        {
            may.push(*by);
        }
    }
    let (by, english) = told?;
    let of = |by: By| WORDS.iter().find(|row| row.by == by);
    let Words { exact, loose, .. } = of(by)?;
    if exact.iter().chain(*loose).any(|word| ko.contains(word)) {
        return None;
    }
    let other = WORDS.iter().filter(|row| !may.contains(&row.by));
    let mut other = other.flat_map(|row| row.exact);
    let korean = other.find(|word| ko.contains(**word))?;
    Some((english, (*korean).to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_unit_of_time_is_told() {
        for (en, ko) in [
            (
                "rates of 15 to 17 characters per second",
                "속도는 분당 15~17자",
            ),
            ("It makes 40 turns per minute.", "매시간 40번 돈다."),
            ("Take two pills per day.", "매달 두 알을 먹는다."),
            ("They pay 9 euros per hour.", "주당 9유로를 준다."),
            ("It loses 3 percent per month.", "매년 3%씩 줄어든다."),
        ] {
            assert!(difference(&[en], &[ko]).is_some(), "{en}");
        }
        for (en, ko) in [
            ("rates of 15 characters per second", "초당 15자의 속도"),
            ("It drove 60 miles per hour.", "시속 96㎞로 달렸다."),
            (
                "Take two pills per day, every month.",
                "매달 하루 두 알을 먹는다.",
            ),
            ("He earns 9 euros per hour.", "그의 시급은 9유로다."),
            ("It rains twice a day per week.", "매주 비가 온다."),
        ] {
            assert_eq!(difference(&[en], &[ko]), None, "{en}");
        }
    }
}
