-- reads: dish_counts, dish_users, mentions, settings
-- Dishes of fewer than min_users users (of the one-row view settings) go to (other); when that would isolate fewer than min_users users itself,
-- the smallest named dish joins them: safe_groups says which ones keep their names.
WITH named AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, recipe_key AS name, pairs, user_keys)), min_users)) AS recipe_key
  FROM dish_counts CROSS JOIN settings
  GROUP BY day, min_users
),
folded AS (
  SELECT * FROM dish_counts LEFT ANTI JOIN named USING (day, recipe_key)
),
users_of_folded AS (
  -- a user who named several of them counts once
  SELECT day, count(DISTINCT user_day_key) AS users
  FROM dish_users LEFT SEMI JOIN folded USING (day, recipe_key)
  GROUP BY day
),
outcomes_by_user AS (
  SELECT day, recipe_key, user_day_key, count(*) AS pairs,
    count_if(completed) AS completed, count_if(NOT completed) AS not_completed, count_if(has_problem) AS problems
  FROM mentions
  WHERE is_first
  GROUP BY day, recipe_key, user_day_key
),
outcomes AS (
  SELECT day, recipe_key,
    sum(completed) AS completed, sum(not_completed) AS not_completed, sum(problems) AS problems,
    -- users with and without each outcome
    array(
      count_if(completed > 0 AND user_day_key IS NOT NULL), count_if(completed < pairs AND user_day_key IS NOT NULL),
      count_if(not_completed > 0 AND user_day_key IS NOT NULL), count_if(not_completed < pairs AND user_day_key IS NOT NULL),
      count_if(problems > 0 AND user_day_key IS NOT NULL), count_if(problems < pairs AND user_day_key IS NOT NULL)) AS sides
  FROM outcomes_by_user
  GROUP BY day, recipe_key
),
told_outcomes AS (
  SELECT outcomes.*
  FROM outcomes CROSS JOIN settings
  WHERE NOT exists(sides, users -> users BETWEEN 1 AND min_users - 1)
)
SELECT day, recipe_key, recipe_name, pairs AS conversations, users, mentions, requested, mentions - requested AS suggested,
  coalesce(dish_course(recipe_name), 'unknown') AS course,
  coalesce(dish_cuisine(recipe_name), 'unknown') AS cuisine,
  completed, not_completed, problems
FROM dish_counts LEFT SEMI JOIN named USING (day, recipe_key) LEFT JOIN told_outcomes USING (day, recipe_key)
UNION ALL
SELECT day, '(other)', '(other)', sum(pairs), coalesce(any_value(users_of_folded.users), 0), sum(mentions), sum(requested),
  sum(mentions) - sum(requested), NULL, NULL, NULL, NULL, NULL
FROM folded LEFT JOIN users_of_folded USING (day)
GROUP BY day
