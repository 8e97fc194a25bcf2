//! Messages with what hangs on them: a set of them takes three queries more, whatever threads they are of.

use std::collections::HashMap;

use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

use super::store::{self, Among, MessageRow};
use super::view::{MessageView, Quote, Reaction};
use crate::app::App;
use crate::db;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MessageId, WorkspaceId,
};
use crate::kernel::key::key_of;
use crate::media::{self, OfMessage};

/// Where a message is known by its key: two contacts may have messages with one key.
type Known = (AccountId, ContactId, Uuid);

/// The views of messages, in their order. `sees_all`: whether the caller may know what they said before
/// they were edited or taken back.
pub(super) async fn views(
    app: &App,
    workspace: WorkspaceId,
    rows: Vec<MessageRow>,
    sees_all: bool,
) -> db::Result<Vec<MessageView>> {
    let db = &app.db;
    let key = |wamid: &Option<String>| wamid.as_deref().map(key_of);
    let answered = rows.iter().filter_map(|row| key(&row.reply_to)).collect();
    let own = rows.iter().filter_map(|row| key(&row.wamid)).collect();
    let among = Among::those_of(&rows);
    let quoted = store::quoted(db, workspace, &among, answered).await?;
    let quoted: HashMap<Known, _> = quoted
        .into_iter()
        .map(|row| ((row.account_id, row.contact_id, row.key), row))
        .collect();
    let mut reactions: HashMap<Known, Vec<Reaction>> = HashMap::new();
    for row in store::reactions(db, workspace, &among, own).await? {
        let target = (row.account_id, row.contact_id, row.target);
        reactions.entry(target).or_default().push(row.into());
    }
    let ids: Vec<MessageId> = rows.iter().map(|row| row.id).collect();
    let files = media::of_messages(db, workspace, &ids).await?;
    let now = app.clock.now();
    let views = rows.into_iter().map(|row| {
        let known = |wamid| key(wamid).map(|key| (row.account_id, row.contact_id, key));
        // Two messages may answer the same one.
        let quote = known(&row.reply_to).and_then(|known| quoted.get(&known));
        let quote = quote.cloned().map(Quote::from);
        let own = known(&row.wamid).and_then(|known| reactions.remove(&known));
        let of_message = OfMessage {
            kind: &row.kind,
            payload: &row.payload.0,
            received_at: row.received_at,
            is_inbound: row.direction == "in",
        };
        let file = media::view(files.get(&row.id), of_message, now);
        MessageView::of(row, quote, own.unwrap_or_default(), file, sees_all)
    });
    Ok(views.collect())
}

/// A message, and where it belongs.
#[derive(Debug, Serialize, ToSchema)]
pub struct PlacedMessage {
    /// The message as in its thread, without what it said before it was edited or taken back.
    pub message: MessageView,
    /// The conversation it is in.
    pub conversation_id: ConversationId,
    /// The contact it is from or to.
    pub contact_id: ContactId,
    /// The contact's customer.
    pub customer_id: CustomerId,
}

/// What watching a message shows.
#[derive(Debug)]
pub enum Shown {
    /// The message itself.
    Message(Box<PlacedMessage>),
    /// A reaction shows on the message it is to; nothing while that is not known.
    ReactionTo(Option<MessageId>),
    /// An edit or a revoke shows on its message, which was changed with it.
    Nothing,
}

/// What these messages show to those who watch, by their ids; those that are gone show nothing. The
/// messages that reactions are to come along.
pub async fn load_shown(
    app: &App,
    workspace: WorkspaceId,
    ids: Vec<i64>,
) -> db::Result<HashMap<MessageId, Shown>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let db = &app.db;
    let (marks, mut rows): (Vec<_>, Vec<_>) = store::load_any(db, workspace, ids)
        .await?
        .into_iter()
        .partition(|row| store::is_mark(&row.kind));
    let mut shown = HashMap::new();
    let (reactions, others): (Vec<_>, Vec<_>) =
        marks.into_iter().partition(|row| row.kind == "reaction");
    shown.extend(others.into_iter().map(|row| (row.id, Shown::Nothing)));
    for target in store::load_targets(db, workspace, &reactions).await? {
        let is_to = |reaction: &&MessageRow| {
            let key = target.wamid.as_deref().map(key_of);
            reaction.target_key == key
                && (reaction.account_id, reaction.contact_id)
                    == (target.account_id, target.contact_id)
        };
        let to_it = reactions.iter().filter(is_to);
        shown.extend(to_it.map(|row| (row.id, Shown::ReactionTo(Some(target.id)))));
        if rows.iter().all(|row| row.id != target.id) {
            rows.push(target);
        }
    }
    for reaction in &reactions {
        shown.entry(reaction.id).or_insert(Shown::ReactionTo(None));
    }
    for placed in place(app, workspace, rows).await? {
        shown.insert(placed.message.id(), Shown::Message(Box::new(placed)));
    }
    Ok(shown)
}

async fn place(
    app: &App,
    workspace: WorkspaceId,
    rows: Vec<MessageRow>,
) -> db::Result<Vec<PlacedMessage>> {
    let contacts = rows.iter().map(|row| row.contact_id);
    let customers = store::customers_of(&app.db, workspace, contacts).await?;
    let customers: HashMap<ContactId, CustomerId> = customers.into_iter().collect();
    let places: Vec<_> = rows
        .iter()
        .map(|row| (row.conversation_id, row.contact_id))
        .collect();
    let views = views(app, workspace, rows, false).await?;
    let placed = views.into_iter().zip(places);
    Ok(placed
        .filter_map(|(message, (conversation_id, contact_id))| {
            Some(PlacedMessage {
                message,
                conversation_id,
                contact_id,
                customer_id: *customers.get(&contact_id)?,
            })
        })
        .collect())
}
