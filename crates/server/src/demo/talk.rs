//! Made-up conversations: who wrote what when, as WhatsApp would have delivered it.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};
use uuid::Uuid;

use super::dice::Dice;
use super::names::Name;
use super::phrases::{
    ARABIC_IN, ARABIC_OUT, CAPTIONS, FILES, LATIN_IN, LATIN_OUT, PLACES, REACTIONS, TEMPLATES,
};
use crate::kernel::clock::{DAY, SECOND, Timestamp};

/// A conversation.
#[derive(Debug)]
pub(super) struct Talk {
    pub(super) uuid: Uuid,
    pub(super) status: &'static str,
    pub(super) resolved_at: Option<Timestamp>,
    /// In the order of time.
    pub(super) lines: Vec<Line>,
}

/// A message.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) outbound: bool,
    pub(super) kind: &'static str,
    pub(super) at: Timestamp,
    pub(super) wamid: String,
    pub(super) text: Option<String>,
    pub(super) payload: Value,
    pub(super) reply_to: Option<String>,
    pub(super) category: Option<&'static str>,
    /// Of an outbound one: the latest status and when it came.
    pub(super) status: Option<(&'static str, Timestamp)>,
}

impl Line {
    /// Whether it says something; reactions only mark what was said, and are not counted.
    pub(super) fn speaks(&self) -> bool {
        self.kind != "reaction"
    }
}

impl Talk {
    /// The messages that count.
    pub(super) fn spoken(&self) -> impl DoubleEndedIterator<Item = &Line> {
        self.lines.iter().filter(|line| line.speaks())
    }

    /// When the latest message of one direction was.
    pub(super) fn last_at(&self, outbound: bool) -> Option<Timestamp> {
        self.spoken()
            .rev()
            .find(|line| line.outbound == outbound)
            .map(|line| line.at)
    }

    /// Inbound messages since the team's last word; none once it is resolved.
    pub(super) fn unread(&self) -> usize {
        match self.status {
            "resolved" => 0,
            _ => self
                .spoken()
                .rev()
                .take_while(|line| !line.outbound)
                .count(),
        }
    }
}

/// Makes the conversations of one person: `messages` in all, the last of them about `last_at`.
pub(super) fn make(
    dice: &mut Dice,
    name: &Name,
    (created_at, last_at, now): (Timestamp, Timestamp, Timestamp),
    messages: u64,
) -> Vec<Talk> {
    let mut lengths = Vec::new();
    let mut left = messages;
    while left > 0 {
        let length = (1 + dice.wait(6).unsigned_abs()).min(left);
        lengths.push(length);
        left -= length;
    }
    // Whoever wrote to us first is known since then.
    let mut starts: Vec<i64> = lengths
        .iter()
        .map(|_| dice.between(created_at.0, last_at.0))
        .collect();
    starts.sort_unstable();
    if let Some(last) = starts.last_mut() {
        *last = last_at.0;
    }
    if starts.len() > 1 || dice.chance(30.0) {
        starts
            .iter_mut()
            .take(1)
            .for_each(|first| *first = created_at.0);
    }
    let ends: Vec<i64> = starts.iter().skip(1).copied().chain([now.0]).collect();
    let count = lengths.len();
    let mut talks = Vec::with_capacity(count);
    for (index, ((length, start), end)) in lengths.into_iter().zip(starts).zip(ends).enumerate() {
        let lines = lines(dice, name.is_arabic, length, (start, end));
        let (status, resolved_at) = state(dice, index + 1 == count, &lines, (end, now.0));
        talks.push(Talk {
            uuid: dice.uuid(Timestamp(start)),
            status,
            resolved_at,
            lines,
        });
    }
    talks
}

fn state(
    dice: &mut Dice,
    is_last: bool,
    lines: &[Line],
    (end, now): (i64, i64),
) -> (&'static str, Option<Timestamp>) {
    let last = lines.last().map_or(end, |line| line.at.0);
    let open = match now - last {
        _ if !is_last => 0.0,
        quiet if quiet < 3 * DAY => 80.0,
        quiet if quiet < 30 * DAY => 15.0,
        _ => 1.0,
    };
    if dice.chance(open) {
        return (
            *dice.weighted(&[("open", 70), ("pending", 20), ("snoozed", 10)]),
            None,
        );
    }
    (
        "resolved",
        Some(Timestamp((last + dice.wait(20 * 60 * SECOND)).min(end))),
    )
}

fn lines(dice: &mut Dice, is_arabic: bool, count: u64, (start, end): (i64, i64)) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut at = start;
    for index in 0..count {
        let previous = lines.last();
        // Free-form words from the shop need an open window, so it begins with a template or not.
        let outbound = match previous {
            None => dice.chance(15.0),
            Some(line) if line.kind == "template" => false,
            Some(line) => line.outbound == dice.chance(30.0),
        };
        let mut line = match previous {
            None if outbound => template(dice, is_arabic),
            Some(last) if dice.chance(3.0) && last.speaks() => reaction(dice, last),
            _ if outbound => text(dice, if is_arabic { ARABIC_OUT } else { LATIN_OUT }),
            _ => inbound(dice, is_arabic),
        };
        if index > 0 {
            let pause = if dice.chance(90.0) { 100 } else { 3_000 };
            at += dice.wait(pause * SECOND) + SECOND;
        }
        // WhatsApp tells whole seconds.
        at = at.min(end) / SECOND * SECOND;
        at = at.max(start);
        line.at = Timestamp(at);
        line.outbound = outbound;
        line.wamid = wamid(dice);
        if outbound {
            line.category = line.category.or(Some("SERVICE"));
            line.status = Some(delivery(dice, at, end));
        } else if line.speaks() && dice.chance(4.0) {
            line.reply_to = previous.map(|line| line.wamid.clone());
            if let Some(quoted) = &line.reply_to {
                line.payload["context"] = json!({"id": quoted});
            }
        }
        lines.push(line);
    }
    lines
}

fn wamid(dice: &mut Dice) -> String {
    let (one, two) = (dice.bytes(), dice.bytes());
    format!(
        "wamid.HBgM{}",
        BASE64_STANDARD.encode([&one[..], &two[..14]].concat())
    )
}

fn line(kind: &'static str, text: Option<&str>, payload: Value) -> Line {
    Line {
        outbound: false,
        kind,
        at: Timestamp(0),
        wamid: String::new(),
        text: text.map(str::to_owned),
        payload,
        reply_to: None,
        category: None,
        status: None,
    }
}

fn text(dice: &mut Dice, phrases: &[&str]) -> Line {
    let body = *dice.pick(phrases);
    line("text", Some(body), json!({"text": {"body": body}}))
}

fn template(dice: &mut Dice, is_arabic: bool) -> Line {
    let (name, category, arabic, latin) = *dice.pick(TEMPLATES);
    let (language, body) = if is_arabic {
        ("ar", arabic)
    } else {
        ("en", latin)
    };
    let payload = json!({"template": {"name": name, "language": {"code": language}}});
    Line {
        category: Some(category),
        ..line("template", Some(body), payload)
    }
}

fn reaction(dice: &mut Dice, to: &Line) -> Line {
    let emoji = *dice.pick(REACTIONS);
    let payload = json!({"reaction": {"message_id": to.wamid, "emoji": emoji}});
    line("reaction", Some(emoji), payload)
}

fn inbound(dice: &mut Dice, is_arabic: bool) -> Line {
    let media = |dice: &mut Dice, mime: &str| json!({"id": dice.digits("N##############"), "mime_type": mime, "sha256": BASE64_STANDARD.encode(dice.bytes())});
    match dice.below(100) {
        ..5 => {
            let (arabic, latin) = *dice.pick(CAPTIONS);
            let caption = dice
                .chance(40.0)
                .then_some(if is_arabic { arabic } else { latin });
            let mut image = media(dice, "image/jpeg");
            if let Some(caption) = caption {
                image["caption"] = caption.into();
            }
            line("image", caption, json!({"image": image}))
        }
        5..8 => {
            let mut voice = media(dice, "audio/ogg; codecs=opus");
            voice["voice"] = true.into();
            line("audio", None, json!({"audio": voice}))
        }
        8 => line("video", None, json!({"video": media(dice, "video/mp4")})),
        9 => {
            let mut file = media(dice, "application/pdf");
            file["filename"] = (*dice.pick(FILES)).into();
            line("document", None, json!({"document": file}))
        }
        10 => line(
            "sticker",
            None,
            json!({"sticker": media(dice, "image/webp")}),
        ),
        11 => {
            let (name, address, latitude, longitude) = *dice.pick(PLACES);
            let place = json!({"name": name, "address": address, "latitude": latitude, "longitude": longitude});
            line(
                "location",
                Some(&format!("{name}, {address}")),
                json!({"location": place}),
            )
        }
        12 => {
            let title = if is_arabic {
                "نعم، أكّد الطلب"
            } else {
                "Yes, confirm"
            };
            let reply =
                json!({"type": "button_reply", "button_reply": {"id": "confirm", "title": title}});
            line("interactive", Some(title), json!({"interactive": reply}))
        }
        _ => text(dice, if is_arabic { ARABIC_IN } else { LATIN_IN }),
    }
}

/// How far an outbound message got.
fn delivery(dice: &mut Dice, at: i64, end: i64) -> (&'static str, Timestamp) {
    let status = *dice.weighted(&[("read", 70), ("delivered", 22), ("sent", 6), ("failed", 2)]);
    (
        status,
        Timestamp((at + dice.wait(30 * SECOND)).min(end.max(at))),
    )
}
