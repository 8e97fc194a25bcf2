-- Templates: messages that Meta approved beforehand, as it last told of them.
-- They are kept when Meta no longer has them, for the messages that were made of them.

CREATE TABLE templates (
    id {id},
    workspace_id BIGINT NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
    waba_id TEXT NOT NULL,              -- Meta's id of the business account that has it
    meta_id TEXT,                       -- Meta's id of this translation; a name can come back with another
    name {ctext} NOT NULL,
    language {ctext} NOT NULL,          -- Meta's code: ar, en_US, …
    status TEXT NOT NULL,               -- Meta's word: APPROVED, PENDING, …, DELETED
    category TEXT NOT NULL,             -- MARKETING, UTILITY, AUTHENTICATION
    previous_category TEXT,
    upcoming_category TEXT,             -- what Meta announced to make of it
    quality TEXT,                       -- GREEN, YELLOW, RED, UNKNOWN
    parameter_format TEXT NOT NULL,     -- POSITIONAL, NAMED
    components JSONB NOT NULL,          -- as Meta lists them
    body TEXT,                          -- of the components; NULL where Meta writes the words itself
    param_count BIGINT NOT NULL,        -- variables of the body
    rejected_reason TEXT,               -- Meta's word, while it is rejected
    status_detail TEXT,                 -- Meta's words about the status, while it lasts
    message_send_ttl_seconds BIGINT,
    search_text TEXT NOT NULL,          -- name and body, folded
    status_at BIGINT NOT NULL,          -- when Meta said so, by subject: what is older says nothing
    category_at BIGINT NOT NULL,
    quality_at BIGINT NOT NULL,
    components_at BIGINT NOT NULL,
    created_at BIGINT NOT NULL,         -- when we first knew of it
    updated_at BIGINT NOT NULL,
    UNIQUE (workspace_id, waba_id, name, language)
){table};
CREATE INDEX templates_by_name ON templates (workspace_id, name, language, id);

-- News that came before what it is about.
CREATE INDEX account_updates_waiting ON account_updates (workspace_id, waba_id, at, id) WHERE applied_at IS NULL;
