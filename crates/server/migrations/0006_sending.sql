-- Sending: what waits to go out, how fast a number may send, and requests that are safe to repeat.
-- Messages of ours that are yet to be sent have the status `scheduled` or `queued`.

-- One row for each message on its way to Meta; gone once Meta has answered for it.
CREATE TABLE outbox (
    message_id BIGINT PRIMARY KEY REFERENCES messages (id) ON DELETE CASCADE,
    workspace_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    contact_id BIGINT NOT NULL,
    template_id BIGINT,
    state TEXT NOT NULL,                -- files, waiting, sending, unknown
    due_at BIGINT NOT NULL,             -- its place among the contact's messages
    run_at BIGINT NOT NULL,             -- waiting: the next try; sending, unknown: until when it is waited for
    attempts BIGINT NOT NULL DEFAULT 0
){table};
CREATE INDEX outbox_by_account ON outbox (account_id, state, run_at, message_id);
CREATE INDEX outbox_by_contact ON outbox (contact_id, account_id, due_at, message_id);
CREATE INDEX outbox_by_state ON outbox (state, run_at, message_id);

-- How fast a number may send, and whether it may at all; locked by whoever takes its messages.
CREATE TABLE account_pace (
    account_id BIGINT PRIMARY KEY REFERENCES accounts (id) ON DELETE CASCADE,
    workspace_id BIGINT NOT NULL,
    per_second BIGINT NOT NULL DEFAULT 80, -- messages, as Meta allows the number
    next_at BIGINT NOT NULL DEFAULT 0,  -- up to this moment its messages are given out
    paused_at BIGINT,
    paused_because JSONB                -- Meta's refusal of the token: {"code", "message"}
){table};

-- Requests with an Idempotency-Key, and the message each made.
CREATE TABLE idempotency_keys (
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    key_hash UUID NOT NULL,
    request_hash UUID NOT NULL,
    message_id BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, key_hash)
){clustered};
CREATE INDEX idempotency_keys_by_time ON idempotency_keys (created_at);
