//! What a member does with a conversation, each one transaction.

use serde_json::{Value, json};

use super::model::{State, Status, Wanted};
use super::read;
use super::store::{self, Locked};
use crate::access::Caller;
use crate::app::App;
use crate::db::Tx;
use crate::http::{ApiResult, Faults, Problem};
use crate::kernel::ids::{ConversationId, WorkspaceId};
use crate::timeline::{self, Event};

/// Changes a conversation and tells of it; what is the same already is no change.
pub(super) async fn change(
    app: &App,
    caller: &Caller,
    id: ConversationId,
    wanted: Wanted,
) -> ApiResult<()> {
    let (workspace, now) = (caller.workspace, app.clock.now());
    let mut tx = app.db.begin().await?;
    let found = store::lock(&mut tx, workspace, id).await?;
    let locked = found.ok_or_else(|| Problem::not_found("conversation"))?;
    let before = locked.state;
    let mut faults = Faults::default();
    let after = before.with(wanted, now, &mut faults);
    if let Some(member) = after.assignee.filter(|_| after.assignee != before.assignee)
        && store::active_members(&mut tx, workspace, &[member])
            .await?
            .is_empty()
    {
        faults.add("assignee_id", "is no active member of this workspace");
    }
    faults.end()?;
    if before.status == Status::Resolved && after.status != Status::Resolved {
        refuse_second(&mut tx, workspace, &locked).await?;
    }
    if after == before {
        return Ok(());
    }
    store::update(&mut tx, workspace, id, &after).await?;
    if before.unread > 0 && after.unread == 0 {
        read::mark_later(&mut tx, workspace, id, (caller.actor, now)).await?;
    }
    let events = changes(id, &before, &after)
        .into_iter()
        .map(|(kind, data)| Event {
            customer: Some(locked.customer),
            kind,
            actor: caller.actor,
            data,
            at: now,
        });
    timeline::record_all(&mut tx, workspace, events).await?;
    Ok(tx.commit().await?)
}

/// There is one conversation of a contact and account that is not resolved: the customer's messages
/// would not know which of two to go to.
async fn refuse_second(tx: &mut Tx, workspace: WorkspaceId, locked: &Locked) -> ApiResult<()> {
    let Some(other) = store::find_live(tx, workspace, locked.contact, locked.account).await? else {
        return Ok(());
    };
    let title = "Another conversation with this contact is not resolved; go on in that one.";
    let problem = Problem::conflict("conversation.another_open", title);
    Err(problem.with_data(json!({"conversation_id": other})))
}

/// What the history tells of a change.
fn changes(id: ConversationId, before: &State, after: &State) -> Vec<(&'static str, Value)> {
    let mut told = Vec::new();
    let change = |old: Value, new: Value| json!({"conversation_id": id, "old": old, "new": new});
    let (old, new) = (before.status, after.status);
    if old != new {
        let mut data = change(json!(old), json!(new));
        if new == Status::Snoozed {
            data["snoozed_until"] = json!(after.snoozed_until);
        }
        told.push(("conversation.status_changed", data));
    } else if before.snoozed_until != after.snoozed_until {
        let data = change(json!(before.snoozed_until), json!(after.snoozed_until));
        told.push(("conversation.snooze_changed", data));
    }
    if before.assignee != after.assignee {
        let data = change(json!(before.assignee), json!(after.assignee));
        told.push(("conversation.assigned", data));
    }
    if before.unread != after.unread {
        let data = change(json!(before.unread), json!(after.unread));
        told.push(("conversation.unread_changed", data));
    }
    told
}
