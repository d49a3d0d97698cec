//! Whether a Hangul word sounds like an English name: the edit distance of their sounds, coarse on purpose.

use super::korean::is_hangul;

/// Sounds that both spellings are brought to. Voice, length and the quality of vowels are not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sound {
    P,
    T,
    K,
    S,
    Ch,
    L,
    M,
    N,
    Ng,
    H,
    A,
    E,
    I,
    O,
    U,
    /// ㅡ, which Korean puts between consonants.
    Eu,
}

use Sound::{A, Ch, E, Eu, H, I, K, L, M, N, Ng, O, P, S, T, U};

impl Sound {
    fn is_vowel(self) -> bool {
        matches!(self, A | E | I | O | U | Eu)
    }

    /// What it costs to read one sound as the other.
    fn instead_of(self, other: Sound) -> f32 {
        if self == other {
            return 0.0;
        }
        if self.is_vowel() || other.is_vowel() {
            return if self.is_vowel() && other.is_vowel() {
                0.2
            } else {
                1.2
            };
        }
        let either = |a, b| (self, other) == (a, b) || (self, other) == (b, a);
        match () {
            () if either(S, T) || either(N, Ng) => 0.35,
            () if either(S, Ch) => 0.4,
            () if either(K, Ng) => 0.45,
            () if either(T, Ch) || either(K, Ch) || either(P, H) || either(K, H) => 0.5,
            () if either(L, N) => 0.6,
            () if either(K, S) => 0.7,
            () if either(P, M) => 0.8,
            () => 1.0,
        }
    }

    /// What it costs to leave out a sound of the English spelling.
    fn unheard(self) -> f32 {
        match self {
            Eu => 0.1,
            A | E | I | O | U => 0.25,
            L | H => 0.35,
            Ng => 0.5,
            K | T => 0.7,
            S => 0.8,
            P | Ch | M | N => 1.0,
        }
    }

    /// What it costs to add a sound in Korean.
    fn added(self) -> f32 {
        match self {
            Eu => 0.05,
            A | E | I | O | U => 0.25,
            H => 0.5,
            L => 0.8,
            _ => 1.0,
        }
    }
}

/// How a name sounds, from either spelling.
pub struct Sounds(Vec<Sound>);

impl Sounds {
    /// How an English name sounds.
    pub fn of_name(name: &str) -> Sounds {
        Sounds(english(name))
    }

    /// How a Korean word sounds.
    pub fn of_hangul(word: &[char]) -> Sounds {
        Sounds(korean(word))
    }

    /// How alike an English name and a Hangul word sound, 1 for the same. 0 where too few sounds could tell.
    pub fn likeness(&self, word: &Sounds) -> f32 {
        likeness_of(&self.0, &word.0)
    }
}

/// How alike an English name and a Hangul word sound, 1 for the same. 0 where too few sounds could tell.
pub fn likeness(name: &str, word: &[char]) -> f32 {
    likeness_of(&english(name), &korean(word))
}

fn likeness_of(name: &[Sound], word: &[Sound]) -> f32 {
    let shorter = name.len().min(word.len());
    if shorter < 3 || name.len().max(word.len()) > 2 * shorter + 2 {
        return 0.0;
    }
    if !name[0].is_vowel() && !word[0].is_vowel() && name[0].instead_of(word[0]) > 0.55 {
        return 0.0;
    }
    let all: f32 = name.iter().map(|sound| sound.unheard()).sum::<f32>()
        + word.iter().map(|sound| sound.added()).sum::<f32>();
    (1.0 - 2.0 * distance(name, word) / all).max(0.0)
}

fn distance(name: &[Sound], word: &[Sound]) -> f32 {
    let mut costs = vec![0.0; word.len() + 1];
    for (at, sound) in word.iter().enumerate() {
        costs[at + 1] = costs[at] + sound.added();
    }
    for heard in name {
        let mut diagonal = costs[0];
        costs[0] += heard.unheard();
        for (at, &sound) in word.iter().enumerate() {
            let same = diagonal + heard.instead_of(sound);
            diagonal = costs[at + 1];
            costs[at + 1] = same
                .min(diagonal + heard.unheard())
                .min(costs[at] + sound.added());
        }
    }
    costs[word.len()]
}

/// The sounds of an English spelling, letter by letter but for the commonest groups.
fn english(name: &str) -> Vec<Sound> {
    const GROUPS: [(&str, &[Sound]); 13] = [
        ("tion", &[S, O, N]),
        ("sch", &[S]),
        ("tch", &[Ch]),
        ("ch", &[Ch]),
        ("sh", &[S]),
        ("th", &[T]),
        ("ph", &[P]),
        ("gh", &[]),
        ("ck", &[K]),
        ("qu", &[K]),
        ("ng", &[Ng]),
        ("x", &[K, S]),
        ("'", &[]),
    ];
    let name = name.to_lowercase();
    let mut sounds: Vec<Sound> = Vec::new();
    let mut rest = name.as_str();
    let mut before = ' ';
    while let Some(letter) = rest.chars().next() {
        let group = GROUPS.iter().find(|(letters, _)| rest.starts_with(letters));
        let (length, found) = match group {
            Some(&(letters, found)) => (letters.len(), found),
            None => {
                let after = rest[letter.len_utf8()..].chars().next();
                let found: &[Sound] = if letter == before && !is_vowel_letter(letter) {
                    &[]
                } else {
                    single(letter, after, sounds.is_empty())
                };
                (letter.len_utf8(), found)
            }
        };
        for &sound in found {
            if !(sound.is_vowel() && sounds.last() == Some(&sound)) {
                sounds.push(sound);
            }
        }
        before = letter;
        rest = &rest[length..];
    }
    sounds
}

fn is_vowel_letter(letter: char) -> bool {
    "aeiouy".contains(letter)
}

fn single(letter: char, after: Option<char>, first: bool) -> &'static [Sound] {
    let soft = matches!(after, Some('e' | 'i' | 'y'));
    match letter {
        'b' | 'p' | 'f' | 'v' => &[P],
        'd' | 't' => &[T],
        'c' if soft => &[S],
        'g' if soft && !first => &[Ch],
        'c' | 'k' | 'q' | 'g' => &[K],
        'j' => &[Ch],
        's' | 'z' => &[S],
        'l' | 'r' => &[L],
        'm' => &[M],
        'n' => &[N],
        'h' => &[H],
        'a' => &[A],
        // Silent at the end.
        'e' if after.is_none() => &[],
        'e' => &[E],
        'i' | 'y' => &[I],
        'o' => &[O],
        'u' | 'w' => &[U],
        _ => &[],
    }
}

fn korean(word: &[char]) -> Vec<Sound> {
    const INITIALS: [Option<Sound>; 19] = [
        Some(K),
        Some(K),
        Some(N),
        Some(T),
        Some(T),
        Some(L),
        Some(M),
        Some(P),
        Some(P),
        Some(S),
        Some(S),
        None,
        Some(Ch),
        Some(Ch),
        Some(Ch),
        Some(K),
        Some(T),
        Some(P),
        Some(H),
    ];
    const MEDIALS: [Sound; 21] = [
        A, E, A, E, O, E, O, E, O, A, E, E, O, U, O, E, U, I, Eu, I, I,
    ];
    const FINALS: [&[Sound]; 28] = [
        &[],
        &[K],
        &[K],
        &[K, S],
        &[N],
        &[N, Ch],
        &[N],
        &[T],
        &[L],
        &[L, K],
        &[L, M],
        &[L, P],
        &[L, S],
        &[L, T],
        &[L, P],
        &[L],
        &[M],
        &[P],
        &[P, S],
        &[T],
        &[T],
        &[Ng],
        &[T],
        &[T],
        &[K],
        &[T],
        &[P],
        &[],
    ];
    let mut sounds = Vec::new();
    for &letter in word.iter().filter(|&&letter| is_hangul(letter)) {
        let at = letter as usize - '가' as usize;
        sounds.extend(INITIALS[at / 588]);
        sounds.push(MEDIALS[at % 588 / 28]);
        sounds.extend(FINALS[at % 28]);
    }
    sounds.dedup();
    sounds
}
