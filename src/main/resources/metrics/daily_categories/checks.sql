-- fail: shares of course and of cuisine each sum to 1, and their pairs to the day
-- reads: daily_metrics, daily_categories
SELECT day, dimension, share, pairs, recipe_pairs
FROM daily_metrics JOIN (
  SELECT day, dimension, sum(share) AS share, sum(pairs) AS pairs FROM daily_categories WHERE dimension <> 'diet' GROUP BY day, dimension
) USING (day)
WHERE abs(share - 1) > 1e-9 OR pairs <> recipe_pairs
