-- reads: dishes, dish_users, settings
-- Each dish of a day under its most frequent name (of equal ones the first by alphabet), with its users: how many, and the first min_users of
-- them, from which safe_groups sees whether they are enough.
SELECT day, recipe_key, recipe_name, mentions, requested, pairs,
  coalesce(users, 0) AS users,
  coalesce(user_keys, array()) AS user_keys
FROM (
  SELECT day, recipe_key,
    min_by(recipe_name, struct(-mentions, recipe_name)) AS recipe_name,
    sum(mentions) AS mentions, sum(requested) AS requested, sum(pairs) AS pairs
  FROM dishes
  GROUP BY day, recipe_key
) LEFT JOIN (
  SELECT day, recipe_key, count(*) AS users, first_distinct(user_day_key, min_users) AS user_keys
  FROM dish_users CROSS JOIN settings
  GROUP BY day, recipe_key, min_users
) USING (day, recipe_key)
