-- What SQLite's planner believes about the indexes of migration 10; see migration 3.
INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES
    ('charged_conversations', 'charged_conversations', '100000 50000 1'),
    ('chat_groups', 'chat_groups_by_last_message', '10000 10000 1 1'),
    ('chat_groups', 'sqlite_autoindex_chat_groups_1', '10000 5000 1'),
    ('conversations', 'conversations_by_inbound', '800000 800000 1 1 1 1 1'),
    ('conversations', 'conversations_history', '100000 1 1'),
    ('free_entry_points', 'free_entry_points', '100000 1 1'),
    ('group_messages', 'group_messages_by_number', '500000 500000 50'),
    ('group_messages', 'group_messages_by_time', '500000 100 1 1'),
    ('group_messages', 'group_messages_by_user', '500000 500000 50'),
    ('group_messages', 'sqlite_autoindex_group_messages_1', '500000 100 1'),
    ('message_costs', 'message_costs', '100000 100000 100 50 10 5 1');
ANALYZE sqlite_schema;
