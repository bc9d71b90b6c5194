-- question: Which recipes are new this week
-- tables: weekly_recipes, weekly_metrics
-- means: Dishes of the newest published week that no earlier week names. Some may have been mentioned before, by too few users to be named. Empty in the lake's first week.
SELECT recipe_name, conversations, users
FROM weekly_recipes
WHERE week_start = (SELECT max(week_start) FROM weekly_metrics WHERE NOT is_left_censored)
  AND recipe_key NOT IN (
    SELECT recipe_key FROM weekly_recipes WHERE week_start < (SELECT max(week_start) FROM weekly_metrics)
  )
ORDER BY conversations DESC, users DESC, recipe_name
