-- The five dishes that rose and fell most in the last complete week, of those that are named in the week before too
WITH week AS (
  SELECT MAX(week_start) AS week_start FROM weekly_metrics WHERE is_complete AND week_start BETWEEN :from AND :to
),
changes AS (
  SELECT now.recipe_name, now.conversations - earlier.conversations AS change, now.conversations,
    earlier.conversations AS before
  FROM weekly_recipes AS now
  JOIN week ON now.week_start = week.week_start
  JOIN weekly_recipes AS earlier
    ON earlier.recipe_key = now.recipe_key AND earlier.week_start = now.week_start - INTERVAL '7' DAY
  JOIN weekly_metrics AS metrics ON metrics.week_start = earlier.week_start AND metrics.is_complete
  WHERE now.recipe_key <> '(other)' AND now.conversations <> earlier.conversations
),
placed AS (
  SELECT *,
    ROW_NUMBER() OVER (ORDER BY change DESC, recipe_name) AS from_top,
    ROW_NUMBER() OVER (ORDER BY change, recipe_name DESC) AS from_bottom
  FROM changes
)
SELECT recipe_name, change, conversations, before
FROM placed
WHERE (change > 0 AND from_top <= 5) OR (change < 0 AND from_bottom <= 5)
ORDER BY change DESC, recipe_name
