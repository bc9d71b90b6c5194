-- reads: merged_conversations
-- In the order of their own key: in that of the conversations, the place of a row would say whose it is.
SELECT user_week_key, day, recipe_key
FROM (
  SELECT DISTINCT user_week_key, day, recipe.recipe_key
  FROM merged_conversations
  LATERAL VIEW explode(recipes) AS recipe
  WHERE user_week_key IS NOT NULL
)
DISTRIBUTE BY user_week_key
SORT BY user_week_key, day, recipe_key
