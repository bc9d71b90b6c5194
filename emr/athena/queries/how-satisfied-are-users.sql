-- question: How satisfied are users
-- tables: daily_metrics
-- means: Mean satisfaction index, 0 to 100, by week: each day is weighted by its conversations that have an index. problem_rate: share of conversations with a rephrase, a negation or a failure.
SELECT CAST(date_trunc('week', day) AS DATE) AS week_start, sum(conversations) AS conversations,
  sum(satisfaction_index * satisfaction_coverage * conversations)
    / nullif(sum(satisfaction_coverage * conversations), 0) AS satisfaction_index,
  sum(problem_rate * conversations) / nullif(sum(conversations), 0) AS problem_rate
FROM daily_metrics
GROUP BY CAST(date_trunc('week', day) AS DATE)
ORDER BY week_start DESC
LIMIT 12
