//! Word lists, as data: one file a list under `assets/segment/`.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Syllables that can end a Korean sentence.
pub(super) const KOREAN_ENDINGS: &str = "다요죠까네군음함됨임오자라지야어아니냐걸든소";

/// The order of Korean list letters.
pub(super) const KOREAN_LETTERS: &str = "가나다라마바사아자차카타파하";

/// Declares every list once: its field, its file and what it holds.
macro_rules! lists {
    ($($field:ident $data:ident $file:literal $doc:literal)*) => {
        /// The words segmentation goes by. [`Words::builtin`] has the program's own; a user's are added to a copy.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct Words {
            $(#[doc = $doc] pub(super) $field: WordList,)*
        }

        impl Words {
            /// The names of the list files, without their `.txt`.
            pub const LISTS: &[&str] = &[$($file,)*];

            fn read() -> Words {
                Words {
                    $($field: WordList::read(jjak_assets::segment::$data),)*
                }
            }

            fn list_mut(&mut self, list: &str) -> Option<&mut WordList> {
                match list {
                    $($file => Some(&mut self.$field),)*
                    _ => None,
                }
            }
        }
    };
}

lists! {
    titles ABBREVIATIONS "abbreviations" "Abbreviations that never end a sentence: what they announce must follow."
    before_number ABBREVIATIONS_BEFORE_NUMBERS "abbreviations-before-numbers" "Abbreviations that take the number after them, and may end a sentence otherwise."
    may_end ABBREVIATIONS_THAT_MAY_END "abbreviations-that-may-end" "Abbreviations that end a sentence only if the next word is one of starters.txt."
    starters STARTERS "starters" "Words that seldom go on with a sentence after an abbreviation when they have a capital."
    brands BRANDS "brands" "Names that end in a mark, or begin with a small letter though they may begin a sentence."
    parts PARTS "parts" "Parts of a text and of instructions that are counted: Step 1. Peel."
    korean_parts KOREAN_PARTS "korean-parts" "Korean parts of a text: 제1조."
    said SAID "said" "Verbs of who spoke, after a quotation."
    after_clock AFTER_CLOCK "after-clock" "What goes on with an hour: zones, days and months."
    before_clock BEFORE_CLOCK "before-clock" "Prepositions before an hour: At 9 a.m. Kim left."
    quote_tails QUOTE_TAILS "quote-tails" "What follows a Korean quotation and ties it to its sentence."
    bare_tails BARE_TAILS "bare-tails" "Tails that tie even a sentence without quotation marks."
    plain_tails PLAIN_TAILS "plain-tails" "What goes on with a plain ending that has no mark: 갔다 하더라도."
    korean_said KOREAN_SAID "korean-said" "Verbs of who spoke, after a quotation of its own, as novels have it: past stems."
    speech_nouns SPEECH_NOUNS "speech-nouns" "Nouns of what is said or thought: 하는 의문, 같은 말."
    named_things NAMED_THINGS "named-things" "What the name in quotes before it names: ‘안녕, 바다야!’ 전시."
    surnames SURNAMES "surnames" "Surnames that stand alone where a sentence about a person begins: in the U.S. Kim won."
    letter_classes LETTER_CLASSES "letter-classes" "Nouns whose kinds are called by letters: type O."
    points_back POINTS_BACK "points-back" "Words of a sentence of its own that speaks of the quotation before it."
    korean_asides KOREAN_ASIDES "korean-asides" "What an interview notes in brackets after a sentence."
    agencies AGENCIES "agencies" "News agencies: a bracket that holds nothing else closes the article, it does not credit a picture."
    credit_words CREDIT_WORDS "credit-words" "Words that begin a picture credit."
    address_ends ADDRESS_ENDS "address-ends" "Ends of host names and of file names."
    credit_ends CREDIT_ENDS "credit-ends" "Words that end a picture credit which follows a Korean caption without a bracket."
}

/// Why a word was not taken into a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordFault {
    /// No list has that name.
    #[error("there is no list of this name")]
    NoList,
    /// The entry holds no letters.
    #[error("it holds no letters or digits")]
    NoLetters,
    /// The list takes single words.
    #[error("one word a line; this list is asked about single words")]
    SeveralWords,
}

/// Words in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WordList(HashSet<String>);

impl WordList {
    fn read(file: &str) -> WordList {
        let lines = file.lines().map(str::trim);
        let words = lines.filter(|line| !line.is_empty() && !line.starts_with("# "));
        WordList(words.map(str::to_lowercase).collect())
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.contains(word)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// Whether `text` ends in a word of the list.
    pub(super) fn ends(&self, text: &str) -> bool {
        self.0.iter().any(|word| text.ends_with(word.as_str()))
    }
}

static BUILTIN: LazyLock<Words> = LazyLock::new(Words::read);

impl Words {
    /// The lists that come with the program.
    pub fn builtin() -> &'static Words {
        &BUILTIN
    }

    /// Adds `word` to the list of this name, one of [`Words::LISTS`]. An abbreviation's last full stop may be
    /// written or not.
    ///
    /// # Errors
    /// [`WordFault`] if the word could never be found in a text.
    pub fn add(&mut self, list: &str, word: &str) -> Result<(), WordFault> {
        let words = self.list_mut(list).ok_or(WordFault::NoList)?;
        let word = word.trim().to_lowercase().replace('’', "'");
        let word = if list.starts_with("abbreviations") {
            word.trim_end_matches('.')
        } else {
            &word
        };
        if !word.contains(char::is_alphanumeric) {
            return Err(WordFault::NoLetters);
        }
        if word.contains(char::is_whitespace) && list != "brands" {
            return Err(WordFault::SeveralWords);
        }
        words.0.insert(word.to_owned());
        Ok(())
    }
}
