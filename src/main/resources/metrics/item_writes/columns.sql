-- area: restricted
-- grain: source x item x write
-- question: When was each message written, in which export, so that the last write wins?
-- key: source_id, conversation_key, sent_at, written_at, image_key
-- partition: source_id
-- statistics: sent_at
-- retention: 90 days
-- texts: closed sequence, source_id; pseudonym conversation_key
conversation_key STRING COMMENT 'Pseudonym of the conversation.',
sent_at TIMESTAMP COMMENT 'When the message was sent: with the conversation, the key of the item in DynamoDB.',
written_at TIMESTAMP COMMENT 'When DynamoDB wrote this; for an item of a full export, the microsecond before the time of the export.',
image_key BIGINT COMMENT 'Keyed hash of all that is read of the item: two writes with the same content have the same hash. Null when the write withdrew the message: a delete, or an opt-out.',
message_key BIGINT COMMENT 'As in the turns of conversation_parts; null when the write withdrew the message.',
is_loaded BOOLEAN COMMENT 'True when this source''s turn in conversation_parts comes from this write; false when it repeats or precedes another one.',
sequence STRING COMMENT 'What orders the writes of an item at the same time: the sequence number of a stream, whose times are whole seconds, in 40 digits; null where there is none.',
source_id STRING COMMENT 'The source that reports the write: what an export holds of the day of the message.'
