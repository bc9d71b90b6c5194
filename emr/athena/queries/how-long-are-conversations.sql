-- question: How long are conversations
-- tables: daily_metrics
-- means: Messages in the conversations that started in a week: the mean over all of them, and the smallest and largest daily median. The last twelve weeks that have a published day.
SELECT CAST(date_trunc('week', day) AS DATE) AS week_start, sum(conversations) AS conversations,
  CAST(sum(conversation_messages) AS DOUBLE) / nullif(sum(conversations), 0) AS avg_conversation_length,
  min(median_conversation_length) AS smallest_daily_median, max(median_conversation_length) AS largest_daily_median
FROM daily_metrics
GROUP BY CAST(date_trunc('week', day) AS DATE)
ORDER BY week_start DESC
LIMIT 12
