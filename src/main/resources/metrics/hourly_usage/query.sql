-- reads: reporting_days, message_hours, conversations
WITH hours AS (
  SELECT day, explode(sequence(0, 23)) AS hour
  FROM reporting_days
),
sent AS (
  SELECT day, hour,
    sum(messages) AS messages,
    sum(messages) FILTER (WHERE role = 'user') AS user_messages,
    count(DISTINCT user_day_key) FILTER (WHERE role = 'user') AS users
  FROM message_hours
  WHERE role IN ('user', 'assistant')
  GROUP BY day, hour
),
started AS (
  SELECT day, hour(started_at) AS hour, count(*) AS conversations
  FROM conversations
  GROUP BY day, hour(started_at)
)
SELECT day, hour,
  coalesce(messages, 0) AS messages,
  coalesce(user_messages, 0) AS user_messages,
  coalesce(conversations, 0) AS conversations,
  coalesce(users, 0) AS users
FROM hours LEFT JOIN sent USING (day, hour) LEFT JOIN started USING (day, hour)
