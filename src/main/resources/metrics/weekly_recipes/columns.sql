-- area: published
-- grain: ISO week x recipe
-- question: What do people cook in a week, and what is rising?
-- key: week_start, recipe_key
-- statistics: week_start
-- retention: 2 years
-- small counts: a dish needs --min-users users, on its days or over the rest of its week; the others are (other).
-- texts: shared recipe_key, recipe_name
week_start DATE COMMENT 'Monday of the ISO week in which the conversations started, in the lake''s zone.',
recipe_key STRING COMMENT 'The dish, as in daily_recipes. A dish includes the days on which it is named there, and its other days if they can be published without isolating anyone; the rest goes to (other).',
recipe_name STRING COMMENT 'The most frequent spelling of the dish in this week; of equally frequent ones, the alphabetically first.',
conversations BIGINT COMMENT 'Conversations that name the dish. Additive over dishes, except in (other), which counts a conversation once for each folded dish.',
users BIGINT COMMENT 'Distinct users of these conversations in the week: at least this many. The lower bound of a band (--min-users, then 10, 20, 50, 100, 200, 500 and so on; two bands become one where the users of the days would reveal too much), so that a week minus its days isolates nobody; 0 for fewer than --min-users, which only (other) can have. Exact with --min-users 1. Not additive, and not the sum of daily users.',
mentions BIGINT COMMENT 'Messages that name the dish. Additive.',
rank INT COMMENT 'Rank by conversations, then users, then name: 1 is the most popular; null for (other).',
rank_change INT COMMENT 'Ranks gained since the previous week, negative if lost; null when the dish was not ranked in the previous week. Not additive.',
completed BIGINT COMMENT 'Of these conversations, those that were completed; this column and the next two are sums over the days of the dish in daily_recipes; null where one of these days has none, or where the dish includes days on which daily_recipes does not name it. Additive.',
not_completed BIGINT COMMENT 'Of these conversations, those that were given up or stopped midway through the steps; null where completed is. Additive.',
problems BIGINT COMMENT 'Of these conversations, those with a problem: the user said the same again or said no, or the assistant could not answer; null where completed is. Additive.'
