-- question: Which kinds of food do people cook
-- tables: daily_categories, daily_metrics
-- means: Dishes in conversations of the last 28 published days, by course, cuisine and diet. Shares of courses and of cuisines each add up to 1; a dish can have no diet or several.
SELECT dimension, category, sum(pairs) AS pairs,
  CAST(sum(pairs) AS DOUBLE) / nullif((
    SELECT sum(recipe_pairs)
    FROM daily_metrics
    WHERE day > (SELECT max(day) FROM daily_metrics) - INTERVAL '28' DAY
  ), 0) AS share
FROM daily_categories
WHERE day IN (SELECT day FROM daily_metrics)
  AND day > (SELECT max(day) FROM daily_metrics) - INTERVAL '28' DAY
GROUP BY dimension, category
ORDER BY dimension, pairs DESC, category
