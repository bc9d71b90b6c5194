-- area: published
-- grain: ISO week
-- question: Does the chatbot grow, and do its users come back?
-- key: week_start
-- statistics: week_start
-- retention: 2 years
week_start DATE COMMENT 'Monday of the ISO week, in the lake''s zone.',
active_users BIGINT COMMENT 'WAU: distinct users with at least one user message in the week. Not additive, and no sum of daily users.',
new_users BIGINT COMMENT 'Active in this week and never before (within the 400 days that are kept); null in the lake''s first week.',
returning_users BIGINT COMMENT 'Active in this week and in the week before; null in the lake''s first week.',
resurrected_users BIGINT COMMENT 'Active in this week, not in the week before, but earlier; null in the lake''s first week.',
dormant_users BIGINT COMMENT 'Active in the week before and not in this one; null in the lake''s first week.',
conversations BIGINT COMMENT 'Conversations that started in the week. Additive.',
avg_conversation_length DOUBLE COMMENT 'Messages of these conversations / conversations; null without any. Not additive.',
stickiness DOUBLE COMMENT 'Mean daily users of the week / distinct users of the 28 days to its Sunday; null before the lake has 28 days. Not additive.',
growth_percent DOUBLE COMMENT '(active_users - last week''s) / last week''s x 100; null when last week had none or either week is incomplete. Not additive.',
completion_rate DOUBLE COMMENT 'Of the conversations whose outcome is told, the share that was completed; null without any. Not additive.',
completion_level STRING COMMENT 'The original''s heuristic on the average length: over 5 High, over 3 Medium, else Low. It calls nearly every conversation completed; completion_rate is the better answer.',
is_complete BOOLEAN COMMENT 'True when all seven days are complete.',
is_left_censored BOOLEAN COMMENT 'True for the lake''s first week, before which nothing is known.'
