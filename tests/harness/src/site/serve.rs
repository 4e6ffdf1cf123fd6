//! The server: TLS or not by the first byte, HTTP/1.1, an answer from the table.

use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request as HttpRequest, Response};
use hyper_util::rt::TokioIo;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

use super::page::{Page, Request, State};

/// The first byte of every TLS connection: the content type "handshake" of RFC 8446, section 5.1.
const TLS_HANDSHAKE: u8 = 22;

/// TLS with a certificate that nobody else has signed; the browsers are told to accept it.
pub(super) fn acceptor() -> anyhow::Result<TlsAcceptor> {
    let rcgen::CertifiedKey { cert, signing_key } =
        rcgen::generate_simple_self_signed(["*.invalid".to_owned()])?;
    let key = PrivateKeyDer::from(PrivatePkcs8KeyDer::from(signing_key.serialize_der()));
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()?
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key)?;
    Ok(TlsAcceptor::from(Arc::new(config)))
}

/// Answers until it is aborted; its connections end with it.
pub(super) async fn serve(listener: TcpListener, acceptor: TlsAcceptor, state: Arc<Mutex<State>>) {
    let mut connections = tokio::task::JoinSet::new();
    loop {
        if let Ok((stream, _)) = listener.accept().await {
            connections.spawn(connection(stream, acceptor.clone(), Arc::clone(&state)));
        }
        while connections.try_join_next().is_some() {}
    }
}

async fn connection(stream: TcpStream, acceptor: TlsAcceptor, state: Arc<Mutex<State>>) {
    let mut first = [0];
    match stream.peek(&mut first).await {
        Ok(1) if first[0] == TLS_HANDSHAKE => {
            if let Ok(stream) = acceptor.accept(stream).await {
                talk(stream, state).await;
            }
        }
        Ok(1) => talk(stream, state).await,
        _ => {}
    }
}

async fn talk(stream: impl AsyncRead + AsyncWrite + Unpin, state: Arc<Mutex<State>>) {
    let service = service_fn(async |request| Ok::<_, Infallible>(answer(&request, &state)));
    // A browser that hangs up in the middle is not an error of the test.
    hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service).await.ok();
}

fn answer(request: &HttpRequest<Incoming>, state: &Mutex<State>) -> Response<Full<Bytes>> {
    let header = |name: &str| {
        let value = request.headers().get(name).and_then(|value| value.to_str().ok());
        value.unwrap_or_default().to_owned()
    };
    let host = header("host");
    let path = request.uri().path_and_query().map(ToString::to_string).unwrap_or_default();
    let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
    state.requests.push(Request {
        host: host.clone(),
        path: path.clone(),
        destination: header("sec-fetch-dest"),
        origin: header("origin"),
    });
    let page = state.pages.get(&(host.clone(), path.clone())).cloned();
    response(page.unwrap_or_else(|| Page::html(&format!("<h1>{host}</h1>"))))
}

fn response(page: Page) -> Response<Full<Bytes>> {
    let mut builder = Response::builder().status(page.status);
    for (name, value) in page.headers {
        builder = builder.header(name, value);
    }
    builder.body(Full::from(page.body)).unwrap_or_default()
}
