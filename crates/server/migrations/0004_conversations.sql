-- The inbox: snoozes that end by themselves, an index for each of its views, and each conversation's
-- history. A resolved conversation has nothing unread: what comes after it begins another one.
-- The last columns of two of them let SQLite count without a look at the rows.
-- Messages with the direction `note` are the team's own: never sent, counted nowhere.
ALTER TABLE conversations ADD COLUMN snoozed_until BIGINT; -- of snoozed ones; NULL: until they write
CREATE INDEX conversations_due ON conversations (snoozed_until, id) WHERE snoozed_until IS NOT NULL;
DROP INDEX conversations_by_assignee;
CREATE INDEX conversations_by_assignee ON conversations (workspace_id, assignee_id, status, last_message_at, id) WHERE assignee_id IS NOT NULL;
CREATE INDEX conversations_unassigned ON conversations (workspace_id, status, last_message_at, id, assignee_id) WHERE assignee_id IS NULL;
UPDATE conversations SET unread_count = 0 WHERE status = 'resolved' AND unread_count > 0;
CREATE INDEX conversations_unread ON conversations (workspace_id, last_message_at, id, unread_count) WHERE unread_count > 0;
ALTER TABLE events ADD COLUMN conversation_id BIGINT; -- the one that `data` names
UPDATE events SET conversation_id = CAST(data ->> 'conversation_id' AS BIGINT) WHERE kind = 'conversation.assigned';
CREATE INDEX events_by_conversation ON events (conversation_id, id) WHERE conversation_id IS NOT NULL;
