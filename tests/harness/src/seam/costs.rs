//! What a page costs.

/// What the page in the current tab costs, all that runs in its process included.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageCosts {
    /// How long its main thread was busy for this document so far, in milliseconds.
    pub main_thread: f64,
    /// How much of that JavaScript ran, in milliseconds.
    pub script: f64,
}
