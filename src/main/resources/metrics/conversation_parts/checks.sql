-- fail: a part keeps a turn for each user and assistant message
SELECT day, user_turns, assistant_turns, size(turns) AS turns
FROM conversation_parts
-- written before turns were kept
WHERE turns IS NOT NULL AND size(turns) <> user_turns + assistant_turns
