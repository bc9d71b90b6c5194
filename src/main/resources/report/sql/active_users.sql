-- Daily active users, with the mean of the seven days that end with each day
SELECT day, active_users, mean_of_7_days, conversations, messages, is_complete
FROM (
  SELECT *,
    CASE WHEN COUNT(*) OVER seven = 7 THEN AVG(active_users) OVER seven END AS mean_of_7_days
  FROM daily_metrics
  WHERE day BETWEEN :from - INTERVAL '6' DAY AND :to
  WINDOW seven AS (ORDER BY day RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW)
)
WHERE day >= :from
ORDER BY day
