-- fail: a part of a conversation has turns
-- reads: conversation_parts
SELECT day, size(turns) AS turns
FROM conversation_parts
WHERE size(turns) < 1
