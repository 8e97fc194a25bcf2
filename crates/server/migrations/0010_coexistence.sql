-- Numbers that are on a phone as well, groups, calls, the free entry point, and what messages cost.

-- What was said before the number was connected; resolved from the beginning, one per contact and account.
ALTER TABLE conversations ADD COLUMN is_history BOOLEAN NOT NULL DEFAULT FALSE;
CREATE UNIQUE INDEX conversations_history ON conversations (contact_id, account_id) WHERE is_history;
-- Open windows. The last columns let SQLite sort without a look at the rows.
CREATE INDEX conversations_by_inbound ON conversations (workspace_id, last_inbound_at, last_message_at, id, status, customer_id) WHERE last_inbound_at IS NOT NULL;

ALTER TABLE messages ADD COLUMN origin TEXT;            -- phone, other_app, standby, history; NULL: through us
ALTER TABLE messages ADD COLUMN cost_country TEXT;      -- where message_costs counts it; NULL while it does not

ALTER TABLE contacts ADD COLUMN book_name TEXT;         -- in the address book of the business's phone
ALTER TABLE contacts ADD COLUMN book_at BIGINT;         -- when it was entered there

-- The latest inbound message of history, which is in last_inbound_at too but opened no window.
ALTER TABLE customer_stats ADD COLUMN past_inbound_at BIGINT;

-- When a contact wrote from an ad, and the days in which messages to them are free for it.
CREATE TABLE free_entry_points (
    contact_id BIGINT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL,
    workspace_id BIGINT NOT NULL,
    referral_at BIGINT,                 -- the latest message from an ad; NULL: Meta told of it without one
    began_at BIGINT,                    -- our first answer within a day
    expires_at BIGINT,
    told BOOLEAN NOT NULL DEFAULT FALSE, -- whether Meta itself told the end
    PRIMARY KEY (contact_id, account_id)
){clustered};

-- Messages by what Meta said they cost, counted in the transaction that learns it.
CREATE TABLE message_costs (
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    day BIGINT NOT NULL,                -- of the messages, days since 1970 UTC
    account_id BIGINT NOT NULL,
    category TEXT NOT NULL,             -- Meta's word, or unknown
    type TEXT NOT NULL,                 -- Meta's word, conversation, or unknown
    country TEXT NOT NULL,              -- the recipient's, ISO 3166-1 alpha-2, or unknown
    messages BIGINT NOT NULL,
    billable BIGINT NOT NULL,           -- of these; of older webhooks, conversations
    PRIMARY KEY (workspace_id, day, account_id, category, type, country)
){clustered};

-- Conversations that older webhooks charge as a whole, each once.
CREATE TABLE charged_conversations (
    account_id BIGINT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
    conversation_key UUID NOT NULL,     -- of Meta's id of it
    workspace_id BIGINT NOT NULL,
    PRIMARY KEY (account_id, conversation_key)
){clustered};

-- Groups, apart from people: what is said in one is nobody's conversation.
CREATE TABLE chat_groups (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    account_id BIGINT NOT NULL,
    group_id TEXT NOT NULL,             -- Meta's id
    group_key UUID NOT NULL,
    subject TEXT,
    subject_at BIGINT,
    last_message_at BIGINT NOT NULL,
    messages_count BIGINT NOT NULL DEFAULT 0,
    created_at BIGINT NOT NULL,
    UNIQUE (account_id, group_key)
){table};
CREATE INDEX chat_groups_by_last_message ON chat_groups (workspace_id, last_message_at, id);

CREATE TABLE group_messages (
    id {id},
    workspace_id BIGINT NOT NULL,
    chat_group_id BIGINT NOT NULL REFERENCES chat_groups (id) ON DELETE CASCADE,
    message_key UUID NOT NULL,          -- of the wamid, or of all that an update says
    is_update BOOLEAN NOT NULL,         -- about the group, said by nobody
    type TEXT NOT NULL,
    wamid TEXT,
    sender_number TEXT,                 -- as an alias: +digits
    sender_user_id TEXT,
    sender_name TEXT,                   -- as they call themselves
    at BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    text TEXT,
    reply_to TEXT,
    payload JSONB NOT NULL,
    UNIQUE (chat_group_id, message_key)
){table};
CREATE INDEX group_messages_by_time ON group_messages (chat_group_id, at, id);
CREATE INDEX group_messages_by_number ON group_messages (workspace_id, sender_number) WHERE sender_number IS NOT NULL;
CREATE INDEX group_messages_by_user ON group_messages (workspace_id, sender_user_id) WHERE sender_user_id IS NOT NULL;
