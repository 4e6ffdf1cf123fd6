//! The settings that are on or off.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::control::{changed, input, set_locked};
use super::memory;
use super::saved::save;
use crate::browser::choices::{CHOICES, Choice};
use crate::settings::{Policy, Settings};

pub(super) fn start() -> Result<(), JsValue> {
    for Choice { id, of, .. } in CHOICES {
        changed(id, move |input| {
            let on = input.checked();
            save(move |settings: &mut Settings| *of(&mut settings.link_options) = on);
        })?;
    }
    changed("recent-rooms", |input| {
        let on = input.checked();
        if on {
            save(|settings: &mut Settings| settings.recent_rooms = true);
        } else {
            spawn_local(memory::stop_remembering());
        }
    })
}

pub(super) fn show(settings: &Settings, policy: &Policy) -> Result<(), JsValue> {
    let mut options = settings.link_options;
    for Choice { id, of, policy: set } in CHOICES {
        input(id)?.set_checked(*of(&mut options));
        set_locked(id, set(policy).is_some())?;
    }
    input("recent-rooms")?.set_checked(settings.recent_rooms);
    set_locked("recent-rooms", policy.recent_rooms.is_some())
}
