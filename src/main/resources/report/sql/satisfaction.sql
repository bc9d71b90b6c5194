-- Satisfaction, 0 to 100; the seven-day mean weights each day by its conversations that have an index
SELECT day, satisfaction_index, index_of_7_days, satisfaction_low, satisfaction_high, satisfaction_coverage,
  problem_rate,
  CASE WHEN NOT is_complete THEN 'open' WHEN messages = 0 THEN 'no records' ELSE 'complete' END AS state
FROM (
  SELECT *,
    CASE WHEN COUNT(CASE WHEN is_complete AND messages > 0 THEN 1 END) OVER seven = 7
      THEN SUM(satisfaction_index * satisfaction_coverage * conversations) OVER seven
        / NULLIF(SUM(satisfaction_coverage * conversations) OVER seven, 0)
    END AS index_of_7_days
  FROM daily_metrics
  WHERE day BETWEEN :from - INTERVAL '6' DAY AND :to
  WINDOW seven AS (ORDER BY day RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW)
)
WHERE day >= :from
ORDER BY day
