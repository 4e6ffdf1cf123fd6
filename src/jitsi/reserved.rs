//! Paths of a Jitsi server that are not rooms.
//!
//! From the server templates and the static files of jitsi-meet and docker-jitsi-meet, release 13.2.0,
//! and from what public installations add. They are compared as the servers do: case counts.

/// Folders: the first piece of the path.
const FOLDERS: &[&str] = &[
    "libs",
    "css",
    "static",
    "images",
    "fonts",
    "lang",
    "sounds",
    "connection_optimization",
    ".well-known",
    "scripts",
    "colibri-ws",
    "colibri-relay-ws",
    "conference-request",
    "v1",
    "_api",
    "_load-test",
    "about",
    "etherpad",
    "transcripts",
    "rtcstats-ws",
    "rtc-visualizer",
    "socket.io",
];

/// Files and endpoints: the last piece of the path, below a tenant as well.
const EXACT: &[&str] = &[
    "config.js",
    "interface_config.js",
    "http-bind",
    "xmpp-websocket",
    "room-size",
    "end-meeting",
    "kick-participant",
    "send-system-chat-message",
    "invite-jigasi",
    "_health",
    "_unlock",
    "nginx_status",
    "pwa-worker.js",
    "room-password",
    "manifest.json",
    "robots.txt",
];

/// Families of files that share a beginning, up to the full stop: a room may begin with the word.
const BEGINNINGS: &[&str] = &["external_api.", "favicon."];

/// Whether the path `segments` (still percent-encoded, at least one) belongs to the server itself.
pub(super) fn is_reserved(segments: &[&str]) -> bool {
    // A page is `close.html`; `close.HTML` would be a room.
    #[expect(clippy::case_sensitive_file_extension_comparisons)]
    let is_page = |name: &str| name.ends_with(".html");
    let (Some(first), Some(last)) = (segments.first(), segments.last()) else { return false };
    // Where Jitsi is in a folder, they are below it.
    let below = segments.get(1).is_some_and(|second| segments.len() > 2 && FOLDERS.contains(second));
    FOLDERS.contains(first)
        || below
        || EXACT.contains(last)
        || BEGINNINGS.iter().any(|beginning| last.starts_with(beginning))
        || is_page(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_server_s_own_paths_are_not_rooms() {
        for path in [
            "static/close.html",
            "config.js",
            "acme/config.js",
            "libs/app.bundle.min.js",
            "favicon.ico",
            "about.html",
            "acme/external_api.js",
            "external_api.min.js",
            "room-password",
            "meet/libs/app.js",
        ] {
            assert!(is_reserved(&path.split('/').collect::<Vec<_>>()), "{path}");
        }
        for path in [
            "standup",
            "acme/standup",
            "Config.js",
            "statics",
            "myfavicon",
            "about.HTML",
            "acme/libs",
            "external_api-standup",
            "room-passwords",
        ] {
            assert!(!is_reserved(&path.split('/').collect::<Vec<_>>()), "{path}");
        }
    }
}
