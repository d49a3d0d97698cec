//! Tables of delimited columns: TSV without quoting, CSV with it.

pub(super) mod csv;
mod quotes;
mod read;
pub(super) mod tsv;

pub(super) use csv::write as write_csv;
pub(super) use read::{
    Dialect, QuotedRow, csv_dialect, looks_like_formula, read_csv, read_tsv, table, tsv_dialect,
};
pub(super) use tsv::write as write_tsv;
