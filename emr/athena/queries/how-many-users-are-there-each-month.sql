-- question: How many users are there each month, and how regularly do they come
-- tables: monthly_metrics
-- means: Distinct users in each of the last thirteen published months, not a sum of days or weeks. dau_mau: mean daily users divided by the users of the month.
SELECT month_start, active_users, new_users, growth_percent, dau_mau, is_complete
FROM monthly_metrics
ORDER BY month_start DESC
LIMIT 13
