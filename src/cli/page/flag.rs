//! An option of a command: its name, its value, its help and what it does, in one row of a table.

use super::nearest::nearest;
use crate::Stop;
use lexopt::ValueExt;
use std::path::PathBuf;
use std::str::FromStr;

/// What stands after an option.
#[derive(Clone, Copy)]
pub(crate) struct Value {
    /// As the help calls it: `FILE`.
    pub name: &'static str,
    pub kind: Kind,
}

/// What a shell can offer for a value.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    Text,
    File,
    OneOf(fn() -> Vec<&'static str>),
}

impl Value {
    pub(crate) const fn text(name: &'static str) -> Value {
        let kind = Kind::Text;
        Value { name, kind }
    }

    pub(crate) const fn file(name: &'static str) -> Value {
        let kind = Kind::File;
        Value { name, kind }
    }

    pub(crate) const fn one_of(name: &'static str, names: fn() -> Vec<&'static str>) -> Value {
        let kind = Kind::OneOf(names);
        Value { name, kind }
    }
}

/// The names of what an option can be, which its help and a shell offer.
pub(crate) fn names<T>(known: &[(&'static str, T)]) -> Vec<&'static str> {
    known.iter().map(|(name, _)| *name).collect()
}

/// A line of the list behind an option's help.
pub(crate) struct Entry {
    pub name: String,
    pub what: &'static str,
}

/// What help, manual page and completions know of an option.
#[derive(Clone, Copy)]
pub(crate) struct Spec {
    pub short: Option<char>,
    pub long: &'static str,
    pub value: Option<Value>,
    /// One paragraph, or several lines; the help wraps them.
    pub help: &'static str,
    /// What follows the help as a list: a name and what it is.
    pub list: Option<fn() -> Vec<Entry>>,
}

/// A row of a command's table, whose arguments are an `A`.
pub(crate) struct Flag<A: 'static> {
    pub spec: Spec,
    take: Take<A>,
}

enum Take<A> {
    Switch(fn(&mut A)),
    Value(fn(&mut A, &mut Given<'_>) -> Result<(), Stop>),
}

impl<A> Flag<A> {
    /// An option without a value.
    pub(crate) const fn switch(
        long: &'static str,
        help: &'static str,
        take: fn(&mut A),
    ) -> Flag<A> {
        Flag {
            spec: Spec::new(long, None, help),
            take: Take::Switch(take),
        }
    }

    /// An option with one.
    pub(crate) const fn value(
        long: &'static str,
        value: Value,
        help: &'static str,
        take: fn(&mut A, &mut Given<'_>) -> Result<(), Stop>,
    ) -> Flag<A> {
        Flag {
            spec: Spec::new(long, Some(value), help),
            take: Take::Value(take),
        }
    }

    /// The same, with a letter beside its name.
    pub(crate) const fn short(mut self, short: char) -> Flag<A> {
        self.spec.short = Some(short);
        self
    }

    /// The same, with a list after its help.
    pub(crate) const fn list(mut self, list: fn() -> Vec<Entry>) -> Flag<A> {
        self.spec.list = Some(list);
        self
    }

    /// Puts what was given into the arguments.
    pub(crate) fn take(&self, args: &mut A, given: &mut Given<'_>) -> Result<(), Stop> {
        match self.take {
            Take::Switch(take) => {
                take(args);
                Ok(())
            }
            Take::Value(take) => take(args, given),
        }
    }
}

impl Spec {
    pub(crate) const fn new(long: &'static str, value: Option<Value>, help: &'static str) -> Spec {
        Spec {
            short: None,
            long,
            value,
            help,
            list: None,
        }
    }

    /// Whether it is the option that stands on a command line.
    pub(crate) fn is(&self, argument: &lexopt::Arg<'_>) -> bool {
        match argument {
            lexopt::Arg::Short(letter) => self.short == Some(*letter),
            lexopt::Arg::Long(name) => self.long == *name,
            lexopt::Arg::Value(_) => false,
        }
    }
}

/// The place on a command line behind an option, where its values are.
pub(crate) struct Given<'a> {
    pub parser: &'a mut lexopt::Parser,
    pub option: &'static str,
}

impl Given<'_> {
    pub(crate) fn text(&mut self) -> Result<String, Stop> {
        Ok(self.parser.value()?.string()?)
    }

    pub(crate) fn path(&mut self) -> Result<PathBuf, Stop> {
        Ok(self.parser.value()?.into())
    }

    pub(crate) fn parsed<T: FromStr<Err: Into<Box<dyn std::error::Error + Send + Sync>>>>(
        &mut self,
    ) -> Result<T, Stop> {
        Ok(self.parser.value()?.parse()?)
    }

    /// The one of `known` that is named.
    pub(crate) fn one_of<T: Copy>(&mut self, known: &[(&'static str, T)]) -> Result<T, Stop> {
        let text = self.text()?;
        self.known(text.trim(), known)
    }

    /// Those of `known` that are named, with commas between them.
    pub(crate) fn several<T: Copy, S: FromIterator<T>>(
        &mut self,
        known: &[(&'static str, T)],
    ) -> Result<S, Stop> {
        let text = self.text()?;
        text.split(',')
            .map(|name| self.known(name.trim(), known))
            .collect()
    }

    fn known<T: Copy>(&self, name: &str, known: &[(&'static str, T)]) -> Result<T, Stop> {
        let found = known.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| *value).ok_or_else(|| {
            let names = names(known);
            let hint = match nearest(name, names.iter().copied()) {
                Some(near) => format!("; did you mean {near}?"),
                None => String::new(),
            };
            Stop::Usage(format!(
                "--{} is one of {}, not \"{name}\"{hint}",
                self.option,
                names.join(", ")
            ))
        })
    }
}
