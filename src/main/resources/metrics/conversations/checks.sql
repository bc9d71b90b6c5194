-- fail: a conversation has messages, and none ends before it begins
-- reads: conversations
SELECT day, messages, user_turns, assistant_turns, minutes
FROM conversations
WHERE messages < 1 OR user_turns < 0 OR assistant_turns < 0 OR minutes < 0
-- fail: a conversation has one row
-- reads: conversations
SELECT day, count(*) AS rows
FROM conversations
GROUP BY day, xxhash64(conversation_key)
HAVING count(*) > 1
