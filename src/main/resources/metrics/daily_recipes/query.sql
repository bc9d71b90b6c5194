-- Dishes of fewer than min_users users (of the one-row view settings) go to (other); when that would isolate fewer than min_users users itself,
-- the smallest named dish joins them.
WITH mentions AS (
  SELECT day, conversation_key, user_day_key, mention.*
  FROM conversations JOIN reporting_days USING (day)
  LATERAL VIEW explode(recipes) AS mention
),
sizes AS (
  SELECT day, recipe_key, min_users, count(DISTINCT user_day_key) AS users, count(DISTINCT conversation_key) AS conversations,
    min_users > 1 AND count(DISTINCT user_day_key) < min_users AS is_small
  FROM mentions CROSS JOIN settings
  GROUP BY day, recipe_key, min_users
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY day, is_small ORDER BY users, conversations, recipe_key) AS place
  FROM sizes
),
folds AS (
  SELECT day, count(DISTINCT user_day_key) BETWEEN 1 AND any_value(min_users) - 1 AS needs_one_more
  FROM mentions JOIN ranked USING (day, recipe_key)
  WHERE is_small
  GROUP BY day
),
named AS (
  SELECT ranked.day, recipe_key, is_small OR (place = 1 AND coalesce(needs_one_more, false)) AS is_folded
  FROM ranked LEFT JOIN folds ON folds.day = ranked.day
),
shown AS (
  SELECT mentions.day, conversation_key, user_day_key, mentions.recipe_key AS dish, requested, is_folded,
    if(is_folded, '(other)', mentions.recipe_key) AS recipe_key,
    if(is_folded, '(other)', recipe_name) AS recipe_name
  FROM mentions JOIN named ON named.day = mentions.day AND named.recipe_key = mentions.recipe_key
),
display AS (
  SELECT day, recipe_key, recipe_name
  FROM (
    SELECT day, recipe_key, recipe_name,
      row_number() OVER (PARTITION BY day, recipe_key ORDER BY count(*) DESC, recipe_name) AS place
    FROM shown
    GROUP BY day, recipe_key, recipe_name
  )
  WHERE place = 1
),
cells AS (
  SELECT day, recipe_key, any_value(is_folded) AS is_folded,
    count(DISTINCT conversation_key, dish) AS conversations,
    count(DISTINCT user_day_key) AS users,
    count(*) AS mentions,
    count_if(requested) AS requested,
    count_if(NOT requested) AS suggested
  FROM shown
  GROUP BY day, recipe_key
)
SELECT cells.day, cells.recipe_key, recipe_name, conversations, users, mentions, requested, suggested,
  if(is_folded, NULL, coalesce(dish_course(recipe_name), 'unknown')) AS course,
  if(is_folded, NULL, coalesce(dish_cuisine(recipe_name), 'unknown')) AS cuisine
FROM cells JOIN display ON display.day = cells.day AND display.recipe_key = cells.recipe_key
