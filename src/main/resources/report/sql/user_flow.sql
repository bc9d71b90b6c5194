-- Users of each complete week after the first one of the lake; those who stayed away count as negative
SELECT week_start, returning_users, new_users, resurrected_users, -dormant_users AS lost_users, is_complete
FROM weekly_metrics
WHERE week_start BETWEEN :from AND :to AND is_complete AND new_users IS NOT NULL
ORDER BY week_start
