-- question: Which recipes are mentioned most this week
-- tables: weekly_recipes, weekly_metrics
-- means: The original's weekly recipe popularity, for the newest published week. unique_users is distinct over the whole week, which cannot be derived from daily pseudonyms.
SELECT recipe_name, mentions, users AS unique_users
FROM weekly_recipes
WHERE week_start = (SELECT max(week_start) FROM weekly_metrics) AND recipe_key <> '(other)'
ORDER BY mentions DESC, recipe_name
LIMIT 20
