-- question: How engaged were users, on each day of a month
-- tables: daily_metrics_json
-- means: The original's user engagement metrics, from its daily files: messages of a day divided by its conversations. All messages without a user id count as one user; daily_metrics is more accurate.
-- parameters: year and month, such as 2025 and 1. They determine which files are read.
SELECT "date", total_conversations, unique_users,
  CAST(total_messages AS DOUBLE) / nullif(total_conversations, 0) AS avg_messages_per_conversation
FROM daily_metrics_json
WHERE year = ? AND month = ?
ORDER BY "date" DESC
