//! What was imported, byte for byte.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error};
use std::borrow::Cow;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;

/// The bytes of one imported text. Cheap to clone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Original(pub Arc<[u8]>);

impl Original {
    /// The bytes of a regular file, which stand in memory once.
    ///
    /// # Errors
    /// What the file says; that it ended early, if it has just become shorter.
    pub fn of_file(path: &Path) -> io::Result<Original> {
        let mut file = File::open(path)?;
        let size = usize::try_from(file.metadata()?.len()).map_err(io::Error::other)?;
        let mut bytes: Arc<[u8]> = std::iter::repeat_n(0, size).collect();
        if let Some(bytes) = Arc::get_mut(&mut bytes) {
            file.read_exact(bytes)?;
        }
        Ok(Original(bytes))
    }
}

/// The bytes of both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Originals {
    pub en: Original,
    pub ko: Original,
}

impl From<&[u8]> for Original {
    fn from(bytes: &[u8]) -> Original {
        Original(bytes.into())
    }
}

impl From<Vec<u8>> for Original {
    fn from(bytes: Vec<u8>) -> Original {
        Original(bytes.into())
    }
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Written<'a> {
    Text(Cow<'a, str>),
    Base64(Cow<'a, str>),
}

impl Serialize for Original {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match std::str::from_utf8(&self.0) {
            Ok(text) => Written::Text(text.into()),
            Err(_) => Written::Base64(STANDARD.encode(&self.0).into()),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Original {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Original, D::Error> {
        let bytes = match Written::deserialize(deserializer)? {
            Written::Text(text) => text.into_owned().into_bytes(),
            Written::Base64(text) => STANDARD.decode(&*text).map_err(D::Error::custom)?,
        };
        Ok(Original(bytes.into()))
    }
}
