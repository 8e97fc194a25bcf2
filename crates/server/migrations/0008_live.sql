-- What transactions changed, for those who watch: see src/db/changes.rs. Only ids, and only the latest rows
-- are kept. Within a workspace rows become visible in the order of their ids.

CREATE TABLE live_changes (
    id {id},
    workspace_id BIGINT NOT NULL,
    changes JSONB NOT NULL              -- {"message.created":[17,18],"conversation.updated":[5]}
){table};
CREATE INDEX live_changes_by_workspace ON live_changes (workspace_id, id);
