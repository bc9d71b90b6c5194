-- reads: mentions, settings
-- Dishes of fewer than min_users users (of the one-row view settings) go to (other); when that would isolate fewer than min_users users itself,
-- the smallest named dish joins them: safe_groups tells which ones keep their names.
WITH dishes AS (
  SELECT day, recipe_key, min_users,
    count_if(is_first) AS pairs,
    first_distinct(user_day_key, min_users) AS user_keys
  FROM mentions CROSS JOIN settings
  GROUP BY day, recipe_key, min_users
),
named AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, recipe_key AS name, pairs, user_keys)), min_users)) AS recipe_key
  FROM dishes
  GROUP BY day, min_users
),
cells AS (
  SELECT mentions.day,
    coalesce(named.recipe_key, '(other)') AS recipe_key,
    if(named.recipe_key IS NULL, '(other)', mode(recipe_name, true)) AS recipe_name,
    count_if(is_first) AS conversations,
    count(DISTINCT user_day_key) AS users,
    count(*) AS mentions,
    count_if(requested) AS requested,
    count_if(NOT requested) AS suggested
  FROM mentions LEFT JOIN named ON named.day = mentions.day AND named.recipe_key = mentions.recipe_key
  GROUP BY mentions.day, named.recipe_key
)
SELECT day, recipe_key, recipe_name, conversations, users, mentions, requested, suggested,
  if(recipe_key = '(other)', NULL, coalesce(dish_course(recipe_name), 'unknown')) AS course,
  if(recipe_key = '(other)', NULL, coalesce(dish_cuisine(recipe_name), 'unknown')) AS cuisine
FROM cells
