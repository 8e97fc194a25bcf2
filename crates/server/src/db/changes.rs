//! What a transaction changed, for those who watch: ids, noted in memory and written down as its last
//! statement, one row for each workspace however much it was.
//!
//! A reader goes by `id > the last one`, so within a workspace rows must become visible in the order of
//! their ids. An embedded database has one writer, and so has that order anyway. On PostgreSQL a lock
//! of the workspace is taken before the id is, and held until the commit. That is why the row comes
//! last: nobody who holds the lock waits for another row, so nobody waits for each other, and it is held
//! only as long as a commit takes.

use std::collections::{BTreeMap, BTreeSet};

use super::{Result, Topic, Tx, sql};
use crate::kernel::ids::{ConversationId, CustomerId, JobId, MessageId, WorkspaceId};

/// Customers or conversations that one transaction names at most; of more it says that the list changed.
const MOST: usize = 500;

/// One thing that a transaction changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// A customer is new.
    CustomerCreated(CustomerId),
    /// A customer's view is different now.
    CustomerUpdated(CustomerId),
    /// A customer is gone, with all that hung on them.
    CustomerDeleted(CustomerId),
    /// Many customers are different now.
    CustomersChanged,
    /// A conversation is new.
    ConversationCreated(ConversationId),
    /// A conversation's view is different now.
    ConversationUpdated(ConversationId),
    /// A conversation is gone.
    ConversationDeleted(ConversationId),
    /// A message, or a note in a thread, is new.
    MessageCreated(MessageId),
    /// A message's view is different now: its status, its text, what hangs on it.
    MessageUpdated(MessageId),
    /// A note in a thread, or a message that was scheduled, is gone. (Others go with their conversation.)
    MessageDeleted(MessageId),
    /// A job was given up, and waits for a person.
    JobDead(JobId),
}

crate::words! {
    /// Kinds of changes, in the order in which those of one transaction are told.
    pub enum ChangeKind {
        /// A customer is new.
        CustomerCreated => "customer.created",
        /// A customer's view is different now.
        CustomerUpdated => "customer.updated",
        /// A conversation is new.
        ConversationCreated => "conversation.created",
        /// A conversation's view is different now.
        ConversationUpdated => "conversation.updated",
        /// A message is new.
        MessageCreated => "message.created",
        /// A message's view is different now.
        MessageUpdated => "message.updated",
        /// A note in a thread, or a message that was scheduled, is gone.
        MessageDeleted => "message.deleted",
        /// A conversation is gone.
        ConversationDeleted => "conversation.deleted",
        /// A customer is gone.
        CustomerDeleted => "customer.deleted",
        /// Many customers are different now.
        CustomersChanged => "customers.changed",
        /// Many conversations are different now.
        ConversationsChanged => "conversations.changed",
        /// A job was given up.
        JobDead => "job.dead",
    }
}

impl Change {
    fn parts(self) -> (ChangeKind, i64) {
        match self {
            Self::CustomerCreated(id) => (ChangeKind::CustomerCreated, id.0),
            Self::CustomerUpdated(id) => (ChangeKind::CustomerUpdated, id.0),
            Self::CustomerDeleted(id) => (ChangeKind::CustomerDeleted, id.0),
            Self::CustomersChanged => (ChangeKind::CustomersChanged, 0),
            Self::ConversationCreated(id) => (ChangeKind::ConversationCreated, id.0),
            Self::ConversationUpdated(id) => (ChangeKind::ConversationUpdated, id.0),
            Self::ConversationDeleted(id) => (ChangeKind::ConversationDeleted, id.0),
            Self::MessageCreated(id) => (ChangeKind::MessageCreated, id.0),
            Self::MessageUpdated(id) => (ChangeKind::MessageUpdated, id.0),
            Self::MessageDeleted(id) => (ChangeKind::MessageDeleted, id.0),
            Self::JobDead(id) => (ChangeKind::JobDead, id.0),
        }
    }
}

impl ChangeKind {
    /// What is said instead when too many things changed in this way, and in which other ways that
    /// then need not be said.
    fn of_many(self) -> Option<(Self, [Self; 3])> {
        use ChangeKind as Kind;
        match self {
            Kind::CustomerCreated | Kind::CustomerUpdated | Kind::CustomerDeleted => Some((
                Kind::CustomersChanged,
                [
                    Kind::CustomerCreated,
                    Kind::CustomerUpdated,
                    Kind::CustomerDeleted,
                ],
            )),
            Kind::ConversationCreated | Kind::ConversationUpdated | Kind::ConversationDeleted => {
                Some((
                    Kind::ConversationsChanged,
                    [
                        Kind::ConversationCreated,
                        Kind::ConversationUpdated,
                        Kind::ConversationDeleted,
                    ],
                ))
            }
            _ => None,
        }
    }
}

/// What a transaction has changed so far, each thing once.
#[derive(Debug, Default)]
pub(super) struct Changes(BTreeMap<WorkspaceId, BTreeMap<ChangeKind, BTreeSet<i64>>>);

impl Changes {
    fn add(&mut self, workspace: WorkspaceId, change: Change) {
        let changes = self.0.entry(workspace).or_default();
        let (kind, id) = change.parts();
        let Some((many, single)) = kind.of_many() else {
            changes.entry(kind).or_default().insert(id);
            return;
        };
        if changes.contains_key(&many) {
            return;
        }
        let ids = changes.entry(kind).or_default();
        ids.insert(id);
        if ids.len() > MOST {
            changes.retain(|kind, _| !single.contains(kind));
            changes.insert(many, BTreeSet::from([0]));
        }
    }
}

impl Tx {
    /// Notes that this transaction changes something that others watch, see [`crate::live`]. They are
    /// told of it after the commit, and of each thing once.
    pub fn changed(&mut self, workspace: WorkspaceId, change: Change) {
        self.changes.add(workspace, change);
    }

    /// Writes what was noted. Nothing may follow but the commit.
    pub(super) async fn write_changes(&mut self) -> Result<()> {
        let changes = std::mem::take(&mut self.changes.0);
        if changes.is_empty() {
            return Ok(());
        }
        let statement = if self.is_sqlite() {
            "INSERT INTO live_changes (workspace_id, changes)
             SELECT v.* FROM $rows(workspace_id BIGINT, changes JSONB) v"
        } else {
            // The id is taken from its sequence when the row inside has got its lock. The first number
            // keeps these locks apart from all others.
            "INSERT INTO live_changes (workspace_id, changes)
             SELECT locked.workspace_id, locked.changes FROM (
                 SELECT v.workspace_id, v.changes,
                     pg_advisory_xact_lock(1818850917, CAST(v.workspace_id % 2147483647 AS INT))
                 FROM $rows(workspace_id BIGINT, changes JSONB) v
                 ORDER BY v.workspace_id) locked"
        };
        let rows = changes
            .into_iter()
            .map(|(workspace, changes)| vec![workspace.into(), serde_json::json!(changes).into()]);
        sql(statement).rows(rows).run(&mut *self).await?;
        self.signal(Topic::Live);
        Ok(())
    }
}
