//! What is chosen here is kept.

use wasm_bindgen_futures::spawn_local;

use super::status::say;
use crate::browser::storage::{self, Edit};
use crate::settings::Settings;

/// Stores a choice. Whether that works or not, it holds in this window.
pub(super) fn save(edit: Edit<'static, Settings>) {
    spawn_local(async move {
        if storage::change(edit).await.is_err() {
            say("settings_unsaved", false);
        }
    });
}
