-- area: restricted
-- grain: source x conversation x day
-- question: Which dishes did a user of the week name? Users of a dish and week are counted from here, exactly.
-- key: source_id, conversation_week_key, day
-- partition: source_id
-- statistics: day
-- retention: 90 days
-- texts: closed source_id; pseudonym conversation_week_key, user_week_key, user_order; masked recipes.recipe_key, recipes.recipe_name
conversation_week_key STRING COMMENT 'Pseudonym of the conversation for tables about weeks: k_ and 26 characters. In no table with ids of days, so that a week''s row cannot be joined to a day''s.',
day DATE COMMENT 'Day of these messages, in the lake''s zone. The conversation starts on the first one with messages.',
user_week_key STRING COMMENT 'Pseudonym, for the ISO week of the day, of the first user whom these messages name; null when they name none.',
user_order BINARY COMMENT 'Which of the users of a conversation and day comes first: the smallest. Can be compared with the rows of the same conversation and day and with no others: the time is hidden under a number that only the keys give away.',
has_messages BOOLEAN COMMENT 'True when there is a user or assistant message among them.',
recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING>> COMMENT 'One entry for each mention of a dish, sorted.',
source_id STRING COMMENT 'The source that brought the messages.'
