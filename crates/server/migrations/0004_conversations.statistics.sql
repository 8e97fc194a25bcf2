-- What SQLite's planner believes about the indexes of this number, see 0003_statistics.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('conversations', 'conversations_by_assignee', '400000 400000 40000 10000 1 1'),
    ('conversations', 'conversations_due', '10000 1 1'),
    ('conversations', 'conversations_unassigned', '414940 414940 103740 1 1 1'),
    ('conversations', 'conversations_unread', '50000 50000 1 1 1'),
    ('events', 'events_by_conversation', '1000000 3 1');
ANALYZE sqlite_schema;
