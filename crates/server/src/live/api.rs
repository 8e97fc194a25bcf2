//! The stream over HTTP.

use std::collections::HashSet;
use std::convert::Infallible;

use axum::body::Body;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use bytes::{Bytes, BytesMut};
use futures_util::stream;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode, header};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::hub::Seat;
use super::listen::{Listener, Wish, looks, may_listen};
use super::store;
use super::told::{LiveEvent, Position, frame};
use crate::access::Caller;
use crate::app::App;
use crate::db::ChangeKind;
use crate::http::{ApiResult, Faults, Problem, Query};
use crate::kernel::ids::ConversationId;

/// Where a client that lost the connection says what it heard last.
const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");
/// Tells proxies to hand events on at once.
const ACCEL_BUFFERING: HeaderName = HeaderName::from_static("x-accel-buffering");
/// After how many milliseconds a client that lost the connection tries again.
const RETRY: &[u8] = b"retry: 2000\n";

/// The feature's routes.
pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(watch_events))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct WatchEvents {
    /// Only events with these names, separated by commas.
    #[param(example = "message.created,message.updated")]
    types: Option<String>,
    /// Only the events of this conversation and of its messages. (`message.deleted` comes for all.)
    conversation_id: Option<ConversationId>,
    /// The id of the last event that was received, for programs that cannot send the header.
    #[param(example = "1042.3")]
    last_event_id: Option<String>,
}

impl WatchEvents {
    async fn wish(&self, app: &App, caller: &Caller) -> ApiResult<Wish> {
        let mut faults = Faults::default();
        let kinds = match &self.types {
            None => None,
            Some(types) => faults.check("types", kinds(types)),
        };
        if let Some(id) = self.conversation_id
            && !store::has_conversation(&app.db, caller.workspace, id).await?
        {
            faults.add("conversation_id", "is no conversation of this workspace");
        }
        faults.end()?;
        Ok(Wish {
            kinds,
            conversation: self.conversation_id,
        })
    }
}

fn kinds(types: &str) -> Result<HashSet<ChangeKind>, String> {
    types.split(',').map(|name| name.trim().parse()).collect()
}

/// Watch what changes
///
/// A stream of server-sent events that does not end: every change to customers, conversations and
/// messages, a moment after it happened, with the thing as it is now. It begins with `ready`; load
/// what you show then. When the connection breaks, send the id of the last event as `Last-Event-ID` and
/// nothing is missed; a `reset` says that too much was, or the id is not known, and that all is to be loaded anew.
/// Each event's `data` is one JSON object whose `type` is also the event's name.
#[utoipa::path(get, path = "/events", tag = "live updates",
    params(WatchEvents,
        ("Last-Event-ID" = Option<String>, Header, description = "The id of the last event that was received.")),
    responses((status = 200, body = LiveEvent, content_type = "text/event-stream",
        description = "The events as they happen; each `data` is this.",
        example = json!({"type": "message.deleted", "message_id": 17}))))]
async fn watch_events(
    State(app): State<App>,
    caller: Caller,
    headers: HeaderMap,
    Query(asked): Query<WatchEvents>,
) -> ApiResult<Response> {
    may_listen(&caller)?;
    let wish = asked.wish(&app, &caller).await?;
    let closing = app.live.closing();
    if *closing.borrow() {
        let title = "The server is stopping; try again in a moment.";
        let status = StatusCode::SERVICE_UNAVAILABLE;
        return Err(Problem::new(status, "unavailable", title));
    }
    let seat = Seat::take(&app, caller.workspace, caller.actor)?;
    // First the inbox, then the place to begin: what is committed in between is in both, not in neither.
    let inbox = app.live.subscribe(caller.workspace);
    let newest = store::newest(&app.db, caller.workspace).await?;
    app.live.begin(caller.workspace, newest);
    let header = headers.get(LAST_EVENT_ID);
    let last = header
        .map(|id| id.to_str().unwrap_or_default())
        .or(asked.last_event_id.as_deref());
    let (opening, at) = begin(&app, &caller, last, Position::end_of(newest)).await?;
    let listener = Listener {
        is_behind: last.is_some(),
        forgettings: app.callers.forgettings(),
        looks: looks(),
        opening: Some(opening),
        at,
        app,
        caller,
        headers,
        wish,
        inbox,
        closing,
        _seat: seat,
    };
    Ok(stream_of(listener))
}

/// What the stream begins with, and after which event.
async fn begin(
    app: &App,
    caller: &Caller,
    last: Option<&str>,
    newest: Position,
) -> ApiResult<(Bytes, Position)> {
    let mut opening = BytesMut::from(RETRY);
    let (event, name) = match last {
        None => (LiveEvent::Ready, "ready"),
        Some(last) => {
            if let Ok(from) = last.parse()
                && store::can_resume(&app.db, caller.workspace, from).await?
            {
                opening.extend_from_slice(b"\n");
                return Ok((opening.freeze(), from));
            }
            (LiveEvent::Reset, "reset")
        }
    };
    frame(&mut opening, newest, &event, name)?;
    Ok((opening.freeze(), newest))
}

fn stream_of(listener: Listener) -> Response {
    let frames = stream::unfold(listener, |mut listener| async {
        let frames = listener.next().await?;
        Some((Ok::<Bytes, Infallible>(frames), listener))
    });
    let headers = [
        (
            header::CONTENT_TYPE,
            HeaderValue::from_static("text/event-stream; charset=utf-8"),
        ),
        (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
        (ACCEL_BUFFERING, HeaderValue::from_static("no")),
    ];
    (headers, Body::from_stream(frames)).into_response()
}
