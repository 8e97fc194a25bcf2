//! From a webhook to the event: how long until everybody who listens has heard of a message.

use std::cell::RefCell;
use std::rc::Rc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::header;
use axum::routing::get;
use futures_util::stream;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::sync::broadcast;

use crate::client::Client;
use crate::dataset::Dataset;
use crate::figures::Latencies;
use crate::process::Server;
use crate::webhooks::{self, Message};
use crate::{Effort, Result};

/// Streams that are open.
const LISTENERS: usize = 100;
/// Webhooks in a second.
const RATE: f64 = 200.0;
/// Connections that send them in turn.
const SENDERS: usize = 16;
/// People who write.
const PEOPLE: usize = 1_000;
/// Longer than any event may take.
const LOST: Duration = Duration::from_secs(30);

/// Measures the time from sending a webhook to each listener's having its event.
pub(crate) async fn measure(dataset: &Dataset, effort: Effort) -> Result<()> {
    let people = webhooks::known(dataset, PEOPLE).await?;
    let subject = dataset.copy("live").await?;
    let server = subject.serve().await?;
    let bare = Server::bare_live().await?;
    let (mut ours, mut best) = (Latencies::default(), Latencies::default());
    for round in 0..=effort.rounds {
        let count = (RATE * effort.seconds) as usize;
        // Rounds that no other benchmark has, or the messages would be known.
        let round = 10_000 + round as u64;
        let messages = webhooks::messages(&people, count, round);
        let webhooks = Webhooks::of(&messages, &subject.webhook_path, round)?;
        let took = hear(&server.address, &subject.key, &webhooks).await?;
        let bare_took = hear(&bare.address, "", &webhooks).await?;
        if round > 10_000 {
            // The first warms both up.
            ours.extend(took);
            best.extend(bare_took);
        }
    }
    println!(
        "live, {LISTENERS} listeners, {RATE} webhooks/s: {}; ceiling {}; ratio of p99 {:.2}",
        ours.summary(),
        best.summary(),
        best.at(99.0) / ours.at(99.0)
    );
    server.stop().await?;
    subject.place.remove().await
}

/// Webhooks to be sent, and how their messages are known in what is heard.
struct Webhooks {
    requests: Rc<Vec<Vec<u8>>>,
    marker: Rc<[u8]>,
}

impl Webhooks {
    fn of(messages: &[Message], path: &str, round: u64) -> Result<Self> {
        let requests: Result<_> = messages
            .iter()
            .map(|message| webhooks::signed(&message.body, path))
            .collect();
        Ok(Self {
            requests: Rc::new(requests?),
            marker: format!("wamid.bench.{round}.").into_bytes().into(),
        })
    }
}

/// When each message was sent.
type Sent = Rc<RefCell<Vec<Option<Instant>>>>;

async fn hear(address: &str, key: &str, webhooks: &Webhooks) -> Result<Latencies> {
    let count = webhooks.requests.len();
    let sent: Sent = Rc::new(RefCell::new(vec![None; count]));
    let mut listeners = Vec::new();
    for _ in 0..LISTENERS {
        let (stream, sent) = (open(address, key).await?, Rc::clone(&sent));
        let marker = Rc::clone(&webhooks.marker);
        listeners.push(tokio::task::spawn_local(async move {
            let heard = tokio::time::timeout(LOST, listen(stream, &marker, &sent)).await;
            heard
                .map_err(|_| "an event was not heard".to_owned())?
                .map_err(|error| error.to_string())
        }));
    }
    let started = Instant::now();
    let mut senders = Vec::new();
    for sender in 0..SENDERS {
        let (requests, sent) = (Rc::clone(&webhooks.requests), Rc::clone(&sent));
        let address = address.to_owned();
        senders.push(tokio::task::spawn_local(async move {
            send(&address, &requests, sender, (started, sent))
                .await
                .map_err(|error| error.to_string())
        }));
    }
    for sender in senders {
        sender.await??;
    }
    let mut all = Latencies::default();
    for listener in listeners {
        all.extend(listener.await??);
    }
    Ok(all)
}

/// Sends every so many-th webhook at its time.
async fn send(
    address: &str,
    requests: &[Vec<u8>],
    sender: usize,
    (started, sent): (Instant, Sent),
) -> Result<()> {
    let mut client = Client::connect(address).await?;
    for (index, request) in requests.iter().enumerate().skip(sender).step_by(SENDERS) {
        let at = started + Duration::from_secs_f64(index as f64 / RATE);
        tokio::time::sleep_until(at.into()).await;
        sent.borrow_mut()[index] = Some(Instant::now());
        let answer = client.send(request).await?;
        if answer.status != 200 {
            return Err(format!("a webhook was answered {}", answer.status).into());
        }
    }
    Ok(())
}

/// Opens a stream; done when it has begun.
async fn open(address: &str, key: &str) -> Result<TcpStream> {
    let request = format!(
        "GET /api/events HTTP/1.1\r\nhost: {address}\r\nauthorization: Bearer {key}\r\n\r\n"
    );
    loop {
        let mut stream = TcpStream::connect(address).await?;
        stream.write_all(request.as_bytes()).await?;
        let mut head = Vec::new();
        while head.len() < 12 || (head.starts_with(b"HTTP/1.1 200") && !head.ends_with(b"\n\n\r\n"))
        {
            if stream.read_buf(&mut head).await? == 0 {
                return Err("a stream was not opened".into());
            }
        }
        match &head[9..12] {
            b"200" => return Ok(stream),
            // The server has yet to notice that the streams of the round before are closed.
            b"429" => tokio::time::sleep(Duration::from_millis(50)).await,
            _ => return Err(String::from_utf8_lossy(&head).into()),
        }
    }
}

/// Reads until every message was heard of.
async fn listen(mut stream: TcpStream, marker: &[u8], sent: &Sent) -> Result<Latencies> {
    let mut took = Latencies::default();
    let count = sent.borrow().len();
    let mut heard = vec![false; count];
    let mut buffer = Vec::with_capacity(64 * 1024);
    while took.len() < count {
        if stream.read_buf(&mut buffer).await? == 0 {
            return Err("a stream ended".into());
        }
        let now = Instant::now();
        let mut rest = 0;
        while let Some(found) = find(&buffer[rest..], marker) {
            let begin = rest + found + marker.len();
            let Some(length) = buffer[begin..].iter().position(|byte| *byte == b'.') else {
                break;
            };
            let index: usize = std::str::from_utf8(&buffer[begin..begin + length])?.parse()?;
            rest = begin + length;
            if !std::mem::replace(&mut heard[index], true)
                && let Some(sent) = sent.borrow()[index]
            {
                took.add(now - sent);
            }
        }
        // A marker may have arrived in part.
        let keep = rest.max(buffer.len().saturating_sub(marker.len() + 24));
        buffer.drain(..keep);
    }
    Ok(took)
}

fn find(bytes: &[u8], marker: &[u8]) -> Option<usize> {
    let mut begin = 0;
    // A `w` followed by the rest of the marker: quicker than comparing at every place.
    while let Some(at) = bytes[begin..].iter().position(|byte| *byte == marker[0]) {
        if bytes[begin + at..].starts_with(marker) {
            return Some(begin + at);
        }
        begin += at + 1;
    }
    None
}

/// The ceiling: whatever is posted goes to every stream at once, unread and unkept.
pub(crate) async fn serve_bare() -> Result<()> {
    let address = std::env::var("BENCH_LISTEN")?;
    let (sender, _) = broadcast::channel::<Bytes>(1_024);
    let listeners = sender.clone();
    let stream = move || async move {
        let inbox = listeners.subscribe();
        let opening = Some(Bytes::from_static(b"event: ready\ndata: {}\n\n"));
        let frames = stream::unfold((opening, inbox), |(mut opening, mut inbox)| async {
            let frame = match opening.take() {
                Some(frame) => frame,
                None => inbox.recv().await.ok()?,
            };
            Some((Ok::<_, std::convert::Infallible>(frame), (opening, inbox)))
        });
        let kind = [(header::CONTENT_TYPE, "text/event-stream")];
        (kind, Body::from_stream(frames))
    };
    let post = move |body: Bytes| async move {
        let frame = [b"data: ", body.as_ref(), b"\n\n"].concat();
        let _ = sender.send(frame.into());
    };
    let app = Router::new()
        .route("/api/events", get(stream))
        .fallback(post);
    crate::bare::on_all_threads(address, app)
}
