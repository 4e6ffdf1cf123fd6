//! The judge of names, as `cargo xtask bench` asks for it inside a page.
//!
//! Nothing here is shipped. The extension's own wasm has no export that judges a bare name, because the
//! product needs none; this crate adds one to the same code, compiled the same way.

#[cfg(target_arch = "wasm32")]
mod page;
