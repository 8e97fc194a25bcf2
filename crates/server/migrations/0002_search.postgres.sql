-- Search by any part of name, phone or email: the folded text, and its trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE customer_search (
    customer_id BIGINT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
    workspace_id BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX customer_search_trigrams ON customer_search USING gin (text gin_trgm_ops);
