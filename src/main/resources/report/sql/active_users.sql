-- Daily active users, with the mean of the seven days that end with each day, if all of them are complete and have records
SELECT day, active_users, mean_of_7_days, conversations, messages,
  CASE WHEN NOT is_complete THEN 'open' WHEN messages = 0 THEN 'no records' ELSE 'complete' END AS state
FROM (
  SELECT *,
    CASE WHEN COUNT(CASE WHEN is_complete AND messages > 0 THEN 1 END) OVER seven = 7 THEN AVG(active_users) OVER seven END AS mean_of_7_days
  FROM daily_metrics
  WHERE day BETWEEN :from - INTERVAL '6' DAY AND :to
  WINDOW seven AS (ORDER BY day RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW)
)
WHERE day >= :from
ORDER BY day
