//! Every statement about simulated people.

use whatsapp_sim::NewPerson;

use crate::db::{self, Db, Json, sql};
use crate::kernel::clock::Timestamp;
use crate::kernel::ids::{AccountId, SimulatedPersonId, WorkspaceId};

crate::row! {
    /// Somebody, as they are to be made again.
    #[derive(Debug)]
    pub(super) struct PersonRow {
        pub(super) id: SimulatedPersonId,
        pub(super) person: Json<NewPerson>,
        pub(super) created_at: Timestamp,
    }
}

/// People before `before`, the newest first.
pub(super) async fn list(
    db: &Db,
    workspace: WorkspaceId,
    before: Option<SimulatedPersonId>,
    limit: i64,
) -> db::Result<Vec<PersonRow>> {
    sql("SELECT id, person, created_at FROM simulated_people
         WHERE workspace_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3")
    .bind(workspace)
    .bind(before.unwrap_or(SimulatedPersonId(i64::MAX)))
    .bind(limit)
    .all(db)
    .await
}

pub(super) async fn find(
    db: &Db,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
) -> db::Result<Option<PersonRow>> {
    sql("SELECT id, person, created_at FROM simulated_people
         WHERE workspace_id = $1 AND id = $2")
    .bind(workspace)
    .bind(id)
    .maybe(db)
    .await
}

pub(super) async fn insert(
    db: &Db,
    workspace: WorkspaceId,
    person: &NewPerson,
    now: Timestamp,
) -> db::Result<SimulatedPersonId> {
    let (id,) = sql(
        "INSERT INTO simulated_people (workspace_id, person, created_at)
         VALUES ($1, $2, $3) RETURNING id",
    )
    .bind(workspace)
    .bind(serde_json::json!(person))
    .bind(now)
    .one(db)
    .await?;
    Ok(id)
}

pub(super) async fn update(
    db: &Db,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
    person: &NewPerson,
) -> db::Result<()> {
    sql("UPDATE simulated_people SET person = $3 WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .bind(serde_json::json!(person))
        .run(db)
        .await?;
    Ok(())
}

pub(super) async fn delete(
    db: &Db,
    workspace: WorkspaceId,
    id: SimulatedPersonId,
) -> db::Result<()> {
    sql("DELETE FROM simulated_people WHERE workspace_id = $1 AND id = $2")
        .bind(workspace)
        .bind(id)
        .run(db)
        .await?;
    Ok(())
}

/// When each contact of an account last wrote, by user id and WhatsApp's form of the number.
pub(super) async fn last_words(
    db: &Db,
    workspace: WorkspaceId,
    account: AccountId,
) -> db::Result<Vec<(Option<String>, Option<String>, Timestamp)>> {
    sql("SELECT bsuid, wa_id, last_inbound_at FROM contacts
         WHERE workspace_id = $1 AND account_id = $2 AND last_inbound_at IS NOT NULL")
    .bind(workspace)
    .bind(account)
    .all(db)
    .await
}
