//! Making a room.
