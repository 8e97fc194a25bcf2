-- Jobs: a lease is `run_at` moved to its end, and what runs now and then is there once.
DROP INDEX jobs_ready;
DROP INDEX jobs_by_order;
ALTER TABLE jobs DROP COLUMN lease_until;
ALTER TABLE jobs ADD COLUMN once_key TEXT; -- one ready job of its kind with this key
CREATE INDEX jobs_due ON jobs (run_at, id) WHERE state = 'ready';
CREATE INDEX jobs_by_order ON jobs (order_key, state, id) WHERE order_key IS NOT NULL;
CREATE INDEX jobs_by_workspace ON jobs (workspace_id, state, id);
CREATE UNIQUE INDEX jobs_once ON jobs (workspace_id, kind, once_key) WHERE once_key IS NOT NULL AND state = 'ready';
