-- area: published
-- grain: day
-- question: How is the chatbot used each day? A day is published once its row is here.
-- key: day
-- statistics: day
-- retention: 2 years
-- small counts: none: totals over all users of a day, without any name.
-- texts: closed extractor_version
day DATE COMMENT 'The day, in the lake''s zone. Messages and active users count by the day they were sent, conversations and recipes by the day the conversation started.',
active_users BIGINT COMMENT 'Distinct users with at least one user message. Not additive: weekly users are not the sum of these.',
conversations BIGINT COMMENT 'Conversations that started. Additive.',
engaged_conversations BIGINT COMMENT 'Of these, those with at least one user and one assistant message. Additive.',
messages BIGINT COMMENT 'User and assistant messages sent. Additive.',
conversation_messages BIGINT COMMENT 'User and assistant messages of the conversations that started, over all their messages so far. Additive.',
avg_conversation_length DOUBLE COMMENT 'conversation_messages / conversations; null without conversations. Not additive.',
median_conversation_length DOUBLE COMMENT 'Median number of messages in the conversations that started; null without any. Not additive.',
p90_conversation_length DOUBLE COMMENT '90th percentile of the number of messages, interpolated. Not additive.',
unattributed_messages BIGINT COMMENT 'Messages without a user id: not in active_users. Additive.',
recipe_mentions BIGINT COMMENT '(message, dish) pairs. Additive.',
recipe_pairs BIGINT COMMENT '(conversation, dish) pairs. Additive.',
distinct_recipes BIGINT COMMENT 'Distinct dishes mentioned. Not additive.',
recipe_entropy DOUBLE COMMENT 'Shannon entropy of the dishes over recipe_pairs, in bits; null without any. Not additive.',
completed BIGINT COMMENT 'Conversations whose dish was made, as far as their messages show. Additive.',
not_completed BIGINT COMMENT 'Conversations whose user gave up. Additive.',
abandoned BIGINT COMMENT 'Conversations that stop midway through the steps. Additive.',
completion_rate DOUBLE COMMENT 'completed / (completed + not_completed + abandoned); null without any of these. Not additive.',
completion_coverage DOUBLE COMMENT 'Share of the conversations with a dish whose outcome is known; null without any. Read completion_rate together with it. Not additive.',
satisfaction_index DOUBLE COMMENT 'Mean satisfaction index of the conversations, 0 to 100: from an explicit rating if there is one, otherwise from what users and answers say (see conversations.satisfaction); null without any. Not additive.',
satisfaction_low DOUBLE COMMENT 'Lower end of the 95 % interval of satisfaction_index; null below 30 conversations. Not additive.',
satisfaction_high DOUBLE COMMENT 'Upper end of the 95 % interval of satisfaction_index; null below 30 conversations. Not additive.',
satisfaction_coverage DOUBLE COMMENT 'Share of the conversations that have an index; null without conversations. Not additive.',
problem_rate DOUBLE COMMENT 'Share of the conversations with a rephrase, a negation or a system failure; null without conversations. Not additive.',
is_complete BOOLEAN COMMENT 'True when the day''s input is final and none of its conversations is still open.',
revision INT COMMENT 'Counts the published versions of the day''s content, starting at 1.',
extractor_version STRING COMMENT 'Version of the extraction rules that found the recipes.'
