-- fail: WAU(t) = WAU(t-1) + new + resurrected - dormant, from the second week on
-- reads: weekly_metrics
SELECT week_start, active_users, last_users, new_users, resurrected_users, dormant_users
FROM (SELECT *, lag(active_users) OVER (ORDER BY week_start) AS last_users FROM weekly_metrics)
WHERE NOT is_left_censored AND active_users <> last_users + new_users + resurrected_users - dormant_users
-- fail: every user of a week is new, returning or resurrected
-- reads: weekly_metrics
SELECT week_start, active_users, new_users, returning_users, resurrected_users
FROM weekly_metrics
WHERE NOT is_left_censored AND active_users <> new_users + returning_users + resurrected_users
