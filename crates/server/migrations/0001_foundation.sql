-- Workspaces, the team, accounts, customers, conversations, and the doors to them.
-- Times are microseconds since 1970 UTC. Every row names its workspace; see ARCHITECTURE.md.

CREATE TABLE workspaces (
    id {id},
    uuid UUID NOT NULL UNIQUE,
    name TEXT NOT NULL,
    time_zone TEXT NOT NULL,            -- IANA name, for relative dates
    default_region TEXT NOT NULL,       -- ISO 3166-1 alpha-2, for numbers without a country code
    created_at BIGINT NOT NULL
){table};

-- Totals that lists show, kept in the transaction that changes them.
CREATE TABLE counters (
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name TEXT NOT NULL,                 -- customers, contacts_whatsapp, …
    value BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, name)
){clustered};

CREATE TABLE members (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    uuid UUID NOT NULL UNIQUE,
    name TEXT NOT NULL,
    email TEXT NOT NULL,
    email_key TEXT NOT NULL UNIQUE,     -- lower case; one person signs in to one workspace
    role TEXT NOT NULL,                 -- owner, admin, manager, agent
    password_hash TEXT,                 -- argon2id; NULL cannot sign in
    active BOOLEAN NOT NULL DEFAULT TRUE,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    removed_at BIGINT                   -- left the team; the name stays on what they did
){table};
CREATE INDEX members_by_workspace ON members (workspace_id, id);

-- Links with which a member sets a password; one open at a time.
CREATE TABLE invitations (
    member_id BIGINT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    token_hash BYTEA NOT NULL UNIQUE,   -- SHA-256 of the link's token
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
){table};

CREATE TABLE sessions (
    token_hash BYTEA PRIMARY KEY,       -- SHA-256 of the cookie's value
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    member_id BIGINT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
    user_agent TEXT,
    created_at BIGINT NOT NULL,
    last_used_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL
){table};
CREATE INDEX sessions_by_member ON sessions (member_id);

CREATE TABLE api_keys (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    hint TEXT NOT NULL,                 -- the first characters, to tell keys apart
    key_hash BYTEA NOT NULL UNIQUE,     -- SHA-256 of the key
    scopes JSONB NOT NULL,              -- permissions by name
    created_by BIGINT,                  -- member; NULL from the command line
    created_at BIGINT NOT NULL,
    last_used_at BIGINT,
    revoked_at BIGINT
){table};
CREATE INDEX api_keys_by_workspace ON api_keys (workspace_id, id);

-- A Meta app: one app secret, one verify token, one callback path (its uuid).
CREATE TABLE apps (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    uuid UUID NOT NULL UNIQUE,
    app_secret BYTEA NOT NULL,          -- encrypted
    verify_token BYTEA NOT NULL,        -- encrypted
    created_at BIGINT NOT NULL
){table};
CREATE INDEX apps_by_workspace ON apps (workspace_id, id);

CREATE TABLE accounts (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    uuid UUID NOT NULL UNIQUE,
    channel TEXT NOT NULL,              -- whatsapp
    name TEXT NOT NULL,
    app_id BIGINT NOT NULL REFERENCES apps (id) ON DELETE CASCADE,
    phone_number_id TEXT NOT NULL,
    waba_id TEXT NOT NULL,
    access_token BYTEA NOT NULL,        -- encrypted
    graph_url TEXT NOT NULL,
    display_phone TEXT,                 -- as Meta last wrote it; never a key
    verified_name TEXT,
    default_region TEXT,                -- of the number; the workspace's when NULL
    quality TEXT,                       -- GREEN, YELLOW, RED, UNKNOWN
    messaging_limit TEXT,               -- TIER_250 …
    health JSONB NOT NULL,              -- what Meta last said, by subject
    health_at BIGINT,
    removed_at BIGINT,                  -- no longer ours, kept for the conversations it had
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace_id, phone_number_id)
){table};
CREATE INDEX accounts_by_app ON accounts (app_id);

-- What Meta said about templates, numbers and business accounts, kept until something can use it.
CREATE TABLE account_updates (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    app_id BIGINT NOT NULL,
    account_id BIGINT,                  -- the number it names, if it names one of ours
    waba_id TEXT,
    kind TEXT NOT NULL,                 -- the webhook's field
    data JSONB NOT NULL,
    change_key UUID NOT NULL,           -- of all it says, as Meta repeats itself
    at BIGINT NOT NULL,                 -- Meta's own time of it, else received_at
    received_at BIGINT NOT NULL,
    applied_at BIGINT                   -- NULL while it waits, or names nobody of ours
){table};
CREATE UNIQUE INDEX account_updates_once ON account_updates (workspace_id, change_key);
CREATE INDEX account_updates_by_kind ON account_updates (workspace_id, kind, id);

CREATE TABLE customers (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    uuid UUID NOT NULL UNIQUE,
    name TEXT,
    name_by_person BOOLEAN NOT NULL DEFAULT FALSE, -- else the name follows the WhatsApp profile
    name_key {ctext},                   -- folded, for sorting and comparing; NULL without a name
    email TEXT,
    email_key {ctext},
    phone TEXT,                         -- E.164, of the oldest contact that has one
    city TEXT,
    city_key {ctext},
    country TEXT,                       -- ISO 3166-1 alpha-2
    language TEXT,                      -- BCP 47
    attributes JSONB NOT NULL,          -- the truth; attribute_values is its index
    stage TEXT NOT NULL DEFAULT 'prospect',
    stage_pinned BOOLEAN NOT NULL DEFAULT FALSE,
    blocked BOOLEAN NOT NULL DEFAULT FALSE,
    opted_out BOOLEAN NOT NULL DEFAULT FALSE, -- derived from consents
    owner_id BIGINT,                    -- member
    source TEXT NOT NULL,               -- inbound, api, import, member, demo
    duplicate_flag BOOLEAN NOT NULL DEFAULT FALSE, -- an undecided possible duplicate
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
){table};
CREATE INDEX customers_by_workspace ON customers (workspace_id, id);
CREATE INDEX customers_by_created ON customers (workspace_id, created_at, id);
CREATE INDEX customers_by_name ON customers (workspace_id, name_key, id);
CREATE INDEX customers_by_email ON customers (workspace_id, email_key, id) WHERE email_key IS NOT NULL;
CREATE INDEX customers_by_city ON customers (workspace_id, city_key, id) WHERE city_key IS NOT NULL;
CREATE INDEX customers_by_country ON customers (workspace_id, country, id);
CREATE INDEX customers_by_stage ON customers (workspace_id, stage, id);
CREATE INDEX customers_by_owner ON customers (workspace_id, owner_id, id) WHERE owner_id IS NOT NULL;
CREATE INDEX customers_blocked ON customers (workspace_id, id) WHERE blocked;
CREATE INDEX customers_opted_out ON customers (workspace_id, id) WHERE opted_out;
CREATE INDEX customers_duplicates ON customers (workspace_id, id) WHERE duplicate_flag;

-- What changes with every message, apart from the profile and its many indexes.
CREATE TABLE customer_stats (
    customer_id BIGINT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
    workspace_id BIGINT NOT NULL,
    conversations_count BIGINT NOT NULL DEFAULT 0,
    inbound_count BIGINT NOT NULL DEFAULT 0,
    outbound_count BIGINT NOT NULL DEFAULT 0,
    first_inbound_at BIGINT,
    last_inbound_at BIGINT,
    first_outbound_at BIGINT,
    last_outbound_at BIGINT,
    first_message_at BIGINT,
    last_message_at BIGINT,
    orders_count BIGINT NOT NULL DEFAULT 0,
    spent BIGINT NOT NULL DEFAULT 0,    -- minor units of the workspace's currency
    csat_sum BIGINT NOT NULL DEFAULT 0,
    csat_count BIGINT NOT NULL DEFAULT 0
){table};
CREATE INDEX customer_stats_by_last_message ON customer_stats (workspace_id, last_message_at, customer_id);
CREATE INDEX customer_stats_by_orders ON customer_stats (workspace_id, orders_count, customer_id) WHERE orders_count > 0;
CREATE INDEX customer_stats_by_spent ON customer_stats (workspace_id, spent, customer_id) WHERE spent > 0;

CREATE TABLE contacts (
    id {id},
    workspace_id BIGINT NOT NULL,
    uuid UUID NOT NULL UNIQUE,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    channel TEXT NOT NULL,
    phone TEXT,                         -- E.164; NULL for people known by their user id only
    wa_id TEXT,                         -- digits as WhatsApp writes them; may differ from phone
    bsuid TEXT,                         -- business-scoped user id, the latest
    parent_bsuid TEXT,
    username TEXT,                      -- for display; people change and release them
    username_key {ctext},               -- folded, for filters
    profile_name TEXT,                  -- as the person calls themselves
    profile_name_key {ctext},
    number_at BIGINT,                   -- when WhatsApp last said that this is the number
    profile_at BIGINT,                  -- when it last said that these are the names
    changes_wait BOOLEAN NOT NULL DEFAULT FALSE, -- edits or revokes came before their message
    account_id BIGINT,                  -- of the latest message, or given at creation
    activity_at BIGINT NOT NULL,        -- the latest message either way, else the creation
    last_inbound_at BIGINT,
    last_message_at BIGINT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
){table};
CREATE INDEX contacts_by_customer ON contacts (customer_id, id);
CREATE INDEX contacts_by_activity ON contacts (workspace_id, channel, activity_at, id);
CREATE INDEX contacts_by_account ON contacts (workspace_id, account_id, activity_at, id);

-- Every id a contact was ever known by: numbers as +digits, user ids as they are.
CREATE TABLE contact_aliases (
    workspace_id BIGINT NOT NULL,
    channel TEXT NOT NULL,
    value TEXT NOT NULL,
    contact_id BIGINT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    PRIMARY KEY (workspace_id, channel, value)
){clustered};
CREATE INDEX contact_aliases_by_contact ON contact_aliases (contact_id);

CREATE TABLE possible_duplicates (
    id {id},
    workspace_id BIGINT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    other_customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE, -- the larger id
    reason TEXT NOT NULL,
    data JSONB NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    UNIQUE (workspace_id, customer_id, other_customer_id)
){table};
CREATE INDEX possible_duplicates_by_customer ON possible_duplicates (customer_id);
CREATE INDEX possible_duplicates_by_other ON possible_duplicates (other_customer_id);

CREATE TABLE attributes (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    key TEXT NOT NULL,
    label TEXT NOT NULL,
    type TEXT NOT NULL,                 -- text, number, boolean, date, time, datetime, json
    description TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace_id, key)
){table};

-- The defined attributes of customers.attributes again, typed and indexed.
CREATE TABLE attribute_values (
    workspace_id BIGINT NOT NULL,
    attribute_id BIGINT NOT NULL REFERENCES attributes (id) ON DELETE CASCADE,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    text_value {ctext},                 -- folded text; NULL for the other types
    number_value DOUBLE PRECISION,      -- number; boolean 0 or 1; date in days, time in microseconds
    instant_value BIGINT,               -- date-time, microseconds
    PRIMARY KEY (customer_id, attribute_id)
){clustered};
CREATE INDEX attribute_values_by_text ON attribute_values (workspace_id, attribute_id, substr(text_value, 1, 200), customer_id) WHERE text_value IS NOT NULL;
CREATE INDEX attribute_values_by_number ON attribute_values (workspace_id, attribute_id, number_value, customer_id) WHERE number_value IS NOT NULL;
CREATE INDEX attribute_values_by_instant ON attribute_values (workspace_id, attribute_id, instant_value, customer_id) WHERE instant_value IS NOT NULL;

CREATE TABLE tags (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    name_key TEXT NOT NULL,             -- folded
    hue BIGINT,                         -- 0–359; NULL is neutral
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace_id, name_key)
){table};

CREATE TABLE customer_tags (
    workspace_id BIGINT NOT NULL,
    tag_id BIGINT NOT NULL REFERENCES tags (id) ON DELETE CASCADE,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    PRIMARY KEY (customer_id, tag_id)
){clustered};
CREATE INDEX customer_tags_by_tag ON customer_tags (workspace_id, tag_id, customer_id);

CREATE TABLE notes (
    id {id},
    workspace_id BIGINT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    author_id BIGINT,                   -- member; NULL when a key wrote it
    body TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL
){table};
CREATE INDEX notes_by_customer ON notes (customer_id, id);

-- Who allowed or refused what. Append-only; the newest per contact and purpose is in force.
CREATE TABLE consents (
    id {id},
    workspace_id BIGINT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    contact_id BIGINT,                  -- NULL: all of the customer's contacts
    purpose TEXT NOT NULL,              -- marketing
    granted BOOLEAN NOT NULL,
    source TEXT NOT NULL,               -- member, api, whatsapp, import, command
    evidence TEXT,                      -- the words, where there were any
    actor_kind TEXT NOT NULL,
    actor_id BIGINT,
    at BIGINT NOT NULL,                 -- when the person decided
    recorded_at BIGINT NOT NULL
){table};
CREATE INDEX consents_by_customer ON consents (customer_id, purpose, at, id);

-- Addresses that opted out and were deleted, as keyed hashes, so that a re-import stays opted out.
CREATE TABLE suppressions (
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    address_hash BYTEA NOT NULL,
    purpose TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (workspace_id, address_hash, purpose)
){clustered};

-- The timeline of a customer and the audit log: who changed what, from what to what, and why.
CREATE TABLE events (
    id {id},
    workspace_id BIGINT NOT NULL,
    customer_id BIGINT REFERENCES customers (id) ON DELETE CASCADE, -- NULL: about the workspace
    kind TEXT NOT NULL,                 -- customer.created, customer.name_changed, tag.renamed, …
    actor_kind TEXT NOT NULL,           -- member, key, command, customer, system
    actor_id BIGINT,                    -- of the member or key
    data JSONB NOT NULL,                -- {"old":…,"new":…} and what else explains it
    at BIGINT NOT NULL
){table};
CREATE INDEX events_by_customer ON events (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX events_audit ON events (workspace_id, id) WHERE actor_kind IN ('member', 'key', 'command');

CREATE TABLE conversations (
    id {id},
    workspace_id BIGINT NOT NULL,
    uuid UUID NOT NULL UNIQUE,
    contact_id BIGINT NOT NULL REFERENCES contacts (id) ON DELETE CASCADE,
    customer_id BIGINT NOT NULL,        -- the contact's
    account_id BIGINT NOT NULL,
    status TEXT NOT NULL DEFAULT 'open', -- open, pending, snoozed, resolved
    assignee_id BIGINT,                 -- member
    flow_id BIGINT,
    step_id BIGINT,
    session_data JSONB NOT NULL,
    category TEXT,                      -- of the latest outbound message
    started_at BIGINT NOT NULL,
    last_message_at BIGINT NOT NULL,
    last_inbound_at BIGINT,
    last_outbound_at BIGINT,
    last_message_id BIGINT,
    messages_count BIGINT NOT NULL DEFAULT 0,
    unread_count BIGINT NOT NULL DEFAULT 0,
    resolved_at BIGINT
){table};
CREATE INDEX conversations_by_contact ON conversations (contact_id, account_id, id);
CREATE INDEX conversations_by_customer ON conversations (customer_id, id);
CREATE INDEX conversations_by_status ON conversations (workspace_id, status, last_message_at, id);
CREATE INDEX conversations_by_account ON conversations (workspace_id, account_id, status, last_message_at, id);
CREATE INDEX conversations_by_assignee ON conversations (workspace_id, assignee_id, last_message_at, id) WHERE assignee_id IS NOT NULL;

-- What customers answered in flows and forms, each kept the moment it is given.
CREATE TABLE customer_responses (
    id {id},
    workspace_id BIGINT NOT NULL,
    customer_id BIGINT NOT NULL REFERENCES customers (id) ON DELETE CASCADE,
    conversation_id BIGINT REFERENCES conversations (id) ON DELETE CASCADE,
    question_key TEXT NOT NULL,
    question_text TEXT NOT NULL,
    response_value TEXT NOT NULL,
    response_type TEXT NOT NULL,        -- text, button, list, approval, reply
    response_metadata JSONB NOT NULL,
    created_at BIGINT NOT NULL
){table};
CREATE INDEX customer_responses_by_customer ON customer_responses (customer_id, id);
CREATE INDEX customer_responses_by_conversation ON customer_responses (conversation_id) WHERE conversation_id IS NOT NULL;

CREATE TABLE messages (
    id {id},
    workspace_id BIGINT NOT NULL,
    conversation_id BIGINT NOT NULL REFERENCES conversations (id) ON DELETE CASCADE,
    contact_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    direction TEXT NOT NULL,            -- in, out
    type TEXT NOT NULL,
    wamid TEXT,
    wamid_key UUID,                     -- the first half of SHA-256 of the wamid
    at BIGINT NOT NULL,                 -- WhatsApp's own time of it
    received_at BIGINT NOT NULL,
    text TEXT,                          -- what a person reads of it
    payload JSONB NOT NULL,             -- all the rest, by type
    target_key UUID,                    -- of reactions, edits, revokes: wamid_key of what they are about
    reply_to TEXT,                      -- wamid of the quoted message
    status TEXT,                        -- of outbound ones: queued, sent, delivered, read, played, failed
    status_at BIGINT,
    category TEXT,                      -- SERVICE, MARKETING, UTILITY, AUTHENTICATION
    pricing JSONB,
    errors JSONB,
    author_id BIGINT,                   -- member who wrote an outbound one
    edited_at BIGINT,
    revoked_at BIGINT
){table};
CREATE UNIQUE INDEX messages_by_wamid ON messages (account_id, wamid_key);
CREATE INDEX messages_by_target ON messages (account_id, target_key) WHERE target_key IS NOT NULL;
CREATE INDEX messages_by_conversation ON messages (conversation_id, at, id);

-- Every status ever received; those whose message is not known yet wait here for it.
CREATE TABLE message_statuses (
    id {id},
    workspace_id BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    wamid_key UUID NOT NULL,
    wamid TEXT NOT NULL,
    status TEXT NOT NULL,
    recipient TEXT NOT NULL,            -- group participant, else ''
    at BIGINT NOT NULL,
    data JSONB NOT NULL,
    received_at BIGINT NOT NULL,
    message_id BIGINT                   -- NULL while it waits
){table};
CREATE UNIQUE INDEX message_statuses_once ON message_statuses (account_id, wamid_key, status, recipient, at);

-- Webhook bodies as they came, kept for a time once they are done; the others can be replayed.
CREATE TABLE webhook_events (
    id {id},
    workspace_id BIGINT NOT NULL,
    app_id BIGINT NOT NULL,
    received_at BIGINT NOT NULL,
    state TEXT NOT NULL,                -- done, failed, unrouted, kept
    problem TEXT,
    attempts BIGINT NOT NULL DEFAULT 1,
    body BYTEA NOT NULL
){table};
CREATE INDEX webhook_events_open ON webhook_events (workspace_id, id) WHERE state <> 'done';
CREATE INDEX webhook_events_by_time ON webhook_events (received_at) WHERE state = 'done';

-- Work that must happen because of a change, written with the change.
CREATE TABLE jobs (
    id {id},
    workspace_id BIGINT NOT NULL,
    kind TEXT NOT NULL,
    payload JSONB NOT NULL,
    order_key TEXT,                     -- jobs with the same key run one after the other
    state TEXT NOT NULL DEFAULT 'ready', -- ready, dead
    run_at BIGINT NOT NULL,
    attempts BIGINT NOT NULL DEFAULT 0,
    lease_until BIGINT,
    problem TEXT,
    created_at BIGINT NOT NULL
){table};
CREATE INDEX jobs_ready ON jobs (state, run_at, id);
CREATE INDEX jobs_by_order ON jobs (order_key, id) WHERE order_key IS NOT NULL;
