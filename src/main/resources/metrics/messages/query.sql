SELECT conversation_key, user_day_key, sent_at, role, recipes, tools, features, evidence, redactions, message_truncated, message_key, extractor_version, source_id
FROM records
WHERE disposition = 'loaded'
