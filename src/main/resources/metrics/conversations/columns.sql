-- area: restricted
-- grain: conversation
-- question: How did each conversation go?
-- key: day, conversation_key
-- statistics: day
-- retention: 90 days
-- texts: closed recipes.course, recipes.cuisine, features, outcome, evidence; pseudonym conversation_key, user_day_key; masked recipes.recipe_key, recipes.recipe_name, tools.tool
conversation_key STRING COMMENT 'Pseudonym of the conversation.',
day DATE COMMENT 'The day on which it started: that of its first user or assistant message, in the lake''s zone. Everything that is counted per conversation is counted on this day.',
user_day_key STRING COMMENT 'The first user whom it names on the day it started, under the pseudonym of that day; null when it names none on that day.',
started_at TIMESTAMP COMMENT 'First user or assistant message.',
ended_at TIMESTAMP COMMENT 'Last user or assistant message so far.',
minutes DOUBLE COMMENT 'From the first to the last message, in minutes.',
messages BIGINT COMMENT 'User and assistant messages. Additive.',
user_turns BIGINT COMMENT 'User messages. Additive.',
assistant_turns BIGINT COMMENT 'Assistant messages. Additive.',
recipes ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING, course: STRING, cuisine: STRING, requested: BOOLEAN>> COMMENT 'One entry for each mention of a dish, sorted.',
tools ARRAY<STRUCT<tool: STRING, failed: BOOLEAN>> COMMENT 'One entry for each call of a tool, sorted.',
features ARRAY<STRING> COMMENT 'The features that its messages use or ask for, sorted.',
outcome STRING COMMENT 'completed: the user acknowledged steps and the assistant closed the conversation, or the user says that they made the dish; not_completed: the user gave up; abandoned: it stops midway through the steps; unknown: its messages do not show it; open: its last message is less than 30 minutes before the end of the data.',
completed BOOLEAN COMMENT 'True when completed, false when not_completed or abandoned, null when unknown or open.',
satisfaction DOUBLE COMMENT 'Satisfaction index, 0 to 100: the last explicit rating, otherwise 50 + 50 x (pleased - displeased - 0.5 x rephrases) / user messages - 50 x unhelpful / assistant messages, limited to 0 and 100. Pleased: user messages that thank, praise or report a success. Displeased: those that object, turn a proposal down or give up, after the first answer. Unhelpful: answers that fail, apologize or offer nothing that fits. Null with fewer than two user messages and no rating.',
has_problem BOOLEAN COMMENT 'True when the user said the same again or said no, or the assistant could not answer.',
evidence ARRAY<STRING> COMMENT 'What its messages say about how it went, such as step_done, thanks, closing.'
