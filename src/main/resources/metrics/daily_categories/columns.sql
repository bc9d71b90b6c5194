-- area: published
-- grain: day x dimension x category
-- question: Which kinds of food do people cook?
-- key: day, dimension, category
-- statistics: day
-- retention: 2 years
-- small counts: a cuisine or diet needs --min-users users unless daily_recipes names its dishes; the others are (other). Courses are counted in full: each of these few values covers so many dishes that it does not show what somebody cooks.
-- texts: closed dimension, category
day DATE COMMENT 'The day on which the conversations started, in the lake''s zone.',
dimension STRING COMMENT 'course, cuisine or diet.',
category STRING COMMENT 'Such as soup, italian or vegan, by the dish''s name in daily_recipes; unknown when the name does not reveal a course or cuisine. (other), only in cuisine and diet: dishes with too few users to publish their cuisine or diet; courses are published in full.',
pairs BIGINT COMMENT '(conversation, dish) pairs. Those of course and those of cuisine each add up to recipe_pairs of the day; a dish can have no diet or several. Additive over days.',
share DOUBLE COMMENT 'pairs / recipe_pairs of the day. Sums to 1 over course and over cuisine, but not over diet. Not additive.'
