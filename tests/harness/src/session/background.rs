//! What no person sees: the extension's background, and what a page costs.

use super::Session;
use crate::seam::PageCosts;

impl Session {
    /// Ends the extension's background as the browser does when it has nothing to do; the next event wakes it.
    ///
    /// # Errors
    ///
    /// When it does not end.
    pub async fn sleep(&self) -> anyhow::Result<()> {
        self.seam.sleep().await
    }

    /// Loads the extension anew, as an update does while pages are open.
    ///
    /// # Errors
    ///
    /// When it does not come back.
    pub async fn reload_extension(&self) -> anyhow::Result<()> {
        self.seam.reload_extension().await
    }

    /// What the page in the current tab costs. The times count from the first call on.
    ///
    /// # Errors
    ///
    /// Always in Firefox, which tells nobody.
    pub async fn page_costs(&self) -> anyhow::Result<PageCosts> {
        self.seam.page_costs().await
    }

    /// How much memory JavaScript holds in the page of the current tab, once it was tidied up, in bytes.
    ///
    /// # Errors
    ///
    /// Always in Firefox, which tells nobody.
    pub async fn page_heap(&self) -> anyhow::Result<f64> {
        self.seam.page_heap().await
    }
}
