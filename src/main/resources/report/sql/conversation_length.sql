-- Messages in a conversation, by the day on which it started
SELECT day, avg_conversation_length, average_of_7_days, median_conversation_length, p90_conversation_length,
  conversations,
  CASE WHEN NOT is_complete THEN 'open' WHEN messages = 0 THEN 'no records' ELSE 'complete' END AS state
FROM (
  SELECT *,
    CASE WHEN COUNT(CASE WHEN is_complete AND messages > 0 THEN 1 END) OVER seven = 7
      THEN CAST(SUM(conversation_messages) OVER seven AS DOUBLE) / NULLIF(SUM(conversations) OVER seven, 0)
    END AS average_of_7_days
  FROM daily_metrics
  WHERE day BETWEEN :from - INTERVAL '6' DAY AND :to
  WINDOW seven AS (ORDER BY day RANGE BETWEEN INTERVAL '6' DAY PRECEDING AND CURRENT ROW)
)
WHERE day >= :from
ORDER BY day
