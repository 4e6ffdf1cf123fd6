//! Which browsers there are.

use std::fmt;
use std::str::FromStr;

/// A browser that the extension is built for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Browser {
    /// Chromium, and what is made from it.
    Chromium,
    /// Firefox, on the desktop and on Android.
    Firefox,
}

impl Browser {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Chromium, Self::Firefox];
}

impl fmt::Display for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
        })
    }
}

impl FromStr for Browser {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.into_iter().find(|browser| browser.to_string() == text);
        known.ok_or_else(|| anyhow::anyhow!("`{text}` is neither `chromium` nor `firefox`"))
    }
}
