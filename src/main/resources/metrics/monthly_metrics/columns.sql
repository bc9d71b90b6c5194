-- area: published
-- grain: month
-- question: Is the chatbot growing from month to month, and how regularly do people use it?
-- key: month_start
-- statistics: month_start
-- retention: 2 years
-- small counts: none: totals over all users of a month, without any name.
-- texts: closed extractor_version
month_start DATE COMMENT 'First day of the month, in the lake''s zone.',
active_users BIGINT COMMENT 'MAU: distinct users with at least one user message in the month. Not additive, and not the sum of daily or weekly users.',
new_users BIGINT COMMENT 'Users active in this month and never before (within the 400 days that are kept); null in the lake''s first month.',
returning_users BIGINT COMMENT 'Users active in this month and in the previous one; null in the lake''s first month.',
resurrected_users BIGINT COMMENT 'Users active in this month whose last active month was before the previous one; null in the lake''s first month.',
dormant_users BIGINT COMMENT 'Users active in the previous month but not in this one; null in the lake''s first month.',
conversations BIGINT COMMENT 'Conversations that started in the month. Additive.',
growth_percent DOUBLE COMMENT '(active_users - last month''s) / last month''s x 100; null when last month had none, or when either month is incomplete. Not additive.',
dau_mau DOUBLE COMMENT 'Mean number of daily users over the month''s published days / active_users; null without active users. Not additive.',
is_complete BOOLEAN COMMENT 'True when all days of the month are complete.',
is_left_censored BOOLEAN COMMENT 'True for the lake''s first month, before which nothing is known.',
extractor_version STRING COMMENT 'Version of the extraction rules that read its days; null when several did, or when no day is published.'
