//! What a person typed or pasted: a name, a link, a whole invitation, or what stands in the address bar.

mod better;
mod check;
mod omnibox;

pub use check::{Checked, check};
pub use omnibox::{Entered, Suggestion, as_xml, entered, suggestions};

use crate::service::Service;
use crate::settings::{Policy, Settings, Watched};
use crate::text::{Text, Tone};
use crate::warning::{Finding, Notice, VisitedRoom, visit};
