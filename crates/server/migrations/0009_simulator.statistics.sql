-- What SQLite's planner believes about the indexes of migration 9; see migration 3.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('accounts', 'accounts_simulated', '10 1'),
    ('simulated_people', 'simulated_people_by_workspace', '2000 1000 1');
-- Makes the connection that migrates read them; the others do when they see the new schema.
ANALYZE sqlite_schema;
