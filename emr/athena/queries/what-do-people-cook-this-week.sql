-- question: What do people cook this week
-- tables: weekly_recipes, weekly_metrics
-- means: The twenty most popular dishes of the newest published week, by the conversations that name them. rank_change: ranks gained since the week before, null when the dish had no row in that week.
SELECT rank, recipe_name, conversations, users, rank_change
FROM weekly_recipes
WHERE week_start = (SELECT max(week_start) FROM weekly_metrics) AND rank <= 20
ORDER BY rank
