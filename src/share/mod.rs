//! Handing a room on: as a picture to be scanned, a letter, or an entry in a calendar.
//!
//! All of it is made here and stays here. Only a link that a person opens leaves the computer: what
//! stands in a [`google_calendar`] or [`outlook`] link is read by Google or Microsoft then.
//!
//! The sentences come in from outside, in the user's language.

mod civil;
mod icalendar;
mod links;
mod meeting;
mod moment;
mod qr;
mod series;
mod zone;

pub use civil::Civil;
pub use icalendar::{icalendar, recurring, series};
pub use links::{google_calendar, mailto, outlook};
pub use meeting::{Meeting, Recurring};
pub use moment::{MomentError, UtcMoment};
pub use qr::{QUIET_ZONE, QrCode};
pub use series::{DATES_MAX, Series};
pub use zone::Zone;
