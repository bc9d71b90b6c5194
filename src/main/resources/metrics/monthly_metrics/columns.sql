-- area: published
-- grain: month
-- question: Does the chatbot grow from month to month, and how regular are its users?
-- key: month_start
-- statistics: month_start
-- retention: 2 years
month_start DATE COMMENT 'First day of the month, in the lake''s zone.',
active_users BIGINT COMMENT 'MAU: distinct users with at least one user message in the month. Not additive, and no sum of daily or weekly users.',
new_users BIGINT COMMENT 'Active in this month and never before (within the 400 days that are kept); null in the lake''s first month.',
returning_users BIGINT COMMENT 'Active in this month and in the month before; null in the lake''s first month.',
resurrected_users BIGINT COMMENT 'Active in this month, not in the month before, but earlier; null in the lake''s first month.',
dormant_users BIGINT COMMENT 'Active in the month before and not in this one; null in the lake''s first month.',
conversations BIGINT COMMENT 'Conversations that started in the month. Additive.',
growth_percent DOUBLE COMMENT '(active_users - last month''s) / last month''s x 100; null when last month had none or either month is incomplete. Not additive.',
dau_mau DOUBLE COMMENT 'Mean daily users of the month''s published days / active_users; null without active users. Not additive.',
is_complete BOOLEAN COMMENT 'True when all days of the month are complete.',
is_left_censored BOOLEAN COMMENT 'True for the lake''s first month, before which nothing is known.'
