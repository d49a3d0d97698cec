//! A command's page: one table of its options, from which its parser, its help, the manual page, the completions of
//! shells and "did you mean" are made.

mod complete;
mod flag;
mod help;
mod man;
mod nearest;

use crate::{Outcome, Stop, print};
pub(crate) use complete::{Shell, completions};
use flag::Spec;
pub(crate) use flag::{Entry, Flag, Given, Value, names};
pub(crate) use help::general;
use lexopt::Arg;
pub(crate) use man::manual;
pub(crate) use nearest::nearest;
use std::ffi::OsString;

/// What a command is: how it is called, what it takes and what it does with it.
pub(crate) struct Page<A: 'static> {
    pub name: &'static str,
    /// How it is called, after its name, as the list of commands shows it.
    pub call: &'static str,
    /// What it does, in that list.
    pub summary: &'static str,
    /// How it is called, in all ways.
    pub usage: &'static [&'static str],
    /// What it does: paragraphs, and lines with space before them that stay as they are.
    pub about: &'static str,
    pub options: fn() -> Vec<Section<A>>,
    /// What else is to be said, likewise.
    pub more: &'static str,
    pub examples: &'static [&'static str],
    /// Takes an argument that is no option.
    pub operand: fn(&mut A, OsString),
    pub run: fn(A) -> Result<Outcome, Stop>,
}

/// Options that belong together.
pub(crate) struct Section<A: 'static> {
    title: &'static str,
    /// Said of all of them at once in the help, which names them only.
    brief: Option<&'static str>,
    options: Vec<Choice<A>>,
}

type Take<A> = Box<dyn Fn(&mut A, &mut Given<'_>) -> Result<(), Stop>>;

struct Choice<A> {
    spec: Spec,
    take: Take<A>,
}

impl<A> Section<A> {
    pub(crate) fn new(title: &'static str, flags: &'static [Flag<A>]) -> Section<A> {
        Section {
            title,
            brief: None,
            options: Vec::new(),
        }
        .and(flags)
    }

    /// Options that several commands take into the same part of their arguments.
    pub(crate) fn shared<B: 'static>(
        title: &'static str,
        flags: &'static [Flag<B>],
        part: impl Fn(&mut A) -> &mut B + Copy + 'static,
    ) -> Section<A> {
        Section::new(title, &[]).and_shared(flags, part)
    }

    pub(crate) fn and(mut self, flags: &'static [Flag<A>]) -> Section<A> {
        self.options.extend(flags.iter().map(|flag| Choice {
            spec: flag.spec,
            take: Box::new(|args, given| flag.take(args, given)),
        }));
        self
    }

    pub(crate) fn and_shared<B: 'static>(
        mut self,
        flags: &'static [Flag<B>],
        part: impl Fn(&mut A) -> &mut B + Copy + 'static,
    ) -> Section<A> {
        self.options.extend(flags.iter().map(|flag| Choice {
            spec: flag.spec,
            take: Box::new(move |args, given| flag.take(part(args), given)),
        }));
        self
    }

    /// The help names them and says this.
    pub(crate) fn brief(mut self, brief: &'static str) -> Section<A> {
        self.brief = Some(brief);
        self
    }
}

/// What every command takes.
const HELP: Spec = Spec {
    short: Some('h'),
    ..Spec::new("help", None, "this help")
};

/// A command, whatever its arguments are.
pub(crate) trait Command: Sync {
    fn name(&self) -> &'static str;
    /// Runs it with what is left on the command line.
    fn run(&self, parser: &mut lexopt::Parser) -> Result<Outcome, Stop>;
    /// What there is to say of it.
    fn sheet(&self) -> Sheet;
}

/// What help, manual page and completions know of a command.
pub(crate) struct Sheet {
    pub name: &'static str,
    pub call: &'static str,
    pub summary: &'static str,
    usage: &'static [&'static str],
    about: &'static str,
    sections: Vec<Group>,
    more: &'static str,
    examples: &'static [&'static str],
}

struct Group {
    title: &'static str,
    brief: Option<&'static str>,
    options: Vec<Spec>,
}

impl Sheet {
    /// Its options, in the order of the help.
    pub(crate) fn options(&self) -> impl Iterator<Item = &Spec> {
        self.sections.iter().flat_map(|group| &group.options)
    }
}

impl<A: Default> Command for Page<A> {
    fn name(&self) -> &'static str {
        self.name
    }

    fn run(&self, parser: &mut lexopt::Parser) -> Result<Outcome, Stop> {
        let sections = (self.options)();
        let mut args = A::default();
        while let Some(argument) = parser.next()? {
            if HELP.is(&argument) {
                return print(&self.sheet().help());
            }
            let mut options = sections.iter().flat_map(|section| &section.options);
            let choice = options.find(|choice| choice.spec.is(&argument));
            match (choice, argument) {
                (Some(choice), _) => {
                    let option = choice.spec.long;
                    (choice.take)(&mut args, &mut Given { parser, option })?;
                }
                (None, Arg::Value(operand)) => (self.operand)(&mut args, operand),
                (None, argument) => return Err(unknown(argument, &self.sheet())),
            }
        }
        (self.run)(args)
    }

    fn sheet(&self) -> Sheet {
        let group = |section: Section<A>| Group {
            title: section.title,
            brief: section.brief,
            options: section.options.iter().map(|choice| choice.spec).collect(),
        };
        let mut sections: Vec<Group> = (self.options)().into_iter().map(group).collect();
        // Not where names alone are shown.
        let last = sections.iter().rposition(|group| group.brief.is_none());
        match last.and_then(|at| sections.get_mut(at)) {
            Some(group) => group.options.push(HELP),
            None => sections.push(Group {
                title: "Options",
                brief: None,
                options: vec![HELP],
            }),
        }
        Sheet {
            name: self.name,
            call: self.call,
            summary: self.summary,
            usage: self.usage,
            about: self.about,
            sections,
            more: self.more,
            examples: self.examples,
        }
    }
}

/// Of an option that the command does not have.
fn unknown(argument: Arg<'_>, sheet: &Sheet) -> Stop {
    let near = match &argument {
        Arg::Long(name) => nearest(name, sheet.options().map(|spec| spec.long)),
        Arg::Short(_) | Arg::Value(_) => None,
    };
    let hint = match near {
        Some(near) => format!("; did you mean --{near}?"),
        None => String::new(),
    };
    Stop::Usage(format!("{}{hint}", argument.unexpected()))
}
