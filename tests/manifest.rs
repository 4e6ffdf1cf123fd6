//! What the extension may do, frozen: whoever asks for more changes these lines too, and the README's
//! paragraph on each permission.

use serde_json::{Value, json};

fn manifest() -> Value {
    serde_json::from_str(include_str!("../manifest.json")).unwrap_or_default()
}

#[test]
fn nothing_is_asked_for_but_what_the_readme_explains() {
    let manifest = manifest();
    assert_eq!(
        manifest["permissions"],
        json!(["storage", "scripting", "activeTab", "contextMenus", "sidePanel", "clipboardWrite"])
    );
    assert_eq!(manifest["optional_host_permissions"], json!(["https://*/*"]));
    for absent in [
        "host_permissions",
        "optional_permissions",
        "web_accessible_resources",
        "externally_connectable",
        "declarative_net_request",
        "devtools_page",
        "chrome_url_overrides",
        "sandbox",
    ] {
        assert_eq!(manifest[absent], Value::Null, "{absent}");
    }
}

#[test]
fn only_these_pages_are_watched() {
    let scripts = manifest()["content_scripts"].clone();
    let expected = json!([{
        "matches": [
            "https://meet.jit.si/*",
            "https://meet.jit.si./*",
            "https://web.skype.com/*",
            "https://web.skype.com./*",
            "https://preview.web.skype.com/*",
            "https://preview.web.skype.com./*",
            "https://join.skype.com/*",
            "https://join.skype.com./*",
            "https://go.skype.com/*",
            "https://go.skype.com./*",
            "https://secure.skype.com/*",
            "https://secure.skype.com./*",
            "https://www.skype.com/*",
            "https://www.skype.com./*",
            "https://teams.live.com/*",
            "https://teams.live.com./*",
            "https://hangouts.google.com/*",
            "https://hangouts.google.com./*",
        ],
        "js": ["own.js", "open.js", "unhide.js", "whole.js", "seen.js", "sight.js", "keys.js", "keep.js", "place.js", "warning.js", "content.js"],
        "run_at": "document_start",
        "all_frames": true,
    }, {
        "matches": ["https://meet.jit.si/", "https://meet.jit.si/?*"],
        "js": ["welcome.js"],
        "run_at": "document_start",
        "all_frames": true,
    }]);
    assert_eq!(scripts, expected);
}

#[test]
fn pages_of_the_extension_may_load_nothing_but_itself() {
    let policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; \
                  connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    assert_eq!(manifest()["content_security_policy"], json!({ "extension_pages": policy }));
}

#[test]
fn nothing_opens_by_itself_beside_the_page() {
    let manifest = manifest();
    assert_eq!(manifest["sidebar_action"]["open_at_install"], json!(false));
    assert_eq!(manifest["sidebar_action"]["default_panel"], manifest["side_panel"]["default_path"]);
}

#[test]
fn no_data_is_collected() {
    let gecko = &manifest()["browser_specific_settings"]["gecko"];
    assert_eq!(gecko["data_collection_permissions"], json!({ "required": ["none"] }));
}

#[test]
fn the_version_is_the_packages() {
    assert_eq!(manifest()["version"], env!("CARGO_PKG_VERSION"));
}
