-- fail: a conversation has messages, and none ends before it begins
SELECT day, conversation_key, messages, minutes
FROM conversations
WHERE messages < 1 OR user_turns < 0 OR assistant_turns < 0 OR minutes < 0
-- fail: a conversation stands here once
SELECT day, conversation_key, count(*) AS rows
FROM conversations
GROUP BY day, conversation_key
HAVING count(*) > 1
