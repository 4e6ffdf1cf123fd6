//! One manifest for both browsers in, a manifest for one of them out.
//!
//! Both browsers load the untrimmed one, but each complains about the other's keys, and web-ext's lint, which
//! Firefox's store runs, counts that as a warning.

use harness::Browser;
use serde_json::Value;

/// The manifest as `browser` wants it: without the keys that only the other one knows. Nothing else changes.
pub(crate) fn trimmed(mut manifest: Value, browser: Browser) -> Value {
    match browser {
        Browser::Chromium => {
            remove(&mut manifest, "browser_specific_settings");
            remove(&mut manifest, "sidebar_action");
            remove(&mut manifest["background"], "scripts");
            // Chromium lets a popup that is in front copy without it.
            forgo(&mut manifest, "clipboardWrite");
        }
        Browser::Firefox => {
            remove(&mut manifest, "minimum_chrome_version");
            remove(&mut manifest, "side_panel");
            remove(&mut manifest["background"], "service_worker");
            remove(&mut manifest, "storage");
            forgo(&mut manifest, "sidePanel");
        }
    }
    manifest
}

fn remove(object: &mut Value, key: &str) {
    if let Some(object) = object.as_object_mut() {
        object.shift_remove(key);
    }
}

fn forgo(manifest: &mut Value, permission: &str) {
    if let Some(permissions) = manifest["permissions"].as_array_mut() {
        permissions.retain(|each| each != permission);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn both() -> Value {
        json!({
            "version": "1.2.3",
            "permissions": ["storage", "sidePanel", "clipboardWrite"],
            "side_panel": { "default_path": "p.html" },
            "sidebar_action": { "default_panel": "p.html" },
            "storage": { "managed_schema": "s.json" },
            "minimum_chrome_version": "120",
            "background": { "service_worker": "b.js", "scripts": ["b.js"], "type": "module" },
            "browser_specific_settings": { "gecko": { "id": "x@y" } },
        })
    }

    #[test]
    fn chromium_gets_a_service_worker_and_nothing_of_firefox() {
        let expected = json!({
            "version": "1.2.3",
            "permissions": ["storage", "sidePanel"],
            "side_panel": { "default_path": "p.html" },
            "storage": { "managed_schema": "s.json" },
            "minimum_chrome_version": "120",
            "background": { "service_worker": "b.js", "type": "module" },
        });
        assert_eq!(trimmed(both(), Browser::Chromium), expected);
    }

    #[test]
    fn firefox_gets_background_scripts_and_nothing_of_chromium() {
        let expected = json!({
            "version": "1.2.3",
            "permissions": ["storage", "clipboardWrite"],
            "sidebar_action": { "default_panel": "p.html" },
            "background": { "scripts": ["b.js"], "type": "module" },
            "browser_specific_settings": { "gecko": { "id": "x@y" } },
        });
        assert_eq!(trimmed(both(), Browser::Firefox), expected);
    }

    #[test]
    fn trimming_twice_is_trimming_once() {
        for browser in Browser::ALL {
            let once = trimmed(both(), browser);
            assert_eq!(trimmed(once.clone(), browser), once);
        }
    }
}
