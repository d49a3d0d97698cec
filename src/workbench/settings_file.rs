//! The file of the settings: what this version understands of it holds, what it does not understand stays in it.

use jjak_formats::whole_file::{WriteError, write_file};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value};
use std::io;
use std::path::{Path, PathBuf};

/// What a file held that means nothing here, to be written back where it stood.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Kept(Vec<Odd>);

#[derive(Clone, Debug, PartialEq)]
struct Odd {
    /// The names that lead to it.
    path: Vec<String>,
    /// What the file says, or the elements of its list that mean nothing.
    held: Value,
    /// What is meant instead; `None` of a name that means nothing.
    meant: Option<Value>,
}

/// A file that was read.
pub(crate) struct Read<T> {
    pub value: T,
    pub kept: Kept,
    /// Why it is no file of settings at all: it must be put aside before another is written.
    pub damage: Option<String>,
}

/// Reads what `path` holds, with the defaults of `T` for the rest.
///
/// # Errors
/// The file is there and cannot be read.
pub(crate) fn read<T: Serialize + DeserializeOwned + Default>(path: &Path) -> io::Result<Read<T>> {
    let bytes = match std::fs::read(path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == io::ErrorKind::NotFound => b"{}".to_vec(),
        Err(error) => return Err(error),
    };
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    Ok(match serde_json::from_slice::<Map<String, Value>>(bytes) {
        Ok(held) => {
            let (value, kept) = understand(Value::Object(held));
            Read {
                value,
                kept,
                damage: None,
            }
        }
        Err(error) => Read {
            value: T::default(),
            kept: Kept::default(),
            damage: Some(error.to_string()),
        },
    })
}

/// Writes `value` and what was kept of the file before, whole or not at all.
///
/// # Errors
/// [`WriteError`]; the file is then as it was.
pub(crate) fn write<T: Serialize>(path: &Path, value: &T, kept: &Kept) -> Result<(), WriteError> {
    if let Some(folder) = path.parent() {
        // The write says it if there is still no folder.
        let _ = std::fs::create_dir_all(folder);
    }
    let mut json = plain(value);
    kept.put_back(&mut json);
    write_file(path, |out| {
        serde_json::to_writer_pretty(&mut *out, &json)?;
        out.write_all(b"\n")
    })
}

/// Puts a damaged file aside, under a name that is still free, and gives that.
///
/// # Errors
/// It cannot be renamed.
pub(crate) fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let names = (1..).map(|number| path.with_file_name(format!("{stem}-damaged-{number}.json")));
    let mut free = names.filter(|name| !name.exists());
    let aside = free
        .next()
        .unwrap_or_else(|| path.with_extension("damaged"));
    std::fs::rename(path, &aside)?;
    Ok(aside)
}

impl Kept {
    /// The names of what is kept, such as `queue.sure`.
    pub(crate) fn names(&self) -> Vec<String> {
        self.0.iter().map(|odd| odd.path.join(".")).collect()
    }

    fn put_back(&self, json: &mut Value) {
        for Odd { path, held, meant } in &self.0 {
            let Some((name, parents)) = path.split_last() else {
                continue;
            };
            let parent: Option<&mut Value> = parents.iter().try_fold(&mut *json, |at, name| {
                let members = at.as_object_mut()?;
                Some(members.entry(name).or_insert(Value::Object(Map::new())))
            });
            let Some(parent) = parent.and_then(Value::as_object_mut) else {
                continue;
            };
            if let (Some(Value::Array(list)), Value::Array(odd)) = (parent.get_mut(name), held) {
                list.extend(odd.iter().cloned());
            } else if parent.get(name) == meant.as_ref() {
                // The person has chosen nothing else since.
                parent.insert(name.clone(), held.clone());
            }
        }
    }
}

/// The value of as much of `held` as there is a meaning to, and the rest.
fn understand<T: Serialize + DeserializeOwned + Default>(held: Value) -> (T, Kept) {
    let mut fits = Value::Object(Map::new());
    grow::<T>(&mut fits, &mut Vec::new(), &held);
    let value: T = T::deserialize(&fits).unwrap_or_default();
    let mut kept = Kept::default();
    compare(&held, &plain(&value), &mut Vec::new(), &mut kept);
    (value, kept)
}

/// Adds to `fits` what of `held`, whose place is `path`, can be read as a part of a `T`.
fn grow<T: DeserializeOwned>(fits: &mut Value, path: &mut Vec<String>, held: &Value) {
    let put = |fits: &mut Value, path: &[String], value: Value| {
        let before = fits.clone();
        if set(fits, path, value).is_none() || T::deserialize(&*fits).is_err() {
            *fits = before;
            return false;
        }
        true
    };
    if put(fits, path, held.clone()) {
        return;
    }
    match held {
        Value::Object(members) if path.is_empty() || put(fits, path, Value::Object(Map::new())) => {
            for (name, member) in members {
                path.push(name.clone());
                grow::<T>(fits, path, member);
                path.pop();
            }
        }
        Value::Array(elements) => {
            let mut list = Vec::new();
            for element in elements {
                list.push(element.clone());
                if !put(fits, path, Value::Array(list.clone())) {
                    list.pop();
                }
            }
        }
        _ => {}
    }
}

fn set(root: &mut Value, path: &[String], value: Value) -> Option<()> {
    let place = path.iter().try_fold(root, |at, name| {
        Some(
            at.as_object_mut()?
                .entry(name.clone())
                .or_insert(Value::Null),
        )
    })?;
    *place = value;
    Some(())
}

/// Notes what of `held` is not in `meant`.
fn compare(held: &Value, meant: &Value, path: &mut Vec<String>, kept: &mut Kept) {
    match (held, meant) {
        (Value::Object(held), Value::Object(meant)) => {
            for (name, value) in held {
                path.push(name.clone());
                match meant.get(name) {
                    Some(meant) => compare(value, meant, path, kept),
                    None if is_nothing(value) => {}
                    None => kept.0.push(Odd {
                        path: path.clone(),
                        held: value.clone(),
                        meant: None,
                    }),
                }
                path.pop();
            }
        }
        (Value::Array(all), Value::Array(known)) => {
            let odd = all.iter().filter(|element| !known.contains(element));
            let odd: Vec<Value> = odd.cloned().collect();
            if !odd.is_empty() {
                kept.0.push(Odd {
                    path: path.clone(),
                    held: Value::Array(odd),
                    meant: Some(meant.clone()),
                });
            }
        }
        _ if is_same(held, meant) => {}
        _ => kept.0.push(Odd {
            path: path.clone(),
            held: held.clone(),
            meant: Some(meant.clone()),
        }),
    }
}

/// Whether leaving it out says the same.
fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(elements) => elements.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

/// A number may have been written with more digits than are read.
fn is_same(held: &Value, meant: &Value) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-6 * a.abs().max(b.abs());
    held == meant || matches!((held.as_f64(), meant.as_f64()), (Some(a), Some(b)) if near(a, b))
}

/// The value as the file would hold it: numbers with no more digits than they have.
fn plain<T: Serialize>(value: &T) -> Value {
    let text = serde_json::to_string(value).unwrap_or_default();
    serde_json::from_str(&text).unwrap_or_default()
}
