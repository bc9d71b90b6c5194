-- area: published
-- grain: ISO week x recipe
-- question: What do people cook in a week, and what comes up?
-- key: week_start, recipe_key
-- statistics: week_start
-- retention: 2 years
week_start DATE COMMENT 'Monday of the ISO week in which the conversations started, in the lake''s zone.',
recipe_key STRING COMMENT 'The dish, as in daily_recipes. A dish has the days that name it there, and its other days when they can be told without isolating anyone; what is left goes to (other).',
recipe_name STRING COMMENT 'How the dish was written most often in this week; ties go to the first by alphabet.',
conversations BIGINT COMMENT 'Conversations that name the dish. Additive over dishes, except in (other), which counts a conversation once for each folded dish too.',
users BIGINT COMMENT 'Distinct users of these conversations in the week. Not additive, and no sum of daily users.',
mentions BIGINT COMMENT 'Messages that name the dish. Additive.',
rank INT COMMENT 'Place by conversations, then users, then name: 1 is the most popular; null for (other).',
rank_change INT COMMENT 'Places gained since the week before, negative when lost; null when the dish had no row in it. Not additive.'
