//! No request of its own, ever.

use harness::site::Request;
use harness::{Place, in_both_browsers};

use crate::support::{copy_safe_link, settled, tab_status};

/// Whom the browsers themselves ask, though told not to.
const MAKERS: [&str; 7] = [
    ".google.com",
    ".googleapis.com",
    ".gvt1.com",
    ".firefox.com",
    ".mozilla.com",
    ".mozilla.net",
    ".mozilla.org",
];

in_both_browsers! {
    async fn the_extension_asks_nothing_of_the_network(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        copy_safe_link(session).await?;
        session.open_popup().await?;
        session.text_when(Place::Popup, "room-link", |text| text.starts_with("https")).await?;
        // What is said of the tab comes last and moves what is below it.
        tab_status(session, Place::Popup).await?;
        session.click(Place::Popup, "new-room").await?;
        session.type_into(Place::Popup, "check-input", "https://example.com/standup").await?;
        session.text_when(Place::Popup, "check-verdict", |text| !text.is_empty()).await?;
        settled(session).await?;
        // What is written out in the address itself, as the browser's own calendar icon is, asks nobody.
        let mut asked = session.extension_requests().await?;
        asked.retain(|address| !address.starts_with("data:"));
        assert!(asked.is_empty(), "{asked:?}");

        // Nothing arrived either but what the page itself needs, and what the browser asks of its makers.
        let requests = session.site().requests();
        let of_page = ["/standup", "/favicon.ico"];
        let expected = |request: &Request| {
            request.host == "meet.jit.si" && of_page.contains(&&*request.path)
                || MAKERS.iter().any(|maker| request.host.ends_with(maker))
        };
        let stray: Vec<_> = requests.iter().filter(|request| !expected(request)).collect();
        assert!(stray.is_empty(), "{stray:?}");
    }
}
