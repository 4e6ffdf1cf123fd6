//! No request of its own, ever.

use harness::{Place, in_both_browsers};

use crate::support::settled;

in_both_browsers! {
    async fn the_extension_asks_nothing_of_the_network(session: &Session) {
        session.open("https://meet.jit.si/standup").await?;
        session.warning().await?;
        session.click(Place::Warning, "copy-safe").await?;
        session.text_when(Place::Warning, "status", |text| !text.is_empty()).await?;
        session.open_popup().await?;
        session.text_when(Place::Popup, "room-link", |text| text.starts_with("https")).await?;
        session.click(Place::Popup, "new-room").await?;
        session.type_into(Place::Popup, "check-input", "https://example.com/standup").await?;
        session.text_when(Place::Popup, "check-verdict", |text| !text.is_empty()).await?;
        settled(session).await?;
        let asked = session.extension_requests().await?;
        assert!(asked.is_empty(), "{asked:?}");

        // Nothing arrived either but what the page itself needs, and what the browser asks of its makers.
        let requests = session.site().requests();
        let of_pages = |host: &str| host.contains("jit.si") || host.contains("example");
        let stray: Vec<_> = requests
            .iter()
            .filter(|request| of_pages(&request.host) && !["/standup", "/favicon.ico"].contains(&&*request.path))
            .collect();
        assert!(stray.is_empty(), "{stray:?}");
    }
}
