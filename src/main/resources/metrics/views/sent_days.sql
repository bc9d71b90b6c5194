-- reads: sent
-- The same by day. Records include tool and system records; users are those whom any record names.
SELECT day,
  sum(messages) FILTER (WHERE role IN ('user', 'assistant')) AS messages,
  count_if(hours <> 0) AS active_users,
  sum(unattributed) FILTER (WHERE role IN ('user', 'assistant')) AS unattributed_messages,
  sum(messages) AS records,
  count(user_day_key) AS users,
  sum(unattributed) AS unattributed_records
FROM sent
GROUP BY day
