-- fail: the active users of a day are those who wrote in message_hours
-- reads: user_activity, message_hours
SELECT day, active_users, writers
FROM (SELECT day, count(DISTINCT activity_key) AS active_users FROM user_activity WHERE is_active GROUP BY day)
FULL OUTER JOIN (
  SELECT day, count(DISTINCT user_day_key) AS writers FROM message_hours WHERE role = 'user' AND user_day_key IS NOT NULL GROUP BY day
) USING (day)
WHERE NOT active_users <=> writers
