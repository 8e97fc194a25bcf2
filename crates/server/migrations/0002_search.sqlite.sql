-- Search by any part of name, phone or email: the folded text, and its trigrams.
CREATE TABLE customer_search (
    customer_id INTEGER PRIMARY KEY REFERENCES customers (id) ON DELETE CASCADE,
    workspace_id INTEGER NOT NULL,
    text TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE customer_trigrams USING fts5 (
    text, content = '', contentless_delete = 1, detail = full,
    tokenize = 'trigram case_sensitive 1'
);
-- Which trigrams there are: needles of one and two characters are looked up as the start of one.
CREATE VIRTUAL TABLE customer_trigram_terms USING fts5vocab(customer_trigrams, 'instance');
