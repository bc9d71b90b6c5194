-- question: Which recipes does the chatbot bring up by itself
-- tables: daily_recipes, daily_metrics
-- means: Messages of the last 28 published days that name a dish, by users and by the assistant, for the dishes that the assistant names more often than users do.
SELECT max_by(recipe_name, day) AS recipe_name, sum(requested) AS by_users, sum(suggested) AS by_the_chatbot
FROM daily_recipes
WHERE recipe_key <> '(other)'
  AND day IN (SELECT day FROM daily_metrics)
  AND day > (SELECT max(day) FROM daily_metrics) - INTERVAL '28' DAY
GROUP BY recipe_key
HAVING sum(suggested) > sum(requested)
ORDER BY sum(suggested) - sum(requested) DESC, recipe_name
LIMIT 20
