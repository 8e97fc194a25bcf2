-- Jobs: a lease is `run_at` moved to its end, and what runs now and then is there once.
DROP INDEX jobs_ready;
DROP INDEX jobs_by_order;
ALTER TABLE jobs DROP COLUMN lease_until;
ALTER TABLE jobs ADD COLUMN once_key TEXT; -- one ready job of its kind with this key
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE state = 'ready';
CREATE INDEX jobs_by_order ON jobs (order_key, state, id) WHERE order_key IS NOT NULL;
CREATE INDEX jobs_by_workspace ON jobs (workspace_id, state, id);
CREATE UNIQUE INDEX jobs_once ON jobs (workspace_id, kind, once_key) WHERE once_key IS NOT NULL AND state = 'ready';

-- Files of messages: what customers sent, and what is to be sent to them. The bytes are in the store
-- of files, once per workspace and content.
CREATE TABLE media (
    id {id},
    workspace_id BIGINT NOT NULL,
    uuid UUID NOT NULL UNIQUE,
    state TEXT NOT NULL,                -- ready, failed, expired
    problem TEXT,                       -- why there is no file
    sha256 BYTEA,                       -- of the file, and where it is; NULL without one
    bytes BIGINT,
    mime_type TEXT NOT NULL,
    filename TEXT,                      -- made safe to show and to save under
    width BIGINT,                       -- of pictures, upright, in pixels
    height BIGINT,
    created_at BIGINT NOT NULL
){table};
CREATE INDEX media_by_content ON media (workspace_id, sha256) WHERE sha256 IS NOT NULL;

-- Which messages have which files; a carousel has several.
CREATE TABLE message_media (
    workspace_id BIGINT NOT NULL,
    message_id BIGINT NOT NULL REFERENCES messages (id) ON DELETE CASCADE,
    media_id BIGINT NOT NULL REFERENCES media (id),
    PRIMARY KEY (message_id, media_id)
){clustered};
CREATE INDEX message_media_by_media ON message_media (media_id);

-- What Meta calls a file that it was given for a number, as long as it knows it.
CREATE TABLE media_uploads (
    workspace_id BIGINT NOT NULL,
    media_id BIGINT NOT NULL REFERENCES media (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL,
    whatsapp_id TEXT NOT NULL,
    expires_at BIGINT NOT NULL,
    PRIMARY KEY (media_id, account_id)
){clustered};
