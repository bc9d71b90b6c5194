-- reads: merged_conversations
-- Rows are in the order of their own key: in the order of the conversations, a row's place would reveal whose it is.
SELECT user_week_key, day, recipe_key
FROM (
  SELECT DISTINCT user_week_key, day, recipe.recipe_key
  FROM merged_conversations
  LATERAL VIEW explode(recipes) AS recipe
  WHERE user_week_key IS NOT NULL
)
DISTRIBUTE BY user_week_key
SORT BY user_week_key, day, recipe_key
