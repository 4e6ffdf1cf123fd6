//! Why an address names no room.

use thiserror::Error;

/// Why a text names no room on a Jitsi server.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Nothing was typed.
    #[error("there is nothing here yet")]
    Empty,
    /// It looks like an address and cannot be read as one.
    #[error("this address cannot be read")]
    Unreadable,
    /// It is an address of another kind, such as `mailto:`.
    #[error("this is not the address of a web page or of a Jitsi room")]
    NotWeb,
    /// It names a server and no room on it.
    #[error("this address names no room")]
    NoRoom,
    /// It is one of the server's own pages or files.
    #[error("this is a page of the server itself, not a room")]
    Reserved,
    /// It is the number of a telephone.
    #[error("this is a telephone number, not a room")]
    Phone,
    /// A mail filter or a shortener of links stands around it, and does not say where it leads.
    #[error("this link does not say where it leads")]
    Hidden,
    /// There are more than two pieces in its path: meet.jit.si answers "not found".
    #[error("this address is too deep to be a room")]
    TooDeep,
}
