//! What a person does about jobs: has dead ones tried again, and deletes those nobody needs.

use serde_json::json;

use super::store::{self, JobState};
use crate::access::Actor;
use crate::app::App;
use crate::http::{ApiResult, Problem};
use crate::kernel::ids::{JobId, WorkspaceId};
use crate::timeline;

/// Jobs that are put back in one transaction: a moment's work, so that nobody waits for it.
const CHUNK: i64 = 500;

/// Has a dead job tried again, as often as a new one; its new id, or `None` when the same is to be done
/// already.
///
/// # Errors
///
/// 404 when there is no such job; 409 `job.not_dead` when it is tried by itself.
pub async fn retry(
    app: &App,
    workspace: WorkspaceId,
    id: JobId,
    actor: Actor,
) -> ApiResult<Option<JobId>> {
    let now = app.clock.now();
    let mut tx = app.db.begin().await?;
    let (kind, state) = store::find(&mut tx, workspace, id)
        .await?
        .ok_or_else(|| Problem::not_found("job"))?;
    let dead = store::lock_dead(&mut tx, workspace, (Some(id), None), 1).await?;
    if dead.is_empty() || state == JobState::Ready {
        let title = format!("Job {id} is not dead: it is tried by itself.");
        return Err(Problem::conflict("job.not_dead", title));
    }
    let revived = store::revive(&mut tx, workspace, dead, now).await?;
    let new = revived.first().copied();
    let data = json!({"job_id": id, "new_job_id": new, "kind": kind});
    timeline::note(&mut tx, workspace, "job.retried", actor, data, now).await?;
    tx.commit().await?;
    Ok(new)
}

/// Has all dead jobs of a kind, or of every kind, tried again; how many.
pub async fn retry_all(
    app: &App,
    workspace: WorkspaceId,
    kind: Option<String>,
    actor: Actor,
) -> ApiResult<usize> {
    let now = app.clock.now();
    let mut retried = 0;
    loop {
        let mut tx = app.db.begin().await?;
        let dead = store::lock_dead(&mut tx, workspace, (None, kind.clone()), CHUNK).await?;
        if dead.is_empty() {
            return Ok(retried);
        }
        let count = dead.len();
        store::revive(&mut tx, workspace, dead, now).await?;
        let data = json!({"kind": kind, "count": count});
        timeline::note(&mut tx, workspace, "jobs.retried", actor, data, now).await?;
        tx.commit().await?;
        retried += count;
    }
}

/// Deletes a job, also one that is under way: whoever does it stops when they renew their lease.
///
/// # Errors
///
/// 404 when there is no such job.
pub(super) async fn delete(
    app: &App,
    workspace: WorkspaceId,
    id: JobId,
    actor: Actor,
) -> ApiResult<()> {
    let mut tx = app.db.begin().await?;
    let deleted = store::delete(&mut tx, workspace, id).await?;
    let (kind,) = deleted.ok_or_else(|| Problem::not_found("job"))?;
    let data = json!({"job_id": id, "kind": kind});
    let now = app.clock.now();
    timeline::note(&mut tx, workspace, "job.deleted", actor, data, now).await?;
    tx.commit().await?;
    Ok(())
}
