-- area: restricted
-- grain: source x conversation x day
-- question: What was said when, in facts and without text? What one source adds to a conversation on one day.
-- key: source_id, conversation_key, day
-- partition: source_id
-- statistics: day
-- retention: 90 days
-- texts: closed turns.role, recipes.course, recipes.cuisine, redactions.type, extractor_version, source_id; pseudonym conversation_key, user_day_keys; sealed user_seals; masked recipes.recipe_key, recipes.recipe_name, tools.tool, models.model
conversation_key STRING COMMENT 'Pseudonym of the conversation, under its own key: c_ and 26 characters.',
day DATE COMMENT 'Day of these messages, in the lake''s zone.',
user_day_keys ARRAY<STRING> COMMENT 'Pseudonyms of the users whom these messages name, for this day only; never the same on two days. turns.user is a place in this list, from 0.',
user_seals ARRAY<STRING> COMMENT 'For each of user_day_keys, the pseudonyms that the user has in the week of the day and in user_activity, sealed with a key of the month and the day''s pseudonym. Only runs that hold the keys can open them: they bring user_week_items and user_activity up to date when another source continues the conversation, or when it is erased.',
turns ARRAY<STRUCT<sent_at: TIMESTAMP, role: STRING, user: INT, message_key: BIGINT, evidence: INT, signature: BIGINT, rating: INT, truncated: BOOLEAN, features: INT>> COMMENT 'One entry per message, in order of time: role is user, assistant, tool or system, and only the first two count as messages; user is null when the record names nobody; message_key is a keyed hash that tells messages of one conversation, time and role apart; evidence and features are masks, see evidence_names and feature_names; signature holds 64 bits for the words of a user message, in an order that only the keys reveal and that differs in each conversation: they show when a user says the same again; rating is explicit, 0 to 100; truncated when the message is exactly 500 characters long, where the chatbot cuts messages off.',
recipes ARRAY<STRUCT<turn: INT, recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>> COMMENT 'The dishes that the redacted messages name, each key once per message; turn is a place in turns, from 0; requested when a user named it.',
tools ARRAY<STRUCT<turn: INT, tool: STRING, failed: BOOLEAN>> COMMENT 'The tool calls that the messages report, in snake_case.',
models ARRAY<STRUCT<turn: INT, model: STRING, failed: BOOLEAN, latency_micros: BIGINT, input_tokens: BIGINT, output_tokens: BIGINT, cost_nanos: BIGINT>> COMMENT 'The models that wrote the assistant''s messages, one entry per message whose record names one: its name in lower case, whether it failed, microseconds until the answer, tokens, and billionths of a US dollar; each null where the record does not report it. Null in rows that an earlier version wrote.',
redactions ARRAY<STRUCT<turn: INT, type: STRING, count: INT>> COMMENT 'How many values of each type were masked in a message.',
extractor_version STRING COMMENT 'Version of the extraction rules that read the messages.',
source_id STRING COMMENT 'The source that brought the messages: a day folder of the export, or what a DynamoDB export holds of the day. A run replaces the rows of its sources.'
