-- Search by any part of name, phone or email: the folded text, and its trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE TABLE customer_search (
    customer_id BIGINT PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
    workspace_id BIGINT NOT NULL,
    text TEXT NOT NULL
);
-- The planner chooses between the trigrams and a scan by how common a sample says the needle is.
ALTER TABLE customer_search ALTER COLUMN text SET STATISTICS 1000;
CREATE INDEX customer_search_trigrams ON customer_search USING gin (text gin_trgm_ops);
-- Needles of one and two characters have no trigram.
CREATE FUNCTION customer_grams(folded TEXT) RETURNS TEXT[]
    LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
$$ SELECT string_to_array(folded, NULL) || array_agg(substr(folded, at, 2))
   FROM generate_series(1, length(folded)) at $$;
CREATE INDEX customer_search_grams ON customer_search USING gin (customer_grams(text));
