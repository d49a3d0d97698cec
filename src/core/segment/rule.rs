use serde::{Deserialize, Serialize};
use std::fmt;

/// Declares every rule once: its name in files, whether it breaks or joins, and what it says to a person.
macro_rules! rules {
    ($($variant:ident $name:literal $outcome:ident $sentence:literal)*) => {
        /// What decided at a place where a sentence may end, and so why a segment starts where it starts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Rule {
            $(#[doc = $sentence] #[serde(rename = $name)] $variant,)*
        }

        impl Rule {
            /// All of them.
            pub const ALL: &[Rule] = &[$(Rule::$variant,)*];

            /// The name that files and `jjak segment --format explain` use.
            pub fn as_str(self) -> &'static str {
                match self { $(Rule::$variant => $name,)* }
            }

            /// One sentence for a person who asks why.
            pub fn explain(self) -> &'static str {
                match self { $(Rule::$variant => $sentence,)* }
            }

            /// Whether a new segment begins where this rule decides.
            pub fn breaks(self) -> bool {
                match self { $(Rule::$variant => rules!(@$outcome),)* }
            }
        }
    };
    (@breaks) => { true };
    (@joins) => { false };
}

rules! {
    BlockStart "block-start" breaks "The first segment of its block."
    LineStart "line-start" breaks "Each line is taken as a sentence."
    ByHand "by-hand" breaks "A person split or merged here."

    FullStop "full-stop" breaks "A full stop ends the sentence."
    StrongMark "strong-mark" breaks "A question or exclamation mark ends the sentence."
    Ellipsis "ellipsis" breaks "The sentence trails off in dots and a new one begins."
    ClosedSentence "closed-sentence" breaks "The full stop stands before a closing quote or bracket."
    KoreanStop "korean-stop" breaks "A Korean sentence ends in a full stop."
    GluedStop "glued-stop" breaks "The space after the full stop was forgotten."
    IdeographicStop "ideographic-stop" breaks "A full-width stop needs no space after it."
    FootnoteEnd "footnote-end" breaks "The note after the full stop belongs to the sentence before."
    AbbreviationEnd "abbreviation-end" breaks "The abbreviation is followed by a word that begins sentences."
    ClockEnd "clock-end" breaks "The hour ends the sentence."
    InitialEnd "initial-end" breaks "The single letter ends the sentence."
    NumberEnd "number-end" breaks "The number ends the sentence."
    EmailByline "email-byline" breaks "An e-mail address follows the sentence."
    BareEnding "bare-ending" breaks "The polite Korean ending closes a sentence without a full stop."
    PlainEnding "plain-ending" breaks "The plain Korean ending closes a sentence without a full stop."
    Laughter "laughter" breaks "Written laughter or tears close a sentence without a full stop."
    Face "face" breaks "A typed face closes the sentence."
    ListItem "list-item" breaks "A list item begins."

    SrxBreak "srx-break" breaks "A rule of the SRX file ends the sentence."

    SrxJoin "srx-join" joins "A rule of the SRX file says that no sentence ends."
    SrxSilent "srx-silent" joins "The SRX file replaces the built-in rules, and none of its rules ends a sentence."
    InsidePair "inside-pair" joins "Inside balanced quotes or brackets nothing is split."
    InsideAddress "inside-address" joins "The dot belongs to a web or mail address."
    BracketedDots "bracketed-dots" joins "Dots in brackets mark words left out."
    PunctuationFollows "punctuation-follows" joins "A comma, colon or closing mark follows, so the sentence goes on."
    NothingBefore "nothing-before" joins "Nothing but marks stands before."
    InsideToken "inside-token" joins "No space follows, so the dot is part of a number or name."
    ListNumber "list-number" joins "The number or letter counts a list item or heading."
    LowercaseFollows "lowercase-follows" joins "A lower-case word goes on with the sentence."
    Headline "headline" joins "Dots within a headline do not end it."
    Credit "credit" joins "A credit at the end stays with its caption."
    Title "title" joins "A title or reference never ends a sentence."
    NumberAbbreviation "number-abbreviation" joins "The abbreviation takes the number that follows."
    AbbreviationGoesOn "abbreviation-goes-on" joins "The abbreviation is followed by a word that may go on with the sentence."
    ClockGoesOn "clock-goes-on" joins "The hour goes on with its zone, day or sentence."
    Initial "initial" joins "The single letter is the initial of a name."
    BrandName "brand-name" joins "The mark is part of a name."
    SaidFollows "said-follows" joins "Who said it follows the quotation."
    PauseGoesOn "pause-goes-on" joins "The dots are a pause within the sentence."
    DateChain "date-chain" joins "The number is part of a date."
    NamedWithin "named-within" joins "The sentence had begun before the quotation and goes on after it."
    QuoteTail "quote-tail" joins "A Korean particle ties the quotation to its sentence."
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
