-- reads: reporting_days, sent_hours, conversations, settings
WITH hours AS (
  SELECT day, explode(sequence(0, 23)) AS hour
  FROM reporting_days
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
  if(users BETWEEN 1 AND min_users - 1, NULL, coalesce(users, 0)) AS users
FROM hours CROSS JOIN settings LEFT JOIN sent_hours USING (day, hour) LEFT JOIN started USING (day, hour)
