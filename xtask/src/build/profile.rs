//! How much the compiler should try.

/// How much the compiler should try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    /// As shipped.
    Release,
    /// Quickly, for trying things out.
    Dev,
}

impl Profile {
    /// Its name as cargo is told it, and as its folder is called.
    pub(super) fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Release => ("wasm", "wasm"),
            Self::Dev => ("dev", "debug"),
        }
    }
}
