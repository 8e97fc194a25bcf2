-- WhatsApp simulated by the server itself: accounts that speak to it, its people, and the clock of tests.

ALTER TABLE accounts ADD COLUMN simulated BOOLEAN NOT NULL DEFAULT FALSE;
CREATE INDEX accounts_simulated ON accounts (id) WHERE simulated;

CREATE TABLE simulated_people (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    person JSONB NOT NULL,              -- whatsapp_sim::NewPerson, as they are to be made again
    created_at BIGINT NOT NULL
){table};
CREATE INDEX simulated_people_by_workspace ON simulated_people (workspace_id, id);

-- One row once the clock was moved: all nodes live at the same time, also after a restart.
CREATE TABLE test_clock (
    id BIGINT PRIMARY KEY,              -- always 1
    ahead BIGINT NOT NULL               -- microseconds before the system's clock
){table};
