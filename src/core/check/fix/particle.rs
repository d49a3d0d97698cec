//! Korean particles that follow the sound of the word before them: 이/가, 을/를, 으로/로.

use crate::article::is_hangul;

/// After a consonant, after a vowel.
const FORMS: [(&str, &str); 24] = [
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
    ("으로", "로"),
    ("이나", "나"),
    ("이라", "라"),
    ("이란", "란"),
    ("이며", "며"),
    ("이다", "다"),
    ("이든", "든"),
    ("이라고", "라고"),
    ("이라는", "라는"),
    ("이었다", "였다"),
    ("이지만", "지만"),
    ("으로는", "로는"),
    ("으로도", "로도"),
    ("으로서", "로서"),
    ("으로써", "로써"),
    ("으로부터", "로부터"),
    ("과의", "와의"),
    ("과는", "와는"),
    ("과도", "와도"),
    ("이라도", "라도"),
];

/// The final consonant of a syllable: 0 for none, 8 for ㄹ; `None` of what is no syllable.
fn final_consonant(letter: char) -> Option<u32> {
    ('가'..='힣')
        .contains(&letter)
        .then(|| (letter as u32 - '가' as u32) % 28)
}

/// What follows a word in `rest`, as it has to be after another word: `old` ends like this, `new` like that.
pub(super) fn agree(old: &str, new: &str, rest: &str) -> String {
    let ends = |word: &str| word.chars().next_back().and_then(final_consonant);
    let (Some(old), Some(new)) = (ends(old), ends(new)) else {
        return rest.to_owned();
    };
    let end = rest.find(|letter| !is_hangul(letter)).unwrap_or(rest.len());
    let (particle, after) = rest.split_at(end);
    let takes_first = |form: &str, consonant: u32| {
        // ㄹ counts as a vowel before 으로.
        consonant != 0 && !(consonant == 8 && form.starts_with("으로"))
    };
    let found = FORMS.iter().find(|(first, second)| {
        let stands = if takes_first(first, old) {
            first
        } else {
            second
        };
        *stands == particle
    });
    match found {
        Some((first, _)) if takes_first(first, new) => format!("{first}{after}"),
        Some((_, second)) => format!("{second}{after}"),
        None => rest.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::agree;

    #[test]
    fn a_particle_follows_the_sound_of_its_word() {
        for (old, new, rest, expected) in [
            ("구굴", "구글", "은 떠났다", "은 떠났다"),
            ("리차드", "리처즈", "가 왔다", "가 왔다"),
            ("김", "이", "은 왔다", "는 왔다"),
            ("바다", "서울", "로 갔다", "로 갔다"),
            ("바다", "부산", "로 갔다", "으로 갔다"),
            ("부산", "바다", "이라는 곳", "라는 곳"),
            ("부산", "바다", "이었다.", "였다."),
            ("코드", "출입증", "를", "을"),
            ("코드", "출입증", "에서", "에서"),
            ("코드", "출입증", "가운데 하나", "가운데 하나"),
            ("KT-7", "KT-9", "은", "은"),
        ] {
            assert_eq!(agree(old, new, rest), expected, "{old} {new} {rest}");
        }
    }
}
