//! The settings that are on or off.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::control::{changed, input, lock};
use super::memory;
use super::saved::save;
use crate::watch::{Policy, Settings};

/// A setting that is on or off, with the id of its checkbox.
struct Switch {
    id: &'static str,
    of: fn(&mut Settings) -> &mut bool,
    policy: fn(&Policy) -> Option<bool>,
}

const SWITCHES: [Switch; 3] = [
    Switch {
        id: "start-muted",
        of: |settings| &mut settings.link_options.start_muted,
        policy: |policy| policy.link_options.start_muted,
    },
    Switch {
        id: "start-without-video",
        of: |settings| &mut settings.link_options.start_without_video,
        policy: |policy| policy.link_options.start_without_video,
    },
    Switch {
        id: "no-third-parties",
        of: |settings| &mut settings.link_options.no_third_parties,
        policy: |policy| policy.link_options.no_third_parties,
    },
];

pub(super) fn start() -> Result<(), JsValue> {
    for Switch { id, of, .. } in SWITCHES {
        changed(id, move |input| {
            let on = input.checked();
            save(move |settings: &mut Settings| *of(settings) = on);
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
    let mut settings = settings.clone();
    for Switch { id, of, policy: set } in SWITCHES {
        input(id)?.set_checked(*of(&mut settings));
        lock(id, set(policy).is_some())?;
    }
    input("recent-rooms")?.set_checked(settings.recent_rooms);
    lock("recent-rooms", policy.recent_rooms.is_some())
}
