//! The ceiling of reads: the same web framework, answering the same bytes without any work.

use std::path::PathBuf;

use axum::Router;
use axum::http::header;

use crate::Result;

/// Serves the file's bytes at every path, on the address that `BENCH_LISTEN` names.
pub(crate) async fn serve(body: Option<PathBuf>) -> Result<()> {
    let body = std::fs::read(body.ok_or("--body is missing")?)?;
    let address = std::env::var("BENCH_LISTEN")?;
    let body: &'static [u8] = body.leak();
    let app = Router::new()
        .fallback(move || async move { ([(header::CONTENT_TYPE, "application/json")], body) });
    on_all_threads(address, app)
}

/// Serves on as many threads as the program itself has.
pub(crate) fn on_all_threads(address: String, app: Router) -> Result<()> {
    let runtime = std::thread::spawn(move || -> Result<(), String> {
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build();
        runtime.map_err(|error| error.to_string())?.block_on(async {
            let listener = tokio::net::TcpListener::bind(address).await;
            let listener = listener.map_err(|error| error.to_string())?;
            axum::serve(listener, app)
                .await
                .map_err(|error| error.to_string())
        })
    });
    Ok(runtime.join().map_err(|_| "the bare server panicked")??)
}
