-- area: published
-- grain: ISO week x feature
-- question: What do people use the chatbot for, and do they use it again?
-- key: week_start, feature
-- statistics: week_start
-- retention: 2 years
-- small counts: none: a feature is one of seven functions of the chatbot; its count shows neither who used it nor for which dish.
-- texts: closed feature
week_start DATE COMMENT 'Monday of the ISO week, in the lake''s zone.',
feature STRING COMMENT 'recipe, step_guidance, substitution, scaling, shopping_list, web_search or cookware. Every week has a row for each.',
users BIGINT COMMENT 'Active users of the week who used the feature; null for web_search and cookware in a week in which no record reports a tool. Not additive.',
active_users BIGINT COMMENT 'All active users of the week. Not additive.',
adoption DOUBLE COMMENT 'users / active_users; null when either is unknown or nobody was active. Not additive.',
first_time_users BIGINT COMMENT 'Of users, those who used the feature for the first time (within the 400 days that are kept); null in the lake''s first week. Additive over weeks.',
repeat_users BIGINT COMMENT 'Of users, those who used the feature again within 28 days of an earlier use; null in the lake''s first week. Not additive.'
