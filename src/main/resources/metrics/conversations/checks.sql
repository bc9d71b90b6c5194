-- fail: a conversation has messages, and none ends before it begins
-- reads: conversations
SELECT day, messages, user_turns, assistant_turns, minutes
FROM conversations
WHERE messages < 1 OR user_turns < 0 OR assistant_turns < 0 OR minutes < 0
-- fail: a conversation stands here once
-- reads: conversations
SELECT day, count(*) AS rows, count(DISTINCT conversation_key) AS conversations
FROM conversations
GROUP BY day
HAVING count(*) > count(DISTINCT conversation_key)
