//! A server that the popup wants to watch, while the browser asks for its permission.
//!
//! The question can close the popup, and then nobody there hears the answer. So the server waits in memory until the
//! background hears that something was permitted.

use wasm_bindgen::JsValue;

use super::area::{self, SESSION};
use super::{storage, watching};
use crate::jitsi::Server;
use crate::memory::ASKED;
use crate::settings::Watched;

/// Lets `server` wait for the answer.
pub(super) async fn wait(server: &Server) -> Result<(), JsValue> {
    area::write(&SESSION, ASKED, server).await
}

/// The answer was heard by whoever asked.
pub(super) async fn end() -> Result<(), JsValue> {
    area::remove(&SESSION, ASKED).await
}

/// Watches the server that waits, if the browser permits that by now.
pub(super) async fn take_up() -> Result<(), JsValue> {
    let Some(server) = area::read::<Server>(&SESSION, ASKED).await? else { return Ok(()) };
    let wanted = Watched { watched_servers: vec![server.clone()], ..Watched::default() };
    if !watching::unpermitted(&wanted).await?.is_empty() {
        return Ok(());
    }
    end().await?;
    let watch = |watched: &mut Watched| {
        if !watched.watched_servers.contains(&server) {
            watched.watched_servers.push(server);
        }
    };
    storage::change(Box::new(watch)).await.map(drop)
}
