//! The listener: it accepts connections, keeps slow clients from piling up, and stops gracefully.
//!
//! Every request passes [`Front`]. When the server is told to stop it accepts nothing more, lets
//! the requests that run finish, and then returns; whoever called it then closes the rest.
//!
//! `/healthz` says that the process lives, `/readyz` that the database answers, `/metrics` how it
//! is doing.
mod front;
mod health;
mod logs;
mod metrics;

pub use front::{Front, pass};
pub use health::routes;
pub use logs::{begin_logs, quiet_logs};
pub use metrics::tidy as tidy_metrics;

use std::fs::{File, TryLockError};
use std::path::Path;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::signal::unix::{SignalKind, signal};
use tower::ServiceExt;

use crate::access::Peer;
use crate::config::Limits;

/// The largest head of a request, bytes.
const HEAD_BYTES: usize = 64 * 1024;
/// How long accepting pauses when the system has no file descriptors left.
const OUT_OF_FILES: Duration = Duration::from_millis(100);

/// Serves `router` until `stop` is done, and then lets running requests finish.
///
/// `false` when some did not finish within the limit.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    limits: &Limits,
    stop: impl Future<Output = ()>,
) -> bool {
    let mut http = hyper::server::conn::http1::Builder::new();
    http.timer(TokioTimer::new())
        .header_read_timeout(Duration::from_secs(limits.header_seconds.max(1)))
        .max_buf_size(HEAD_BYTES);
    let connections = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stop => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let service = at_peer(router.clone(), Peer(peer));
                let connection = http.serve_connection(ready(stream), service);
                let connection = connections.watch(connection);
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "a connection ended early");
                    }
                });
            }
            Err(error) if is_the_clients(&error) => {}
            Err(error) => {
                tracing::error!(%error, "no connection can be accepted; is the limit of open files too low?");
                tokio::time::sleep(OUT_OF_FILES).await;
            }
        }
    }
    drop(listener);
    let limit = Duration::from_secs(limits.shutdown_seconds);
    tokio::time::timeout(limit, connections.shutdown())
        .await
        .is_ok()
}

/// The stream as hyper wants it. Answers leave at once rather than wait for more to send.
fn ready(stream: TcpStream) -> TokioIo<TcpStream> {
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "a connection stays slow");
    }
    TokioIo::new(stream)
}

/// The router as a connection's service, which tells handlers who is at the other end.
fn at_peer(
    router: Router,
    peer: Peer,
) -> impl hyper::service::Service<
    http::Request<Incoming>,
    Response = axum::response::Response,
    Error = std::convert::Infallible,
    Future: Send,
> {
    service_fn(move |request: http::Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(peer);
        router.clone().oneshot(request)
    })
}

/// Whether accepting failed because the client went away in the meantime.
fn is_the_clients(error: &std::io::Error) -> bool {
    use std::io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset};
    matches!(
        error.kind(),
        ConnectionAborted | ConnectionRefused | ConnectionReset
    )
}

/// Done when the process is asked to end, by SIGTERM or by Ctrl-C.
pub async fn stop_signal() {
    let terminate = async {
        match signal(SignalKind::terminate()) {
            Ok(mut signal) => drop(signal.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminate => {}
        _ = tokio::signal::ctrl_c() => {}
    }
}

/// Keeps a second server off the same data folder while it lives.
///
/// The system releases the lock when the process ends, however it ends.
#[derive(Debug)]
pub struct OnlyServer(#[expect(dead_code, reason = "holding it open is what locks")] File);

impl OnlyServer {
    /// `None` when another server holds the folder.
    pub fn of(folder: &Path) -> std::io::Result<Option<Self>> {
        let file = File::create(folder.join("serve.lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Self(file))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
