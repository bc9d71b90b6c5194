-- question: How many users are there each month, and how regular are they
-- tables: monthly_metrics
-- means: Distinct users of each of the last thirteen published months: no sum of days or weeks. dau_mau: mean daily users by the users of the month.
SELECT month_start, active_users, new_users, growth_percent, dau_mau, is_complete
FROM monthly_metrics
ORDER BY month_start DESC
LIMIT 13
