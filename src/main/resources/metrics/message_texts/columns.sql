-- area: restricted
-- grain: message
-- question: What was said, redacted? Written only with --keep-text.
-- key: source_id, conversation_key, sent_at, role, message_key
-- partition: source_id
-- statistics: sent_at
-- retention: 90 days
-- texts: closed role, source_id; pseudonym conversation_key; masked text
conversation_key STRING COMMENT 'Pseudonym of the conversation, as in conversation_parts.',
sent_at TIMESTAMP COMMENT 'When the message was sent, to the microsecond.',
role STRING COMMENT 'user, assistant, tool or system.',
message_key BIGINT COMMENT 'As in the turns of conversation_parts: joins the text to its facts.',
text STRING COMMENT 'The message, redacted before anything else is done with it. It may contain names and addresses that no cue introduces.',
source_id STRING COMMENT 'The source that brought the message.'
