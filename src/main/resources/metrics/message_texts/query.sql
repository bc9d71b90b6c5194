SELECT conversation_key, sent_at, role, message_key, text, source_id
FROM records
WHERE disposition = 'loaded' AND text IS NOT NULL
