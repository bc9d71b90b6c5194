-- Of the conversations with a known outcome, the share that ended with the dish made; read it together with its coverage
SELECT day, completion_rate, completion_of_7_days, coverage_of_7_days, completed, not_completed, abandoned,
  CASE WHEN NOT is_complete THEN 'open' WHEN messages = 0 THEN 'no records' ELSE 'complete' END AS state
FROM (
  SELECT *,
    CASE WHEN COUNT(CASE WHEN is_complete AND messages > 0 THEN 1 END) OVER seven = 7
      THEN CAST(SUM(completed) OVER seven AS DOUBLE) / NULLIF(SUM(completed + not_completed + abandoned) OVER seven, 0)
    END AS completion_of_7_days,
    CASE WHEN COUNT(CASE WHEN is_complete AND messages > 0 THEN 1 END) OVER seven = 7
      THEN SUM(completion_coverage * conversations) OVER seven
        / NULLIF(SUM(CASE WHEN completion_coverage IS NOT NULL THEN conversations END) OVER seven, 0)
    END AS coverage_of_7_days
  FROM daily_metrics
  WHERE day BETWEEN :from - INTERVAL '6' DAY AND :to
  WINDOW seven AS (ORDER BY day RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW)
)
WHERE day >= :from
ORDER BY day
