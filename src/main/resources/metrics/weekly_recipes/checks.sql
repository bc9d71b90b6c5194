-- fail: conversations and mentions, summed over all dishes, equal the totals of the week's days
-- reads: weekly_recipes, daily_metrics
SELECT week_start, conversations, recipe_pairs, mentions, recipe_mentions
FROM (
  SELECT week_start, sum(conversations) AS conversations, sum(mentions) AS mentions FROM weekly_recipes GROUP BY week_start
) JOIN (
  SELECT CAST(date_trunc('WEEK', day) AS DATE) AS week_start, sum(recipe_pairs) AS recipe_pairs, sum(recipe_mentions) AS recipe_mentions
  FROM daily_metrics GROUP BY date_trunc('WEEK', day)
) USING (week_start)
WHERE conversations <> recipe_pairs OR mentions <> recipe_mentions
-- fail: no named dish has fewer users than the threshold
-- reads: weekly_recipes, settings
SELECT week_start, recipe_key, users
FROM weekly_recipes CROSS JOIN settings
WHERE recipe_key <> '(other)' AND min_users > 1 AND users < min_users
-- fail: a dish has no more outcomes and no more problems than conversations
-- reads: weekly_recipes
SELECT * FROM weekly_recipes WHERE completed + not_completed > conversations OR problems > conversations
