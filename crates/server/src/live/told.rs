//! What is told of changes: events, loaded set by set and written down once for everybody.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;

use bytes::{BufMut, Bytes, BytesMut};
use serde::Serialize;
use utoipa::ToSchema;

use super::store::{self, ChangeRow};
use crate::app::App;
use crate::conversations::{self, ConversationView, PlacedMessage, Shown};
use crate::customers::{self, CustomerView};
use crate::db::{self, ChangeKind};
use crate::kernel::ids::{ConversationId, CustomerId, JobId, MessageId, WorkspaceId};

/// A live update: the `data` of an event. Its `type` is also the event's name.
#[derive(Debug, Serialize, ToSchema)]
#[serde(tag = "type")]
pub(super) enum LiveEvent<'a> {
    /// The stream begins here: what changes from now on is told. Load what you show now.
    #[serde(rename = "ready")]
    Ready,
    /// Changes were missed that are not known any more: load everything anew.
    #[serde(rename = "reset")]
    Reset,
    /// A customer is new.
    #[serde(rename = "customer.created")]
    CustomerCreated {
        /// The customer as they are now.
        customer: &'a CustomerView,
    },
    /// A customer is different: profile, tags, attributes, consent, contacts, or notes about them. That
    /// they wrote is told by the message alone.
    #[serde(rename = "customer.updated")]
    CustomerUpdated {
        /// The customer as they are now.
        customer: &'a CustomerView,
    },
    /// A customer is gone for good.
    #[serde(rename = "customer.deleted")]
    CustomerDeleted {
        /// Who it was.
        customer_id: CustomerId,
    },
    /// Many customers are different at once, for instance because a tag was renamed: load lists anew.
    #[serde(rename = "customers.changed")]
    CustomersChanged,
    /// A conversation is new.
    #[serde(rename = "conversation.created")]
    ConversationCreated {
        /// The conversation as it is now.
        conversation: &'a ConversationView,
    },
    /// A conversation is different: its latest message, status, assignee, or what is unread.
    #[serde(rename = "conversation.updated")]
    ConversationUpdated {
        /// The conversation as it is now.
        conversation: &'a ConversationView,
    },
    /// A conversation is gone with its contact.
    #[serde(rename = "conversation.deleted")]
    ConversationDeleted {
        /// Which it was.
        conversation_id: ConversationId,
    },
    /// Many conversations are different at once: load lists anew.
    #[serde(rename = "conversations.changed")]
    ConversationsChanged,
    /// A message came or was written, or a note into a thread.
    #[serde(rename = "message.created")]
    MessageCreated(&'a PlacedMessage),
    /// A message is different: its status, a reaction, its text, or that it was taken back.
    #[serde(rename = "message.updated")]
    MessageUpdated(&'a PlacedMessage),
    /// A job was given up, and waits for a person. For callers with `events:manage`.
    #[serde(rename = "job.dead")]
    JobDead {
        /// Which; `GET /api/jobs` has its problem.
        job_id: JobId,
    },
    /// A note in a thread, or a message that was scheduled, is gone.
    #[serde(rename = "message.deleted")]
    MessageDeleted {
        /// Which it was.
        message_id: MessageId,
    },
}

/// A place in the changes of a workspace: a row, and a place in it. The id of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Position {
    /// The row.
    pub(super) row: i64,
    place: u32,
}

impl Position {
    /// The end of a row.
    pub(super) fn end_of(row: i64) -> Self {
        let place = u32::MAX;
        Self { row, place }
    }

    /// Whether all of the row was told.
    pub(super) fn is_whole(self) -> bool {
        self.place == u32::MAX
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.is_whole() {
            true => self.row.fmt(f),
            false => write!(f, "{}.{}", self.row, self.place),
        }
    }
}

impl FromStr for Position {
    type Err = std::num::ParseIntError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('.') {
            None => text.parse().map(Self::end_of),
            Some((row, place)) => Ok(Self {
                row: row.parse()?,
                place: place.parse()?,
            }),
        }
    }
}

/// An event, ready to be sent.
#[derive(Debug)]
pub(super) struct Told {
    pub(super) position: Position,
    pub(super) kind: ChangeKind,
    /// The conversation it is about, if it is about one.
    pub(super) conversation: Option<ConversationId>,
    pub(super) frame: Bytes,
}

/// The events of a few rows, in order. Cheap to hand on.
#[derive(Debug)]
pub(super) struct Batch {
    pub(super) events: Vec<Told>,
    /// All their frames, one after the other.
    pub(super) frames: Bytes,
    /// Where the next batch begins.
    pub(super) end: Position,
}

/// The frame of an event as it goes over the wire.
pub(super) fn frame(
    out: &mut BytesMut,
    position: Position,
    event: &LiveEvent<'_>,
    name: &str,
) -> db::Result<()> {
    out.put_slice(format!("id: {position}\nevent: {name}\ndata: ").as_bytes());
    // JSON has no line breaks outside of strings, and escapes those inside.
    serde_json::to_writer(out.writer(), event)
        .map_err(|error| db::Error::Decode(format!("an event cannot be written: {error}")))?;
    out.put_slice(b"\n\n");
    Ok(())
}

/// One change at its place, with the thing it shows.
type Placed = (Position, ChangeKind, i64);

/// Tells of these rows of a workspace, leaving out what is not after `after`.
pub(super) async fn tell(
    app: &App,
    workspace: WorkspaceId,
    rows: &[ChangeRow],
    after: Position,
) -> db::Result<Batch> {
    let mut changes = Vec::new();
    for row in rows {
        for (place, (kind, id)) in (0..).zip(store::changes(row)) {
            let position = Position { row: row.0, place };
            if position > after {
                changes.push((position, kind, id));
            }
        }
    }
    let things = Things::load(app, workspace, &changes).await?;
    let changes = once(
        changes
            .into_iter()
            .filter_map(|change| things.shown(change)),
    );
    let mut frames = BytesMut::new();
    let mut ends = Vec::with_capacity(changes.len());
    for change in changes {
        let Some((event, conversation)) = things.event(change) else {
            continue;
        };
        frame(&mut frames, change.0, &event, change.1.as_str())?;
        ends.push((change, conversation, frames.len()));
    }
    let frames = frames.freeze();
    let mut begin = 0;
    let events = ends
        .into_iter()
        .map(|((position, kind, _), conversation, end)| {
            let frame = frames.slice(std::mem::replace(&mut begin, end)..end);
            Told {
                position,
                kind,
                conversation,
                frame,
            }
        });
    Ok(Batch {
        events: events.collect(),
        frames: frames.clone(),
        end: rows.last().map_or(after, |row| Position::end_of(row.0)),
    })
}

/// Of changes that show the same thing in the same way only the last, since all show it as it is now.
/// That a thing is new is told at its place: who stands between that and the change must get the change.
fn once(changes: impl Iterator<Item = Placed>) -> Vec<Placed> {
    let changes: Vec<Placed> = changes.collect();
    let last: HashMap<(ChangeKind, i64), Position> = changes
        .iter()
        .map(|&(position, kind, id)| ((kind, id), position))
        .collect();
    changes
        .into_iter()
        .filter(|(position, kind, id)| last.get(&(*kind, *id)) == Some(position))
        .collect()
}

/// What changes name, as the API shows it now.
struct Things {
    customers: HashMap<i64, CustomerView>,
    conversations: HashMap<i64, ConversationView>,
    messages: HashMap<MessageId, Shown>,
}

impl Things {
    async fn load(app: &App, workspace: WorkspaceId, changes: &[Placed]) -> db::Result<Self> {
        let db = &app.db;
        let ids = |kinds: [ChangeKind; 2]| -> Vec<i64> {
            let mut ids: Vec<i64> = changes
                .iter()
                .filter(|(_, kind, _)| kinds.contains(kind))
                .map(|(.., id)| *id)
                .collect();
            ids.sort_unstable();
            ids.dedup();
            ids
        };
        let customers = ids([ChangeKind::CustomerCreated, ChangeKind::CustomerUpdated]);
        let customers: Vec<CustomerId> = customers.into_iter().map(CustomerId).collect();
        let customers = customers::load_views(db, workspace, &customers).await?;
        let conversations = ids([
            ChangeKind::ConversationCreated,
            ChangeKind::ConversationUpdated,
        ]);
        let conversations = conversations.into_iter().map(ConversationId).collect();
        let conversations = conversations::load_views(db, workspace, conversations).await?;
        let messages = ids([ChangeKind::MessageCreated, ChangeKind::MessageUpdated]);
        Ok(Self {
            customers: customers
                .into_iter()
                .map(|view| (view.id.0, view))
                .collect(),
            conversations: conversations
                .into_iter()
                .map(|view| (view.id.0, view))
                .collect(),
            messages: conversations::load_shown(app, workspace, messages).await?,
        })
    }

    /// The change as it is shown: a reaction is a change of the message it is to. `None` when it shows
    /// nothing, or what it showed is gone.
    fn shown(&self, (position, kind, id): Placed) -> Option<Placed> {
        if !matches!(
            kind,
            ChangeKind::MessageCreated | ChangeKind::MessageUpdated
        ) {
            return Some((position, kind, id));
        }
        match self.messages.get(&MessageId(id))? {
            Shown::Message(_) => Some((position, kind, id)),
            Shown::ReactionTo(target) => Some((position, ChangeKind::MessageUpdated, (*target)?.0)),
            Shown::Nothing => None,
        }
    }

    /// The event of a change, and the conversation it is about; `None` when the thing is gone.
    fn event(&self, (_, kind, id): Placed) -> Option<(LiveEvent<'_>, Option<ConversationId>)> {
        use ChangeKind as Kind;
        let customer = || self.customers.get(&id);
        let conversation = || self.conversations.get(&id);
        let message = || match self.messages.get(&MessageId(id)) {
            Some(Shown::Message(placed)) => Some(placed),
            _ => None,
        };
        let event = match kind {
            Kind::CustomerCreated => LiveEvent::CustomerCreated {
                customer: customer()?,
            },
            Kind::CustomerUpdated => LiveEvent::CustomerUpdated {
                customer: customer()?,
            },
            Kind::CustomerDeleted => LiveEvent::CustomerDeleted {
                customer_id: CustomerId(id),
            },
            Kind::CustomersChanged => LiveEvent::CustomersChanged,
            Kind::ConversationCreated => LiveEvent::ConversationCreated {
                conversation: conversation()?,
            },
            Kind::ConversationUpdated => LiveEvent::ConversationUpdated {
                conversation: conversation()?,
            },
            Kind::ConversationDeleted => LiveEvent::ConversationDeleted {
                conversation_id: ConversationId(id),
            },
            Kind::ConversationsChanged => LiveEvent::ConversationsChanged,
            Kind::MessageCreated => LiveEvent::MessageCreated(message()?),
            Kind::MessageUpdated => LiveEvent::MessageUpdated(message()?),
            Kind::JobDead => LiveEvent::JobDead { job_id: JobId(id) },
            Kind::MessageDeleted => LiveEvent::MessageDeleted {
                message_id: MessageId(id),
            },
        };
        let about = match &event {
            LiveEvent::MessageCreated(placed) | LiveEvent::MessageUpdated(placed) => {
                Some(placed.conversation_id)
            }
            LiveEvent::ConversationCreated { .. }
            | LiveEvent::ConversationUpdated { .. }
            | LiveEvent::ConversationDeleted { .. } => Some(ConversationId(id)),
            _ => None,
        };
        Some((event, about))
    }
}
