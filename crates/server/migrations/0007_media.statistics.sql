-- What SQLite's planner believes about the indexes of migration 7; see migration 3.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('jobs', 'jobs_by_order', '1000000 3 3 1'),
    ('jobs', 'jobs_by_workspace', '1000000 1000000 500000 1'),
    ('jobs', 'jobs_due', '1000000 3 1'),
    ('jobs', 'jobs_once', '1000 1000 500 1'),
    ('media', 'media_by_content', '1000000 1000000 2'),
    ('media', 'sqlite_autoindex_media_1', '1000000 1'),
    ('media_uploads', 'media_uploads', '100000 2 1'),
    ('message_media', 'message_media', '1000000 1 1'),
    ('message_media', 'message_media_by_media', '1000000 2 1');
-- Makes the connection that migrates read them; the others do when they see the new schema.
ANALYZE sqlite_schema;
