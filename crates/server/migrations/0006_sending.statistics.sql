-- What SQLite's planner believes about the indexes of migration 6; see migration 3.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('idempotency_keys', 'idempotency_keys', '100000 50000 1'),
    ('idempotency_keys', 'idempotency_keys_by_time', '100000 1'),
    ('outbox', 'outbox_by_account', '100000 25000 12000 2 1'),
    ('outbox', 'outbox_by_contact', '100000 2 2 1 1'),
    ('outbox', 'outbox_by_state', '100000 33000 2 1');
ANALYZE sqlite_schema;
