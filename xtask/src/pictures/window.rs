//! The window whose inside is pictured.

use harness::{Place, Session, json};

/// Makes the window as large as its inside has to be for `size`, in pixels.
pub(super) async fn resize_inside(session: &Session, size: (u32, u32)) -> anyhow::Result<()> {
    session.resize(size.0, size.1).await?;
    let inside = session.call(Place::Page, "() => [innerWidth, innerHeight]", json!([])).await?;
    let missing = |index: usize, wanted: u32| {
        let found = inside[index].as_u64().and_then(|found| u32::try_from(found).ok());
        wanted.saturating_sub(found.unwrap_or(wanted))
    };
    session.resize(size.0 + missing(0, size.0), size.1 + missing(1, size.1)).await
}
