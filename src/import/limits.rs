//! How much is read. What is larger is refused with an error that names the limit.

/// Largest file, before decoding: fifty long novels.
pub const MAX_FILE_BYTES: u64 = 64 << 20;

/// Most elements of a web page that are asked which of them are the article; a larger page is read whole.
pub const MAX_READABLE_ELEMENTS: usize = 60_000;

/// Deepest nesting of a web page that is asked which part of it is the article; a deeper one is read whole.
pub const MAX_READABLE_DEPTH: usize = 200;
