-- area: restricted
-- grain: source x conversation x day
-- question: What did one source add to a conversation on one day? The parts of a conversation merge into it without reading messages again.
-- key: source_id, conversation_key, day
-- partition: source_id
-- statistics: day
-- retention: 90 days
conversation_key STRING COMMENT 'Pseudonym of the conversation.',
day DATE COMMENT 'Day of these messages, in the lake''s zone.',
first_user STRUCT<sent_at: TIMESTAMP, user_day_key: STRING> COMMENT 'The first message that names a user, and that user''s pseudonym for the day; null when none does.',
started_at TIMESTAMP COMMENT 'First user or assistant message of the part; null when it has none.',
ended_at TIMESTAMP COMMENT 'Last user or assistant message of the part; null when it has none.',
user_turns BIGINT COMMENT 'User messages. Additive.',
assistant_turns BIGINT COMMENT 'Assistant messages. Additive.',
records BIGINT COMMENT 'Records of every role, tool and system included. Additive.',
recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>> COMMENT 'One entry for each mention, sorted.',
tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>> COMMENT 'One entry for each call of a tool, sorted.',
features ARRAY<STRING> COMMENT 'The features that its messages use or ask for, sorted.',
turns ARRAY<STRUCT<sent_at: TIMESTAMP, from_assistant: BOOLEAN, evidence: INT, signature: BIGINT, rating: INT>> COMMENT 'What is kept of each user and assistant message to tell the outcome, in the order of time: evidence codes as bits, 64 bits for the words of a user message (to see that one says the same again), explicit rating 0 to 100.',
source_id STRING COMMENT 'The source that brought the messages.'
