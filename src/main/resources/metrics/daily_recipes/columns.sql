-- area: published
-- grain: day x recipe
-- question: What do people cook?
-- key: day, recipe_key
-- statistics: day
-- retention: 2 years
-- small counts: a dish needs --min-users users; the others are (other).
-- texts: closed course, cuisine; shared recipe_key, recipe_name
day DATE COMMENT 'The day on which the conversations started, in the lake''s zone.',
recipe_key STRING COMMENT 'The dish, with case, accents, plurals and words of praise folded; (other) for the dishes that fewer than --min-users users named.',
recipe_name STRING COMMENT 'The most frequent spelling of the dish on this day; of equally frequent ones, the alphabetically first.',
conversations BIGINT COMMENT 'Conversations that name the dish. Additive over dishes to recipe_pairs, except in (other), which counts a conversation once for each folded dish.',
users BIGINT COMMENT 'Distinct users of these conversations. Not additive.',
mentions BIGINT COMMENT 'Messages that name the dish. Additive over dishes to recipe_mentions.',
requested BIGINT COMMENT 'Mentions by users. Additive.',
suggested BIGINT COMMENT 'Mentions by the assistant. Additive.',
course STRING COMMENT 'Course of the dish; unknown when the name does not reveal it; null for (other).',
cuisine STRING COMMENT 'Cuisine of the dish; unknown when the name does not reveal it; null for (other).',
completed BIGINT COMMENT 'Of these conversations, those that were completed; this column and the next two are null in (other), and where any of them has, or leaves out, 1 to --min-users - 1 users. Additive.',
not_completed BIGINT COMMENT 'Of these conversations, those that were given up or stopped midway through the steps; null where completed is. Additive.',
problems BIGINT COMMENT 'Of these conversations, those with a problem: the user said the same again or said no, or the assistant could not answer; null where completed is. Additive.'
