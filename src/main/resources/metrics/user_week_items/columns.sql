-- area: linked
-- grain: user of the week x day x dish
-- question: Which dishes did a user of the week name? Users of a dish and week are counted from here, exactly.
-- key: day, user_week_key, recipe_key
-- statistics: day
-- retention: 90 days
-- texts: pseudonym user_week_key; masked recipe_key
user_week_key STRING COMMENT 'Pseudonym of the user for the ISO week of the day; in no other table. The user is the first one whom the conversation names on the day it started.',
day DATE COMMENT 'The day on which the conversations started, in the lake''s zone.',
recipe_key STRING COMMENT 'A dish that they name. How often and in which words is in conversations, without this pseudonym.'
