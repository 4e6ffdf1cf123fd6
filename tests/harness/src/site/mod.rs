//! Stands for the whole internet: one HTTPS server on loopback that answers for every host.
//!
//! The browsers are told to look for every host here, so what this server did not see was not sent.

mod page;
mod serve;

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

use page::State;
pub use page::{Page, Request};

/// The running server. It stops when it is dropped.
#[derive(Debug)]
pub struct Site {
    port: u16,
    state: Arc<Mutex<State>>,
    server: JoinHandle<()>,
}

impl Site {
    /// Starts on a free port of loopback, with a certificate of its own.
    ///
    /// # Errors
    ///
    /// When no port is free or no certificate can be made.
    pub async fn start() -> anyhow::Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let state = Arc::new(Mutex::new(State::default()));
        let server = tokio::spawn(serve::serve(listener, serve::acceptor()?, Arc::clone(&state)));
        Ok(Self { port, state, server })
    }

    /// The port on loopback.
    #[must_use]
    pub fn port(&self) -> u16 {
        self.port
    }

    /// Answers `page` for `path` (query included) of `host`. What nobody set answers with a plain page.
    pub fn set(&self, host: &str, path: &str, page: Page) {
        self.state().pages.insert((host.to_owned(), path.to_owned()), page);
    }

    /// All that arrived so far, in order.
    #[must_use]
    pub fn requests(&self) -> Vec<Request> {
        self.state().requests.clone()
    }

    /// The hosts that were asked for so far, without ports.
    pub(crate) fn hosts(&self) -> Vec<String> {
        let host = |request: &Request| request.host.split(':').next().unwrap_or_default().to_owned();
        let mut hosts: Vec<_> = self.state().requests.iter().map(host).collect();
        hosts.sort();
        hosts.dedup();
        hosts
    }

    /// Forgets pages and requests.
    pub(crate) fn clear(&self) {
        *self.state() = State::default();
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.abort();
    }
}
