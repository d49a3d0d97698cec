//! Answer to a command of the rows: what it came to, and how the person is told.

use crate::command::Command;
use crate::texts::{self, Locale, Text};
use jjak_core::article::Lang;
use jjak_core::bitext::{Edit, Refusal};
use jjak_formats::import::Encoding;
use std::path::PathBuf;

/// What a command came to.
pub enum Answer {
    Done,
    Refused(Refusal),
    Says(Text),
    /// So many were done of what the text says.
    Counts(Text, usize),
    /// This file is what the text says.
    Names(Text, PathBuf),
    /// Something outside went wrong, and is told as it is.
    Fails(String),
    /// No row needs eyes; so many sure ones are not accepted.
    SureLeft(usize),
    /// So many rows need eyes that the filter hides.
    Hidden(usize),
    /// The person wants this done, by whoever can.
    Run(Command),
    /// The person wants a term of the glossary made of these words, English and Korean; one of them may be empty.
    Term(String, String),
    /// The person wants to see this word in all its places.
    InContext(String),
    /// The person wants this text read in another encoding.
    Reread(Lang, Encoding),
}

impl From<Result<Edit, Refusal>> for Answer {
    fn from(result: Result<Edit, Refusal>) -> Answer {
        result.map_or_else(Answer::Refused, |_| Answer::Done)
    }
}

/// A refusal or remark as the person reads it.
pub fn say(answer: &Answer, locale: Locale) -> Option<String> {
    match answer {
        Answer::Done
        | Answer::Reread(..)
        | Answer::Run(_)
        | Answer::Term(..)
        | Answer::InContext(_) => None,
        Answer::Refused(refusal) => Some(texts::refusal(*refusal, locale)),
        Answer::Says(text) => Some(text.in_(locale).to_owned()),
        Answer::Counts(text, count) => Some(locale.fill(*text, &[count])),
        Answer::Names(text, path) => Some(locale.fill(*text, &[&path.display()])),
        Answer::Fails(why) => Some(why.clone()),
        Answer::SureLeft(rows) => {
            let accept = Command::AcceptConfident.label(locale);
            Some(locale.fill(Text::SureLeft, &[rows, &accept]))
        }
        Answer::Hidden(rows) => Some(locale.fill(Text::HiddenLeft, &[rows])),
    }
}
