//! Jitsi's addresses: which room does an address open, and how is a link to a room written?
//!
//! What Jitsi Meet does with an address is in its `react/features/base/util/uri.ts` (release 13.2.0);
//! this module does the same in the same order:
//!
//! 1. The room is the text after the last `/` of the path; what stands before it is the tenant.
//!    `/a/room` and `/room` are different meetings.
//! 2. Some characters are stripped from it: see [`RoomName`].
//! 3. Two names are the same room when they agree after percent-decoding, NFKC and lower-casing.
//!    Accents count, case never does.
//!
//! ```
//! use hushroom::jitsi::{Address, Server};
//!
//! let a = Address::parse("https://meet.jit.si/Stand%2DUp#config.startWithAudioMuted=true", &Server::default())?;
//! let b = Address::parse("stand-up", &Server::default())?;
//! assert_eq!(a, b);
//! # Ok::<(), hushroom::jitsi::AddressError>(())
//! ```

mod address;
mod effects;
mod error;
mod fragment;
mod link;
mod reserved;
mod room_name;
mod server;
mod settings;
mod tenant;
mod title;

pub use address::Address;
pub use effects::LinkEffects;
pub use error::AddressError;
pub use link::LinkOptions;
pub use room_name::{RoomName, fold};
pub(crate) use server::readable_host;
pub use server::{Server, ServerError};
pub use tenant::Tenant;
pub use title::{TITLE_MAX, Title};
