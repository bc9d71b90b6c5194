-- fail: the active users of a day are those who wrote in conversation_parts
-- reads: user_activity, sent_days
SELECT day, held_users, active_users
FROM (SELECT day, count(DISTINCT activity_key) AS held_users FROM user_activity WHERE feature IS NULL GROUP BY day)
FULL OUTER JOIN sent_days USING (day)
WHERE coalesce(held_users, 0) <> coalesce(active_users, 0)
