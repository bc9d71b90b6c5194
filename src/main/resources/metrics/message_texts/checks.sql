-- fail: a message has one text
-- reads: message_texts
SELECT to_date(sent_at) AS day, role, count(*) AS texts
FROM message_texts
GROUP BY source_id, conversation_key, sent_at, role, message_key
HAVING count(*) > 1
