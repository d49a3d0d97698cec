//! How much is fetched, and how long is waited.

use std::time::Duration;

/// Largest page, unpacked: articles are a hundred times smaller, scanned papers may come near it.
pub const MAX_PAGE_BYTES: u64 = 32 << 20;
/// How often a page may lead to another; browsers stop at 20.
pub const MAX_REDIRECTS: usize = 10;
/// How long all of it may take.
pub const MAX_FETCH_TIME: Duration = Duration::from_secs(60);
/// How long a server may take to be found and to answer that it is there.
pub const MAX_CONNECT_TIME: Duration = Duration::from_secs(20);
