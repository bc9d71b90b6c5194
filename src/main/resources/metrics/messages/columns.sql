-- area: restricted
-- grain: message
-- question: What was said when, in facts and without text?
-- key: source_id, conversation_key, sent_at, role, message_key
-- partition: source_id
-- statistics: sent_at
-- retention: 90 days
conversation_key STRING COMMENT 'Pseudonym of the conversation, under its own key: c_ and 26 characters.',
user_day_key STRING COMMENT 'Pseudonym of the user for the day of the message, in the lake''s zone; null when the record names no user. Never the same on two days.',
sent_at TIMESTAMP COMMENT 'When the message was sent, to the microsecond.',
role STRING COMMENT 'user, assistant, tool or system. Only user and assistant count as messages.',
recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>> COMMENT 'The dishes that the redacted message names, each key once; requested when a user named it. Empty for tool and system.',
tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>> COMMENT 'The calls of tools that the record reports, in snake_case. Empty when it reports none.',
features ARRAY<STRING> COMMENT 'What the message uses or asks for: recipe, step_guidance, substitution, scaling, shopping_list, web_search, cookware. Empty when nothing.',
evidence ARRAY<STRING> COMMENT 'What it says of how the conversation goes, such as step_done, thanks, closing. Empty when nothing.',
redactions ARRAY<STRUCT<type: STRING, count: INT>> COMMENT 'How many values of each type were masked, sorted by type. Empty when nothing was found.',
message_truncated BOOLEAN COMMENT 'True when the message is exactly 500 characters long, where the chatbot cuts: what stood behind is not known.',
message_key BIGINT COMMENT 'Keyed hash that tells messages of one conversation, time and role apart, for de-duplication. Says nothing about the text without the key.',
extractor_version STRING COMMENT 'Version of the extraction rules that read the message.',
source_id STRING COMMENT 'The source that brought the message: a day folder of the export, or what a DynamoDB export holds of the day. A run replaces the rows of its sources.'
