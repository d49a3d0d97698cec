//! Lays the lexicon, the frequency bands and the lists of boilerplate out as tables (`packed`), so that no run of the
//! program parses them. The texts in `assets/` stay what people edit; the library's own files read them here.

#![allow(
    dead_code,
    unused_imports,
    unreachable_pub,
    reason = "files of the library, of which some parts are needed"
)]

mod article;
mod packed;

mod clean {
    pub mod entry;
    pub mod pattern;
    pub mod lists {
        pub mod gathered;
        pub mod patterns;
        pub mod shipped;
    }
}

mod evidence {
    pub mod conjugation;
    pub mod english;
    pub mod korean;
    mod numbers;
    mod quantity;
    pub mod tokens;
    pub mod lexicon {
        pub mod gathered;
        pub mod shipped;
    }
}

mod tables {
    pub mod clean;
    pub mod frequency;
    pub mod lexicon;

    /// The bytes as a row.
    fn row<const WIDTH: usize>(bytes: &[u8]) -> [u8; WIDTH] {
        assert_eq!(bytes.len(), WIDTH, "the width of a row");
        let mut row = [0; WIDTH];
        row.copy_from_slice(bytes);
        row
    }
}

use std::error::Error;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn Error>> {
    // All that it reads is compiled into it.
    println!("cargo::rerun-if-changed=build.rs");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("no OUT_DIR")?);
    let [entries, forms] = tables::lexicon::tables(jjak_assets::LEXICON)?;
    let [english, korean, verbs, literal] = tables::frequency::tables(jjak_assets::FREQUENCY);
    let tables = [
        ("lexicon-entries", entries),
        ("lexicon-forms", forms),
        ("frequency-en", english),
        ("frequency-ko", korean),
        ("frequency-verbs", verbs),
        ("frequency-literal", literal),
    ];
    for (name, table) in tables.into_iter().chain(tables::clean::tables()?) {
        std::fs::write(folder.join(name), table)?;
    }
    Ok(())
}
