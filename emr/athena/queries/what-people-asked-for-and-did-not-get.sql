-- question: What did people ask for and not get
-- tables: weekly_recipes, weekly_metrics
-- means: Dishes of the newest complete week whose conversations were given up or had a problem, those with the most first. Dishes whose outcomes too few users share to be published are left out. A conversation can be counted in both columns.
SELECT recipe_name, conversations, completed, not_completed, problems
FROM weekly_recipes
WHERE not_completed + problems > 0
  AND week_start = (SELECT max(week_start) FROM weekly_metrics WHERE is_complete)
ORDER BY not_completed + problems DESC, conversations, recipe_name
