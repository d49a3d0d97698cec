//! What a person can count on of a project file, whatever happens to it and to the machine.

#[path = "project/crash.rs"]
mod crash;
#[path = "project/damage.rs"]
mod damage;
#[path = "project/places.rs"]
mod places;
#[path = "project/reread.rs"]
mod reread;
#[path = "project/sessions.rs"]
mod sessions;
#[path = "project/stored.rs"]
mod stored;

use crate::random;
use jjak::align::Link;
use jjak::bitext::Bitext;
use jjak::import::Originals;
use jjak::project::{Journal, Project, ProjectError};

/// A project of `bitext`, with originals of which one is no UTF-8.
fn project(bitext: Bitext) -> Project {
    let originals = Originals {
        en: bitext.en.article.text.as_bytes().into(),
        ko: b"\xc7\xd1\xb1\xdb \x00"[..].into(),
    };
    Project::new(originals, bitext, false)
}

/// Five rows of one sentence each, paired without the engine: the crash test makes one in every child.
fn small() -> Project {
    let en = "One came.\nTwo came.\nThree came.\nFour came.\nFive came.\n";
    let ko = "하나가 왔다.\n둘이 왔다.\n셋이 왔다.\n넷이 왔다.\n다섯이 왔다.\n";
    let read = |text: &str| jjak::import::from_text(text.to_owned());
    let prepared = jjak::pipeline::prepare_lines(read(en), read(ko)).unwrap();
    let links: Vec<Link> = (0..5)
        .map(|row| Link {
            en: vec![row],
            ko: vec![row],
            confidence: 0.9,
        })
        .collect();
    project(Bitext::new(prepared.en, prepared.ko, &links))
}

/// Does what `step` says, in the file and in memory.
fn take(
    project: &mut Project,
    journal: &mut Journal,
    step: &random::Step,
) -> Result<(), ProjectError> {
    let Project {
        bitext, history, ..
    } = project;
    match step.operation(bitext) {
        Some(operation) => match operation.edit(bitext) {
            Ok(edit) => {
                history.apply(bitext, edit.clone());
                journal.edit(&edit)
            }
            Err(_) => Ok(()),
        },
        None if step.undoes() => match history.undo(bitext) {
            Some(_) => journal.undo(),
            None => Ok(()),
        },
        None => match history.redo(bitext) {
            Some(_) => journal.redo(),
            None => Ok(()),
        },
    }
}
