-- fail: MAU(t) = MAU(t-1) + new + resurrected - dormant, from the second month on
-- reads: monthly_metrics
SELECT month_start, active_users, last_users, new_users, resurrected_users, dormant_users
FROM (SELECT *, lag(active_users) OVER (ORDER BY month_start) AS last_users FROM monthly_metrics)
WHERE NOT is_left_censored AND active_users <> last_users + new_users + resurrected_users - dormant_users
-- fail: every user of a month is new, returning or resurrected
-- reads: monthly_metrics
SELECT month_start, active_users, new_users, returning_users, resurrected_users
FROM monthly_metrics
WHERE NOT is_left_censored AND active_users <> new_users + returning_users + resurrected_users
