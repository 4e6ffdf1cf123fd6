//! What a person sees and does, in real browsers: `cargo xtask test`, or after `cargo xtask build`
//! `cargo test --test browser`. Each test runs in Chromium and in Firefox; `chromium::` or `firefox::` after
//! `--` picks one.

// A module of tests that is missing in the list below would be left out in silence.
#![deny(dead_code)]

mod accessible;
mod aloud;
mod beneath;
mod beneath_keys;
mod broken;
mod captured;
mod chosen;
mod clean;
mod demo;
mod fading;
mod framed;
mod gallery;
mod heard;
mod hostile;
mod icon;
mod in_popup;
mod insert;
mod inspect;
mod kept;
mod keyboard;
mod languages;
mod lasting;
mod managed;
mod network;
mod options_servers;
mod pages_guide;
mod pages_options;
mod pages_ways;
mod panel;
mod pasted;
mod phone;
mod popup;
mod popup_controls;
mod popup_page;
mod popup_rooms;
mod popup_servers;
mod popup_share;
mod popup_talk;
mod popup_team;
mod popup_unknown;
mod prerendered;
mod put_away;
mod reached;
mod same;
mod services;
mod settings;
mod shortcuts;
mod support;
mod toast;
mod told;
mod unheard;
mod unseen;
mod unstored;
mod warning;
mod way_out;
mod ways_in;
mod windows;

use std::process::ExitCode;

fn main() -> ExitCode {
    harness::main(
        [
            accessible::tests(),
            aloud::tests(),
            beneath::tests(),
            beneath_keys::tests(),
            broken::tests(),
            captured::tests(),
            chosen::tests(),
            clean::tests(),
            demo::tests(),
            fading::tests(),
            framed::tests(),
            gallery::tests(),
            heard::tests(),
            hostile::tests(),
            icon::tests(),
            insert::tests(),
            kept::tests(),
            keyboard::tests(),
            languages::tests(),
            lasting::tests(),
            managed::tests(),
            network::tests(),
            options_servers::tests(),
            pages_guide::tests(),
            pages_options::tests(),
            pages_ways::tests(),
            panel::tests(),
            pasted::tests(),
            phone::tests(),
            popup::tests(),
            popup_controls::tests(),
            popup_page::tests(),
            popup_rooms::tests(),
            popup_servers::tests(),
            popup_share::tests(),
            popup_talk::tests(),
            popup_team::tests(),
            popup_unknown::tests(),
            prerendered::tests(),
            put_away::tests(),
            reached::tests(),
            same::tests(),
            services::tests(),
            settings::tests(),
            shortcuts::tests(),
            toast::tests(),
            told::tests(),
            unheard::tests(),
            unseen::tests(),
            unstored::tests(),
            warning::tests(),
            way_out::tests(),
            ways_in::tests(),
            windows::tests(),
        ]
        .into_iter()
        .flatten()
        .chain([managed::test_of_policies_json(), managed::test_of_a_change()])
        .collect(),
    )
}
