//! Every statement about events.

use serde_json::Value;

use crate::access::Actor;
use crate::db::{self, Arg, Change, Db, Json, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{ConversationId, CustomerId, EventId, WorkspaceId};

/// Something that happened.
#[derive(Debug, Clone)]
pub struct Event {
    /// Whom it is about; `None` for the workspace's own affairs.
    pub customer: Option<CustomerId>,
    /// What, such as `customer.name_changed`.
    pub kind: &'static str,
    /// Who did it.
    pub actor: Actor,
    /// `{"old":…,"new":…}` for a change, and what else explains it. A `conversation_id` in it makes
    /// the event a part of that conversation's history.
    pub data: Value,
    /// When.
    pub at: Timestamp,
}

impl Event {
    /// The thing whose change it tells of, for those who watch; of the workspace's own affairs none.
    fn change(&self) -> Option<Change> {
        match (self.data["conversation_id"].as_i64(), self.customer) {
            (Some(id), _) => Some(Change::ConversationUpdated(ConversationId(id))),
            (None, Some(customer)) if self.kind == "customer.created" => {
                Some(Change::CustomerCreated(customer))
            }
            (None, Some(customer)) => Some(Change::CustomerUpdated(customer)),
            (None, None) => None,
        }
    }
}

/// Writes an event.
pub async fn record(tx: &mut Tx, workspace: WorkspaceId, event: Event) -> db::Result<()> {
    record_all(tx, workspace, [event]).await
}

/// Writes an event about a customer.
pub async fn tell(
    tx: &mut Tx,
    workspace: WorkspaceId,
    customer: CustomerId,
    (kind, data): (&'static str, Value),
    (actor, at): (Actor, Timestamp),
) -> db::Result<()> {
    let event = Event {
        customer: Some(customer),
        kind,
        actor,
        data,
        at,
    };
    record(tx, workspace, event).await
}

/// Writes an event about the workspace's own affairs.
pub async fn note(
    tx: &mut Tx,
    workspace: WorkspaceId,
    kind: &'static str,
    actor: Actor,
    data: Value,
    at: Timestamp,
) -> db::Result<()> {
    let event = Event {
        customer: None,
        kind,
        actor,
        data,
        at,
    };
    record(tx, workspace, event).await
}

/// Writes several events in order. What they tell of is told to those who watch as well.
pub async fn record_all(
    tx: &mut Tx,
    workspace: WorkspaceId,
    events: impl IntoIterator<Item = Event>,
) -> db::Result<()> {
    let events: Vec<Event> = events.into_iter().collect();
    for change in events.iter().filter_map(Event::change) {
        tx.changed(workspace, change);
    }
    sql(
        "INSERT INTO events (workspace_id, customer_id, conversation_id, kind, actor_kind, actor_id,
             data, at)
         SELECT v.* FROM $rows(workspace_id BIGINT, customer_id BIGINT, conversation_id BIGINT,
             kind TEXT, actor_kind TEXT, actor_id BIGINT, data JSONB, at BIGINT) v",
    )
    .rows(events.into_iter().map(|event| {
        vec![
            workspace.into(),
            event.customer.into(),
            event.data["conversation_id"].as_i64().into(),
            event.kind.into(),
            event.actor.kind().into(),
            event.actor.id().into(),
            Arg::from(event.data),
            event.at.into(),
        ]
    }))
    .run(tx)
    .await?;
    Ok(())
}

crate::row! {
    /// An event as stored.
    #[derive(Debug)]
    pub struct EventRow {
        pub id: EventId,
        pub customer_id: Option<CustomerId>,
        pub kind: String,
        pub actor_kind: String,
        pub actor_id: Option<i64>,
        pub data: Json<Value>,
        pub at: Timestamp,
    }
}

/// Which events are meant.
#[derive(Debug, Clone, Copy)]
pub enum Events {
    /// What members, keys and the command line did in the workspace.
    Audit,
    /// A customer's.
    OfCustomer(CustomerId),
    /// A conversation's.
    OfConversation(ConversationId),
}

/// Events before `before`, newest first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    which: Events,
    before: Option<EventId>,
    limit: i64,
) -> db::Result<Vec<EventRow>> {
    let (which, id) = match which {
        Events::Audit => ("actor_kind IN ('member', 'key', 'command')", None),
        Events::OfCustomer(customer) => ("customer_id = $4", Some(customer.0)),
        Events::OfConversation(conversation) => ("conversation_id = $4", Some(conversation.0)),
    };
    sql(format!(
        "SELECT id, customer_id, kind, actor_kind, actor_id, data, at FROM events
         WHERE workspace_id = $1 AND {which} AND id < $2
         ORDER BY id DESC LIMIT $3"
    ))
    .bind(workspace)
    .bind(before.unwrap_or(EventId(i64::MAX)))
    .bind(limit)
    .bind_all(id.map(Arg::from))
    .all(db)
    .await
}
