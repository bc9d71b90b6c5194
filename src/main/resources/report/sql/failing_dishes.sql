-- The ten dishes of the last complete week whose conversations were not completed or had a problem most often
SELECT recipe_name, not_completed + problems AS failures, not_completed, problems, completed, conversations
FROM weekly_recipes
WHERE not_completed + problems > 0
  AND week_start = (SELECT MAX(week_start) FROM weekly_metrics WHERE is_complete AND week_start BETWEEN :from AND :to)
ORDER BY failures DESC, conversations, recipe_name
LIMIT 10
