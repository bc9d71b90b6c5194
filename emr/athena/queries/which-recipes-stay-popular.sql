-- question: Which recipes stay popular
-- tables: weekly_recipes, weekly_metrics
-- means: In how many of the last twelve published weeks a dish was among the ten most popular, with its best rank and its conversations in those weeks.
SELECT max_by(recipe_name, week_start) AS recipe_name, count(*) AS weeks_in_top_ten, min(rank) AS best_rank,
  sum(conversations) AS conversations
FROM weekly_recipes
WHERE rank <= 10
  AND week_start IN (SELECT week_start FROM weekly_metrics)
  AND week_start > (SELECT max(week_start) FROM weekly_metrics) - INTERVAL '84' DAY
GROUP BY recipe_key
ORDER BY weeks_in_top_ten DESC, best_rank, conversations DESC, recipe_name
