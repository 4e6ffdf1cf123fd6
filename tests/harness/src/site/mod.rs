//! Stands for the whole internet: one HTTPS server on loopback that answers for every host.
//!
//! The browsers are told to look for every host here, so what this server did not see was not sent.

mod serve;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// What a host answers for a path.
#[derive(Debug, Clone)]
pub struct Page {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Page {
    /// An HTML page with `body` inside its `<body>`.
    #[must_use]
    pub fn html(body: &str) -> Self {
        let body = format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Fixture</title></head>\
             <body>{body}</body></html>"
        );
        Self::file("text/html; charset=utf-8", body)
    }

    /// A file of a media type, which may be a script or a wasm module.
    #[must_use]
    pub fn file(media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("content-type".to_owned(), media_type.to_owned())];
        Self { status: 200, headers, body: body.into() }
    }

    /// Nothing but a status.
    #[must_use]
    pub fn status(status: u16) -> Self {
        Self { status, headers: Vec::new(), body: Vec::new() }
    }

    /// With one more header.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }
}

/// A request that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The host that was asked, with the port if one was named.
    pub host: String,
    /// Path and query.
    pub path: String,
    /// What the browser says it is for: `Sec-Fetch-Dest`, or nothing.
    pub destination: String,
    /// The origin that sent it, where the browser says so.
    pub origin: String,
}

#[derive(Debug, Default)]
struct State {
    pages: HashMap<(String, String), Page>,
    requests: Vec<Request>,
}

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
