//! What every request passes, in one function: shedding, the time limit, panics, the contacts
//! API's envelope, security headers, the request's id, the log line and the metrics.
//!
//! One hand-written function instead of a tower of layers, because each layer costs a boxed future
//! per request, and a point read has only a few microseconds to spend. The log and the metrics
//! know a request by its route (`/api/customers/{id}`): paths and queries hold personal data.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, RwLock};
use std::time::{Duration, Instant};

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use futures_util::FutureExt;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use tokio::sync::Semaphore;

use super::metrics;
use crate::config::Limits;
use crate::http::{Problem, in_envelope, is_enveloped};

const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
/// The route of a request that has none.
const NO_ROUTE: &str = "(none)";
/// What may take as long as a file needs on a slow line.
const FILES: &str = "/api/media";
/// How long that may be.
const FILE_LIMIT: Duration = Duration::from_secs(600);
/// What answers are never shed, so that an overloaded server can still be watched.
const WATCHED: [&str; 3] = ["/healthz", "/readyz", "/metrics"];
/// For answers that are no pages: nothing in them may run or be framed.
const NO_PAGE: HeaderValue = HeaderValue::from_static("default-src 'none'; frame-ancestors 'none'");

/// A request's method and its answer's status.
type Outcome = (Method, u16);

/// What the requests share.
pub struct Front {
    slots: Semaphore,
    limit: Duration,
    ids: Ids,
    series: RwLock<HashMap<String, HashMap<Outcome, Series>>>,
}

impl Front {
    /// A front with these limits.
    pub fn new(limits: &Limits) -> Arc<Self> {
        metrics::begin();
        Arc::new(Self {
            slots: Semaphore::new(limits.concurrent_requests.clamp(1, Semaphore::MAX_PERMITS)),
            limit: Duration::from_secs(limits.request_seconds.max(1)),
            ids: Ids::default(),
            series: RwLock::default(),
        })
    }

    /// Counts an answered request.
    fn count(&self, route: &str, method: &Method, status: StatusCode, took: Duration) {
        let key = (method.clone(), status.as_u16());
        if let Ok(known) = self.series.read()
            && let Some(series) = known.get(route).and_then(|by| by.get(&key))
        {
            return series.add(took);
        }
        let series = Series::new(route, method, status);
        series.add(took);
        if let Ok(mut known) = self.series.write() {
            known
                .entry(route.to_owned())
                .or_default()
                .insert(key, series);
        }
    }
}

/// The metrics of one route, method and status.
struct Series {
    requests: ::metrics::Counter,
    seconds: ::metrics::Histogram,
}

impl Series {
    fn new(route: &str, method: &Method, status: StatusCode) -> Self {
        let (route, method) = (route.to_owned(), name_of(method));
        Self {
            requests: ::metrics::counter!("clientele_http_requests_total",
                "route" => route.clone(), "method" => method, "status" => status.as_u16().to_string()),
            seconds: ::metrics::histogram!("clientele_http_request_seconds",
                "route" => route, "method" => method),
        }
    }

    fn add(&self, took: Duration) {
        self.requests.increment(1);
        self.seconds.record(took.as_secs_f64());
    }
}

/// A method's name. Made-up methods share one, or anybody could fill the memory with series.
fn name_of(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::HEAD => "HEAD",
        Method::OPTIONS => "OPTIONS",
        _ => "OTHER",
    }
}

/// Ids of requests: a part of this process's own, and a count.
struct Ids(u32, AtomicU64);

impl Default for Ids {
    fn default() -> Self {
        Self(rand::random(), AtomicU64::default())
    }
}

impl Ids {
    /// The id that a proxy gave, if it is one that may stand in a log; else the next of ours.
    fn of(&self, headers: &HeaderMap) -> HeaderValue {
        let fits = |id: &&HeaderValue| {
            (1..=64).contains(&id.len())
                && id
                    .as_bytes()
                    .iter()
                    .all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(byte))
        };
        if let Some(given) = headers.get(REQUEST_ID).filter(fits) {
            return given.clone();
        }
        let next = self.1.fetch_add(1, Ordering::Relaxed);
        HeaderValue::try_from(format!("{:08x}-{next:x}", self.0))
            .unwrap_or(HeaderValue::from_static("-"))
    }
}

/// Takes a request through to its answer.
pub async fn pass(State(front): State<Arc<Front>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = front.ids.of(request.headers());
    let method = match request.method() {
        known if name_of(known) != "OTHER" => known.clone(),
        _ => Method::TRACE,
    };
    let route = request.extensions().get::<MatchedPath>().cloned();
    let route = route.as_ref().map_or(NO_ROUTE, MatchedPath::as_str);
    let enveloped = is_enveloped(request.uri().path());
    let personal = request.uri().path().starts_with("/api/");

    let response = front.answer(route, request, next).await;
    let status = response.status();
    let took = begun.elapsed();
    front.count(route, &method, status, took);
    let (id_text, status_code) = (id.to_str().unwrap_or_default(), status.as_u16());
    let took_ms = took.as_secs_f64() * 1000.0;
    if status.is_server_error() {
        let problem = response.extensions().get::<Problem>();
        let cause = problem.and_then(|problem| problem.cause.as_deref());
        tracing::error!(request.id = id_text, %method, route, status = status_code, took_ms, cause, "answered");
    } else {
        tracing::debug!(request.id = id_text, %method, route, status = status_code, took_ms, "answered");
    }
    let mut response = in_envelope(enveloped, response);
    dress(response.headers_mut(), status, id, personal);
    response
}

impl Front {
    async fn answer(&self, route: &str, request: Request, next: Next) -> Response {
        let slot = self.slots.try_acquire();
        if slot.is_err() && !WATCHED.contains(&route) {
            return unavailable("overloaded", "The server is busy; try again in a moment.");
        }
        let work = AssertUnwindSafe(next.run(request)).catch_unwind();
        let limit = match route {
            FILES => FILE_LIMIT.max(self.limit),
            _ => self.limit,
        };
        match tokio::time::timeout(limit, work).await {
            Ok(Ok(response)) => response,
            // The panic's message and place are in the log already, by the panic hook.
            Ok(Err(_panic)) => Problem::new(
                StatusCode::INTERNAL_SERVER_ERROR,
                "internal",
                "Something went wrong on our side; the server's log says what.",
            )
            .into_response(),
            Err(_) => unavailable(
                "timeout",
                "The request took too long and was stopped; try again or ask for less.",
            ),
        }
    }
}

fn unavailable(code: &'static str, title: &str) -> Response {
    Problem::new(StatusCode::SERVICE_UNAVAILABLE, code, title).into_response()
}

/// The headers that every answer has. What a handler set itself stays.
fn dress(headers: &mut HeaderMap, status: StatusCode, id: HeaderValue, personal: bool) {
    headers.insert(REQUEST_ID, id);
    headers.insert(
        header::X_CONTENT_TYPE_OPTIONS,
        HeaderValue::from_static("nosniff"),
    );
    headers
        .entry(header::REFERRER_POLICY)
        .or_insert(HeaderValue::from_static("no-referrer"));
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(NO_PAGE);
    if personal {
        headers
            .entry(header::CACHE_CONTROL)
            .or_insert(HeaderValue::from_static("no-store"));
    }
    if matches!(
        status,
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::TOO_MANY_REQUESTS
    ) {
        headers
            .entry(header::RETRY_AFTER)
            .or_insert(HeaderValue::from_static("1"));
    }
}
