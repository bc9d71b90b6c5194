-- fail: a day has 24 hours that add up to it
-- reads: daily_metrics, hourly_usage
SELECT day, hours, daily_metrics.messages, hourly.messages AS hourly_messages, daily_metrics.conversations, hourly.conversations AS hourly_conversations
FROM daily_metrics LEFT JOIN (
  SELECT day, count(DISTINCT hour) AS hours, sum(messages) AS messages, sum(conversations) AS conversations FROM hourly_usage GROUP BY day
) AS hourly USING (day)
WHERE NOT hours <=> 24 OR daily_metrics.messages <> hourly.messages OR daily_metrics.conversations <> hourly.conversations
