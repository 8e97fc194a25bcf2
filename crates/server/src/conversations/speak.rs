//! For whoever writes to customers: the conversation that a message goes to, and what it changes there.

use std::collections::HashMap;

use uuid::Uuid;

use super::model::Status;
use super::read;
use super::store;
use crate::access::Actor;
use crate::db::{self, Arg, Change, Tx, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{
    AccountId, ContactId, ConversationId, CustomerId, MessageId, WorkspaceId,
};

/// A conversation whose contact is locked, so that messages come and go one after the other.
#[derive(Debug, Clone, Copy)]
pub struct Spot {
    /// The conversation.
    pub conversation: ConversationId,
    /// Whom it is with.
    pub contact: ContactId,
    /// The contact's customer.
    pub customer: CustomerId,
    /// The number it is written from.
    pub account: AccountId,
    /// Where it stands.
    pub status: Status,
    /// Whether there is something that nobody has read.
    pub is_unread: bool,
}

/// Locks a conversation; `None` when there is no such one.
pub async fn lock(
    tx: &mut Tx,
    workspace: WorkspaceId,
    conversation: ConversationId,
) -> db::Result<Option<Spot>> {
    let locked = store::lock(tx, workspace, conversation).await?;
    Ok(locked.map(|locked| Spot {
        conversation,
        contact: locked.contact,
        customer: locked.customer,
        account: locked.account,
        status: locked.state.status,
        is_unread: locked.state.unread > 0,
    }))
}

/// Locks the contact's conversation with this account that is not resolved, or begins one; `None` when
/// there is no such contact.
pub async fn lock_or_begin(
    tx: &mut Tx,
    workspace: WorkspaceId,
    (contact, account): (ContactId, AccountId),
    now: Timestamp,
) -> db::Result<Option<Spot>> {
    let locked: Option<(CustomerId,)> =
        sql("SELECT customer_id FROM contacts WHERE id = $1 AND workspace_id = $2 FOR UPDATE")
            .bind(contact)
            .bind(workspace)
            .maybe(&mut *tx)
            .await?;
    let Some((customer,)) = locked else {
        return Ok(None);
    };
    if let Some(live) = store::find_live(tx, workspace, contact, account).await? {
        return lock(tx, workspace, live).await;
    }
    let (conversation,): (ConversationId,) =
        sql("INSERT INTO conversations (workspace_id, uuid, contact_id,
             customer_id, account_id, session_data, started_at, last_message_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $7) RETURNING id")
        .bind(workspace)
        .bind(Uuid::now_v7())
        .bind(contact)
        .bind(customer)
        .bind(account)
        .bind(serde_json::json!({}))
        .bind(now)
        .one(&mut *tx)
        .await?;
    tx.changed(workspace, Change::ConversationCreated(conversation));
    Ok(Some(Spot {
        conversation,
        contact,
        customer,
        account,
        status: Status::Open,
        is_unread: false,
    }))
}

/// The conversation that a message after a resolved one would go to.
pub async fn find_live(
    tx: &mut Tx,
    workspace: WorkspaceId,
    spot: &Spot,
) -> db::Result<Option<ConversationId>> {
    store::find_live(tx, workspace, spot.contact, spot.account).await
}

/// Somebody answers, and has read what is there.
pub async fn read_by_answering(
    tx: &mut Tx,
    workspace: WorkspaceId,
    spot: &Spot,
    by: (Actor, Timestamp),
) -> db::Result<()> {
    match spot.is_unread {
        true => read::mark_later(tx, workspace, spot.conversation, by).await,
        false => Ok(()),
    }
}

/// A message of ours that says something, in a conversation whose contact is locked.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// Where.
    pub conversation: ConversationId,
    /// To whom.
    pub contact: ContactId,
    /// Whose contact that is.
    pub customer: CustomerId,
    /// From which number.
    pub account: AccountId,
    /// The message.
    pub message: MessageId,
    /// SERVICE, MARKETING, UTILITY or AUTHENTICATION.
    pub category: String,
    /// Whether somebody of the team said it, who then has read what is there.
    pub by_member: bool,
}

/// Counts messages that go out now, at most one of each conversation.
pub async fn count_outbound(
    tx: &mut Tx,
    workspace: WorkspaceId,
    spoken: &[Spoken],
    now: Timestamp,
) -> db::Result<()> {
    let begun = begun(tx, workspace, spoken).await?;
    for said in spoken {
        tx.changed(workspace, Change::ConversationUpdated(said.conversation));
    }
    sql(
        "UPDATE conversations SET messages_count = messages_count + 1, last_message_at = v.at,
             last_outbound_at = v.at, last_message_id = v.message, category = v.category,
             unread_count = CASE WHEN v.seen THEN 0 ELSE unread_count END
         FROM $rows(id BIGINT, message BIGINT, category TEXT, seen BOOLEAN, at BIGINT) v
         WHERE conversations.id = v.id",
    )
    .rows(spoken.iter().map(|said| {
        vec![
            said.conversation.into(),
            said.message.into(),
            said.category.clone().into(),
            said.by_member.into(),
            now.into(),
        ]
    }))
    .run(&mut *tx)
    .await?;
    sql(
        "UPDATE contacts SET last_message_at = v.at, activity_at = v.at,
             account_id = COALESCE(account_id, v.account)
         FROM $rows(id BIGINT, account BIGINT, at BIGINT) v WHERE contacts.id = v.id",
    )
    .rows(
        spoken
            .iter()
            .map(|said| vec![said.contact.into(), said.account.into(), now.into()]),
    )
    .run(&mut *tx)
    .await?;
    // A customer may have several contacts among them; a row is changed once by a statement.
    let mut of_customers: HashMap<CustomerId, (i64, i64)> = HashMap::new();
    for said in spoken {
        let (messages, conversations) = of_customers.entry(said.customer).or_default();
        *messages += 1;
        *conversations += i64::from(begun.contains(&said.conversation));
    }
    sql(
        "UPDATE customer_stats SET outbound_count = outbound_count + v.messages,
             conversations_count = conversations_count + v.conversations,
             first_outbound_at = COALESCE(first_outbound_at, v.at), last_outbound_at = v.at,
             first_message_at = COALESCE(first_message_at, v.at), last_message_at = v.at
         FROM $rows(id BIGINT, messages BIGINT, conversations BIGINT, at BIGINT) v
         WHERE customer_stats.customer_id = v.id",
    )
    .rows(
        of_customers
            .into_iter()
            .map(|(customer, (messages, conversations))| {
                vec![
                    customer.into(),
                    messages.into(),
                    conversations.into(),
                    now.into(),
                ]
            }),
    )
    .run(tx)
    .await?;
    Ok(())
}

/// Those of the conversations in which nothing was said yet: a conversation counts from its first message.
async fn begun(
    tx: &mut Tx,
    workspace: WorkspaceId,
    spoken: &[Spoken],
) -> db::Result<Vec<ConversationId>> {
    let ids: Vec<Arg> = spoken.iter().map(|said| said.conversation.into()).collect();
    let new: Vec<(ConversationId,)> = sql("SELECT id FROM conversations
         WHERE workspace_id + 0 = $1 AND id = ANY($2) AND messages_count = 0")
    .bind(workspace)
    .bind(ids)
    .all(tx)
    .await?;
    Ok(new.into_iter().map(|(id,)| id).collect())
}
