-- Dishes in conversations by cuisine
SELECT category, SUM(pairs) AS pairs,
  CAST(SUM(pairs) AS DOUBLE) / (SELECT SUM(recipe_pairs) FROM daily_metrics WHERE day BETWEEN :from AND :to) AS share
FROM daily_categories
WHERE dimension = 'cuisine' AND day BETWEEN :from AND :to AND day IN (SELECT day FROM daily_metrics)
GROUP BY category
ORDER BY CASE WHEN category IN ('unknown', '(other)') THEN 1 ELSE 0 END, pairs DESC, category
