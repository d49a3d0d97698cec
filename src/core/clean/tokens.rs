//! Words that are dates, times, counters or addresses in either language.

/// `kim@example.com`, also with a name glued to it: `김민아(mina@test.co.kr)`.
pub(super) fn is_email(word: &str) -> bool {
    word.split_once('@').is_some_and(|(user, host)| {
        user.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))
            && host.starts_with(|c: char| c.is_ascii_alphanumeric())
            && host.contains('.')
    })
}

/// `example.net.au/news/105550000`
pub(super) fn is_bare_address(word: &str) -> bool {
    let Some((host, _)) = word.split_once('/') else {
        return false;
    };
    let label = |label: &str| {
        label.len() >= 2
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let top = host.rsplit('.').next().unwrap_or(host);
    host.contains('.') && host.split('.').all(label) && top.bytes().all(|b| b.is_ascii_alphabetic())
}

/// `https://example.com/news`, `www.example.com`, `example.net.au/news/105550000`
pub(super) fn is_web_address(word: &str) -> bool {
    word.starts_with("http://")
        || word.starts_with("https://")
        || word.starts_with("www.")
        || is_bare_address(word)
}

/// `eunpoherald.com`, `hanbit.co.kr`: the name of a site.
pub(super) fn is_site(word: &str) -> bool {
    let word = word.strip_prefix("www.").unwrap_or(word);
    let mut labels = word.split('.');
    let named = labels.next().is_some_and(|name| name.len() >= 2);
    let top = word.rsplit('.').next().unwrap_or_default();
    named
        && (2..=3).contains(&word.split('.').count())
        && (2..=6).contains(&top.len())
        && top.bytes().all(|b| b.is_ascii_lowercase())
        && word
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
}

pub(super) fn is_full_date(word: &str) -> bool {
    if word.contains('년') && word.contains('월') || word.contains('월') && word.ends_with('일')
    {
        return word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '년' | '월' | '일' | '.'));
    }
    let date = word.split_once('t').map_or(word, |(date, _)| date);
    ['-', '.', '/'].into_iter().any(|mark| {
        let parts: Vec<&str> = date.split(mark).collect();
        let digits = |part: &&str| {
            !part.is_empty() && part.len() <= 4 && part.bytes().all(|b| b.is_ascii_digit())
        };
        let short = mark == '.' && parts.iter().all(|part| part.len() == 2);
        parts.len() == 3
            && parts.iter().all(digits)
            && (parts[0].len() == 4 || parts[2].len() == 4 || short)
    })
}

pub(super) fn is_time(word: &str) -> bool {
    let word = word.trim_end_matches("am").trim_end_matches("pm");
    // Copied pages glue the hour to the year: `March 3, 20256:41 AM`.
    let word = word
        .strip_prefix("20")
        .filter(|rest| rest.find(':').is_some_and(|colon| (3..=4).contains(&colon)))
        .and_then(|rest| rest.get(2..))
        .unwrap_or(word);
    let mut parts = 0;
    for part in word.split(':') {
        if !(1..=2).contains(&part.len()) || !part.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        parts += 1;
    }
    (2..=3).contains(&parts)
}

pub(super) fn is_month(word: &str) -> bool {
    matches!(
        word,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    ) || word
        .strip_suffix('월')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

pub(super) fn is_date_word(word: &str) -> bool {
    matches!(
        word,
        "am" | "pm"
            | "a.m"
            | "p.m"
            | "kst"
            | "gmt"
            | "utc"
            | "est"
            | "edt"
            | "pst"
            | "pdt"
            | "et"
            | "jst"
            | "bst"
            | "mo"
            | "yr"
            | "pht"
            | "wib"
            | "nzdt"
            | "nzst"
            | "aedt"
            | "aest"
            | "hkt"
            | "sgt"
            | "ist"
            | "cest"
            | "cet"
            | "cdt"
            | "cst"
            | "mdt"
            | "mst"
            | "hst"
            | "akdt"
            | "akst"
            | "ast"
            | "adt"
            | "at"
            | "ago"
            | "on"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "mon"
            | "tue"
            | "tues"
            | "wed"
            | "thu"
            | "thur"
            | "thurs"
            | "fri"
            | "sat"
            | "sun"
            | "오전"
            | "오후"
            | "월"
            | "화"
            | "수"
            | "목"
            | "금"
            | "토"
            | "일"
            | "월요일"
            | "화요일"
            | "수요일"
            | "목요일"
            | "금요일"
            | "토요일"
            | "일요일"
    ) || is_clock(word)
        || [
            "년",
            "일",
            "시",
            "시간전",
            "분전",
            "일전",
            "h",
            "hr",
            "hrs",
            "min",
            "mins",
            "d",
        ]
        .iter()
        .any(|unit| {
            word.strip_suffix(unit).is_some_and(|number| {
                !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit())
            })
        })
}

/// `15시41분`, `41분`.
fn is_clock(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.ends_with(['분', '초'])
        && word
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '시' | '분' | '초'))
}

/// A counter: `2,418`, `1.2k`, `(112)`, `0/300`, `31개`, `27면`, `b3`.
pub(super) fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches(|c: char| c.is_ascii_lowercase());
    if word.len() - digits.len() > 1 {
        return false;
    }
    let rest = digits
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '/' | '%'));
    rest.len() < digits.len()
        && matches!(
            rest,
            "" | "k"
                | "m"
                | "+"
                | "만"
                | "천"
                | "개"
                | "건"
                | "명"
                | "위"
                | "회"
                | "면"
                | "분"
                | "장"
        )
}
