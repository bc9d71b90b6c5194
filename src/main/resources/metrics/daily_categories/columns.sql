-- area: published
-- grain: day x dimension x category
-- question: Which kinds of food do people cook?
-- key: day, dimension, category
-- statistics: day
-- retention: 2 years
day DATE COMMENT 'The day on which the conversations started, in the lake''s zone.',
dimension STRING COMMENT 'course, cuisine or diet.',
category STRING COMMENT 'Such as soup, italian or vegan, by the dish''s name in daily_recipes; unknown when it does not tell a course or cuisine. (other) in cuisine and diet: the dishes of too few users to tell which; courses are published whole.',
pairs BIGINT COMMENT '(conversation, dish) pairs. Those of course and those of cuisine each add up to recipe_pairs of the day; a dish has none or several diets. Additive over days.',
share DOUBLE COMMENT 'pairs / recipe_pairs of the day. Over course and over cuisine it sums to 1, over diet it does not. Not additive.'
