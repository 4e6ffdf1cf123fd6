//! The seams to the browser.
