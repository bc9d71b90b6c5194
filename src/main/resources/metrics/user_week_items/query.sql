SELECT
  conversation_week_key,
  day,
  min(user_week_key) AS user_week_key,
  bool_or(role IN ('user', 'assistant')) AS has_messages,
  CAST(array_sort(flatten(collect_list(transform(recipes, mention -> struct(mention.recipe_key, mention.recipe_name)))))
    AS ARRAY<STRUCT<recipe_key: STRING, recipe_name: STRING>>) AS recipes,
  source_id
FROM records
WHERE disposition = 'loaded'
GROUP BY source_id, conversation_week_key, day
-- by its own key: in the order of the records, the place of a row would tell which row of a day it is
SORT BY source_id, conversation_week_key, day
