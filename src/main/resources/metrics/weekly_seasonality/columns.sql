-- area: published
-- grain: ISO week x dimension x category
-- question: What is in season?
-- key: week_start, dimension, category
-- statistics: week_start
-- retention: 2 years
-- small counts: computed only from cells that daily_categories and weekly_recipes publish.
-- texts: closed dimension; shared category
week_start DATE COMMENT 'Monday of the ISO week, in the lake''s zone.',
dimension STRING COMMENT 'course, cuisine or diet, from daily_categories; or recipe, from weekly_recipes. Computed only from what these tables publish.',
category STRING COMMENT 'A category of daily_categories, or the recipe_key of a dish.',
share DOUBLE COMMENT '(conversation, dish) pairs of the category / all pairs of the week. Not additive.',
seasonal_index DOUBLE COMMENT 'share / mean share over the 52 weeks that end with this one, as far as the lake has them; a week without the category counts as 0. 1 is usual, 2 is twice as much. Null below 30 pairs in the week. Not additive.',
year_over_year DOUBLE COMMENT 'share / share of the week 364 days earlier: 1 is unchanged. Null when either week has fewer than 30 pairs. Not additive.'
