//! A person called by another Korean surname: `Mr. Baek` against 박 씨.

use crate::article::is_hangul;

/// Surnames and how they are written in English; the one of Revised Romanization first.
#[rustfmt::skip]
const SURNAMES: [(char, &str); 66] = [
    ('김', "gim kim"), ('이', "i lee yi rhee ri rhie"), ('박', "bak park pak"), ('최', "choe choi"), ('정', "jeong jung chung chong cheong"),
    ('강', "gang kang"), ('조', "jo cho"), ('윤', "yun yoon youn"), ('장', "jang chang"), ('임', "im lim rim yim"), ('한', "han hahn"),
    ('오', "o oh"), ('서', "seo suh so"), ('신', "sin shin"), ('권', "gwon kwon"), ('황', "hwang whang"), ('안', "an ahn"),
    ('송', "song"), ('류', "ryu yu yoo ryoo"), ('유', "yu yoo ryu you"), ('전', "jeon jun chun chon"), ('홍', "hong"), ('고', "go ko koh"),
    ('문', "mun moon"), ('양', "yang ryang"), ('손', "son sohn"), ('배', "bae pae"), ('백', "baek paik paek back"), ('허', "heo hur huh her"),
    ('남', "nam"), ('심', "sim shim"), ('노', "no noh roh ro"), ('하', "ha"), ('곽', "gwak kwak"), ('성', "seong sung"), ('차', "cha"),
    ('주', "ju joo chu"), ('우', "u woo wu"), ('구', "gu koo ku goo"), ('민', "min"), ('나', "na ra nah"), ('진', "jin chin"), ('지', "ji jee chi"),
    ('엄', "eom um uhm"), ('채', "chae"), ('원', "won"), ('천', "cheon chun"), ('방', "bang pang"), ('공', "gong kong"), ('현', "hyeon hyun"),
    ('함', "ham hahm"), ('변', "byeon byun"), ('염', "yeom yum"), ('여', "yeo yuh"), ('추', "chu choo"), ('도', "do doh"), ('소', "so soh"),
    ('석', "seok suk"), ('선', "seon sun"), ('설', "seol sul"), ('마', "ma mah"), ('길', "gil kil"), ('연', "yeon youn"), ('위', "wi wee"),
    ('표', "pyo"), ('명', "myeong myung"),
];

/// What is said before a surname; all begin with M.
const TITLES: [&str; 6] = ["Mr.", "Ms.", "Mrs.", "Mr", "Ms", "Mrs"];

/// The surname after a title, as the English has it, and another one before 씨 in the Korean.
pub(super) fn difference(en: &[&str], ko: &[&str]) -> Option<(String, String)> {
    if !en.iter().any(|text| text.contains('M')) {
        return None;
    }
    let words: Vec<&str> = en.iter().flat_map(|text| text.split_whitespace()).collect();
    let bare = |word: &'_ str| -> String {
        let word = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let word = word
            .strip_suffix("'s")
            .or_else(|| word.strip_suffix("’s"))
            .unwrap_or(word);
        word.chars().filter(|c| c.is_alphabetic()).collect()
    };
    let titled = words.windows(2).filter(|pair| TITLES.contains(&pair[0]));
    let titled: Vec<String> = titled.map(|pair| bare(pair[1])).collect();
    let [name] = &titled[..] else { return None };
    let written = name.to_lowercase();
    let is_written = |forms: &str| forms.split(' ').any(|form| form == written);
    if !SURNAMES.iter().any(|(_, forms)| is_written(forms)) {
        return None;
    }
    let others: Vec<String> = words.iter().map(|word| bare(word).to_lowercase()).collect();
    let korean = ko.iter().flat_map(|text| called(text));
    let mut unlike = None;
    for surname in korean {
        let (_, forms) = SURNAMES.iter().find(|(known, _)| *known == surname)?;
        if forms
            .split(' ')
            .any(|form| others.iter().any(|other| other == form))
        {
            return None;
        }
        unlike = Some(surname);
    }
    Some((name.clone(), unlike?.to_string()))
}

/// The surnames of one syllable before 씨.
fn called(text: &str) -> impl Iterator<Item = char> {
    let words: Vec<&str> = text
        .split(|letter: char| !is_hangul(letter))
        .filter(|word| !word.is_empty())
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let letters: Vec<char> = word.chars().collect();
        match letters[..] {
            [surname] if words.get(at + 1).is_some_and(|next| next.starts_with('씨')) => {
                found.push(surname);
            }
            [surname, '씨', ..] if letters.len() <= 4 => found.push(surname),
            _ => {}
        }
    }
    found.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_surname_is_told() {
        for (en, ko) in [
            ("It was Mr. Baek from the office.", "사무소의 박 씨였다."),
            ("Ms. Noh's shop closed.", "조 씨의 가게가 문을 닫았다."),
            ("“Ask Mrs. Gwak,” she said.", "그는 “강씨에게 물어봐” 했다."),
            ("Mr. Yoon laughed.", "유 씨가 웃었다."),
            ("Then Ms. Shim left.", "그러자 신씨는 떠났다."),
        ] {
            assert!(difference(&[en], &[ko]).is_some(), "{en}");
        }
        for (en, ko) in [
            ("It was Mr. Baek.", "백 씨였다."),
            ("Mr. Paik left.", "백씨는 떠났다."),
            ("Mr. Yoo met Mr. Kim.", "유 씨는 박 씨를 만났다."),
            ("Mr. Roh met Park there.", "그는 거기서 박 씨를 만났다."),
            ("Mr. Baek left.", "그는 떠났다. 날씨가 좋았다."),
            ("Mr. Smith left.", "이 씨는 떠났다."),
        ] {
            assert_eq!(difference(&[en], &[ko]), None, "{en}");
        }
    }
}
