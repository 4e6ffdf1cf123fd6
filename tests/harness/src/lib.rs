//! Drives real browsers with the extension loaded, against pages served on loopback.
