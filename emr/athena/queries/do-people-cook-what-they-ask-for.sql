-- question: Do people cook what they ask for
-- tables: daily_metrics
-- means: Of the conversations whose outcome is known from their messages, the share that ended with the dish made, by week. told: how many conversations have a known outcome; when there are few, the rate means little.
SELECT CAST(date_trunc('week', day) AS DATE) AS week_start, sum(conversations) AS conversations,
  sum(completed + not_completed + abandoned) AS told,
  CAST(sum(completed) AS DOUBLE) / nullif(sum(completed + not_completed + abandoned), 0) AS completion_rate
FROM daily_metrics
GROUP BY CAST(date_trunc('week', day) AS DATE)
ORDER BY week_start DESC
LIMIT 12
