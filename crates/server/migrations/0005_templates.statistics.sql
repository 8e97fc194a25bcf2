-- What SQLite's planner believes about the indexes of migration 5; see migration 3.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('account_updates', 'account_updates_waiting', '1000 1000 500 1 1'),
    ('templates', 'sqlite_autoindex_templates_1', '12000 12000 6000 3 1'),
    ('templates', 'templates_by_name', '12000 12000 6 2 1');
-- Makes the connection that migrates read them; the others do when they see the new schema.
ANALYZE sqlite_schema;
