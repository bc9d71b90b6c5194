-- Complete months that begin in these weeks
SELECT month_start, active_users, new_users, conversations, growth_percent
FROM monthly_metrics
WHERE month_start BETWEEN :from AND :to AND is_complete
ORDER BY month_start
