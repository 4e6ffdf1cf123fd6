//! Which page deserves a warning.
