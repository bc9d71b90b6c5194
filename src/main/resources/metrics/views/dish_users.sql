-- reads: mentions
-- The users of each dish, once.
SELECT DISTINCT day, recipe_key, user_day_key
FROM mentions
WHERE user_day_key IS NOT NULL
