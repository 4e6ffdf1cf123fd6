//! Who asks: the browser says so, not the message.
//!
//! Which site a message is about is taken from its sender, whom the browser vouches for. Only the path comes with the
//! message: Chromium's word on it is the document's first address, however often `history.pushState` has changed it
//! since. A page may give itself any path of its own site anyway.

use crate::warning::Visitor;

/// A value from outside, read field by field: whatever it is, no field of it can do harm.
pub trait Fields: Sized {
    /// What it has under `name`; something without a meaning where it has nothing.
    #[must_use]
    fn field(&self, name: &str) -> Self;
    /// The text that it is.
    fn text(&self) -> Option<String>;
    /// The whole number that it is.
    fn whole(&self) -> Option<i64>;
    /// Whether it is something else than nothing, zero, an empty text or `false`.
    fn is_true(&self) -> bool;
}

/// Who asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sender {
    /// The address of the page; see [`Sender::page`].
    url: String,
    /// The path of the page and, at the first look at it, its fragment; from the message.
    path: String,
    /// The tab that the page is in.
    pub tab: i32,
    /// Whether that is in a private window.
    private: bool,
    /// The frame that the page is in; 0 is the tab's own. Firefox counts them beyond 2^32.
    pub frame: i64,
    /// The browser's name for the document, which no other one ever has: Chromium gives it, and Firefox from 153 on.
    pub document: String,
}

impl Sender {
    /// The sender of `message` as the browser describes it; `None` for any but the content script of the extension
    /// whose id is `own`, in a page that is shown: what Chromium opens before anybody goes there says nothing of the tab.
    pub fn of<T: Fields>(message: &T, sender: &T, own: &str) -> Option<Self> {
        let tab = sender.field("tab");
        let read = Self {
            url: sender.field("url").text()?,
            path: message.field("path").text()?,
            tab: tab.field("id").whole()?.try_into().ok()?,
            private: tab.field("incognito").is_true(),
            frame: sender.field("frameId").whole().unwrap_or_default(),
            document: sender.field("documentId").text()?,
        };
        let is_own = sender.field("id").text().as_deref() == Some(own);
        let is_early = sender.field("documentLifecycle").text().as_deref() == Some("prerender");
        (is_own && !is_early && read.path.starts_with('/')).then_some(read)
    }

    /// The page that the popup was opened on, of which the browser told the popup when the user clicked the icon; `None` for
    /// any but the popup, at the address `popup`, of the extension whose id is `own`.
    pub(super) fn of_popup<T: Fields>(message: &T, sender: &T, own: &str, popup: &str) -> Option<Self> {
        let is_own = sender.field("id").text().as_deref() == Some(own);
        if !is_own || !sender.field("url").text()?.starts_with(popup) {
            return None;
        }
        let page = message.field("page");
        let url = page.field("url").text()?;
        let (address, fragment) = url.split_at(url.find('#').unwrap_or(url.len()));
        let path = address[host_end(&url).min(address.len())..].split('?').next().unwrap_or_default();
        let read = Self {
            path: format!("{path}{fragment}"),
            tab: page.field("tab").whole()?.try_into().ok()?,
            private: page.field("private").is_true(),
            frame: 0,
            document: String::new(),
            url,
        };
        read.path.starts_with('/').then_some(read)
    }

    /// The address of the page as it is now, without its query, and with the fragment that it was opened with.
    #[must_use]
    pub fn page(&self) -> String {
        format!("{}{}", &self.url[..host_end(&self.url)], self.path)
    }

    /// What the page is in.
    #[must_use]
    pub const fn visitor(&self) -> Visitor {
        Visitor { framed: self.frame != 0, private: self.private }
    }
}

/// Where the host of the address `url` ends.
fn host_end(url: &str) -> usize {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    url[after_scheme..].find(['/', '?', '#', '\\']).map_or(url.len(), |at| after_scheme + at)
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::platform::WebUrl;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    pub(in crate::background) const OWN: &str = "hushroom@hushroom.example";

    impl Fields for Value {
        fn field(&self, name: &str) -> Self {
            self.get(name).cloned().unwrap_or_default()
        }

        fn text(&self) -> Option<String> {
            self.as_str().map(str::to_owned)
        }

        fn whole(&self) -> Option<i64> {
            self.as_i64()
        }

        fn is_true(&self) -> bool {
            !matches!(self, Self::Null | Self::Bool(false)) && *self != json!(0) && *self != json!("")
        }
    }

    fn sender() -> Value {
        json!({
            "id": OWN,
            "url": "https://meet.jit.si/old?jwt=x#y",
            "frameId": 0,
            "documentId": "d1",
            "tab": { "id": 7, "incognito": false },
        })
    }

    fn with(name: &str, value: Value) -> Value {
        let mut sender = sender();
        sender[name] = value;
        sender
    }

    #[test]
    fn the_site_is_the_browsers_word_and_the_path_the_pages() {
        let read = Sender::of(&json!({ "path": "/standup" }), &sender(), OWN).unwrap();
        assert_eq!(read.page(), "https://meet.jit.si/standup");
        assert_eq!((read.tab, read.frame, &*read.document), (7, 0, "d1"));
        assert_eq!(read.visitor(), Visitor::default());
        for url in
            ["https://meet.jit.si", "https://meet.jit.si?x=https://evil.example/", "https://meet.jit.si#/"]
        {
            let read = Sender::of(&json!({ "path": "/standup" }), &with("url", url.into()), OWN).unwrap();
            assert_eq!(read.page(), "https://meet.jit.si/standup", "{url}");
        }
    }

    #[test]
    fn nobody_but_the_own_content_script_is_heard() {
        let message = json!({ "path": "/standup" });
        for sender in [
            Value::Null,
            json!({}),
            with("id", "another@extension.example".into()),
            with("id", Value::Null),
            with("id", json!([OWN])),
            // A page of the extension is in no tab, or says so of itself.
            with("tab", Value::Null),
            with("tab", json!({ "id": "7" })),
            with("tab", json!({ "id": 7.5 })),
            with("tab", json!({ "id": 1_u64 << 40 })),
            with("documentId", Value::Null),
            with("url", Value::Null),
            with("url", json!({ "href": "https://meet.jit.si/" })),
        ] {
            assert_eq!(Sender::of(&message, &sender, OWN), None, "{sender}");
        }
    }

    #[test]
    fn a_page_that_nobody_went_to_yet_is_not_heard() {
        let message = json!({ "path": "/standup" });
        for (lifecycle, is_heard) in [
            (json!("prerender"), false),
            (json!("active"), true),
            (json!("pending_deletion"), true),
            // Firefox says nothing of it.
            (Value::Null, true),
        ] {
            let read = Sender::of(&message, &with("documentLifecycle", lifecycle.clone()), OWN);
            assert_eq!(read.is_some(), is_heard, "{lifecycle}");
        }
    }

    #[test]
    fn what_is_no_path_is_refused() {
        for path in [
            json!(""),
            json!("standup"),
            json!("@evil.example/"),
            json!(".evil.example/"),
            json!(7),
            Value::Null,
        ] {
            assert_eq!(Sender::of(&json!({ "path": path }), &sender(), OWN), None, "{path}");
        }
    }

    #[test]
    fn frames_and_private_windows_are_known_by_the_browsers_word_alone() {
        let message = json!({ "path": "/", "frameId": 0, "private": false, "tab": { "incognito": false } });
        let framed = Sender::of(&message, &with("frameId", json!(1_u64 << 33)), OWN).unwrap();
        assert_eq!(framed.visitor(), Visitor { framed: true, private: false });
        let private = Sender::of(&message, &with("tab", json!({ "id": 7, "incognito": true })), OWN).unwrap();
        assert_eq!(private.visitor(), Visitor { framed: false, private: true });
    }

    proptest! {
        #[test]
        fn no_path_leads_to_another_site(path in "/(\\PC|[/\\\\@:.?#]){0,30}") {
            let read = Sender::of(&json!({ "path": path }), &sender(), OWN).unwrap();
            let page = WebUrl::parse(&read.page()).unwrap();
            prop_assert_eq!((&*page.scheme, &*page.host, page.has_credentials), ("https", "meet.jit.si", false));
        }
    }
}
