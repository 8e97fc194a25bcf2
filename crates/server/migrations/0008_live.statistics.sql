-- What SQLite's planner believes about the index of migration 8; see migration 3.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('live_changes', 'live_changes_by_workspace', '50000 50000 1');
-- Makes the connection that migrates read them; the others do when they see the new schema.
ANALYZE sqlite_schema;
