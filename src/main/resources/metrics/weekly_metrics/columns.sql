-- area: published
-- grain: ISO week
-- question: Is the chatbot growing, and do its users come back?
-- key: week_start
-- statistics: week_start
-- retention: 2 years
-- small counts: none: totals over all users of a week, without any name.
-- texts: closed completion_level, extractor_version
week_start DATE COMMENT 'Monday of the ISO week, in the lake''s zone.',
active_users BIGINT COMMENT 'WAU: distinct users with at least one user message in the week. Not additive, and not the sum of daily users.',
new_users BIGINT COMMENT 'Users active in this week and never before (within the 400 days that are kept); null in the lake''s first week.',
returning_users BIGINT COMMENT 'Users active in this week and in the previous one; null in the lake''s first week.',
resurrected_users BIGINT COMMENT 'Users active in this week whose last active week was before the previous one; null in the lake''s first week.',
dormant_users BIGINT COMMENT 'Users active in the previous week but not in this one; null in the lake''s first week.',
conversations BIGINT COMMENT 'Conversations that started in the week. Additive.',
avg_conversation_length DOUBLE COMMENT 'Messages in these conversations / conversations; null without any. Not additive.',
stickiness DOUBLE COMMENT 'Mean number of daily users in the week / distinct users in the 28 days up to its Sunday; null until the lake has 28 days. Not additive.',
growth_percent DOUBLE COMMENT '(active_users - last week''s) / last week''s x 100; null when last week had none, or when either week is incomplete. Not additive.',
completion_rate DOUBLE COMMENT 'Share of the conversations with a known outcome that were completed; null without any. Not additive.',
completion_level STRING COMMENT 'The original''s heuristic based on the average length: High over 5, Medium over 3, otherwise Low. It counts nearly every conversation as completed; completion_rate is the better measure.',
is_complete BOOLEAN COMMENT 'True when all seven days are complete.',
is_left_censored BOOLEAN COMMENT 'True for the lake''s first week, before which nothing is known.',
extractor_version STRING COMMENT 'Version of the extraction rules that read its days; null when several did, or when no day is published.'
