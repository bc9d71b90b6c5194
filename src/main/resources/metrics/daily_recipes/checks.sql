-- fail: mentions and conversations over the dishes add up to the day
-- reads: daily_metrics, daily_recipes
SELECT day, recipe_mentions, dish_mentions, recipe_pairs, dish_pairs
FROM daily_metrics LEFT JOIN (
  SELECT day, sum(mentions) AS dish_mentions, sum(conversations) AS dish_pairs FROM daily_recipes GROUP BY day
) USING (day)
WHERE recipe_mentions <> coalesce(dish_mentions, 0) OR recipe_pairs <> coalesce(dish_pairs, 0)
-- fail: a dish has one row a day, and mentions are by users or by the assistant
-- reads: daily_recipes
SELECT day, recipe_key, count(*) AS rows, sum(mentions) AS mentions, sum(requested + suggested) AS told
FROM daily_recipes
GROUP BY day, recipe_key
HAVING count(*) > 1 OR mentions <> told
-- fail: no named dish has fewer users than the threshold
-- reads: daily_recipes, settings
SELECT day, recipe_key, users
FROM daily_recipes CROSS JOIN settings
WHERE recipe_key <> '(other)' AND min_users > 1 AND users < min_users
-- fail: a dish has no more outcomes and no more problems than conversations
-- reads: daily_recipes
SELECT * FROM daily_recipes WHERE completed + not_completed > conversations OR problems > conversations
