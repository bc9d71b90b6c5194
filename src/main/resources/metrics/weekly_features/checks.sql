-- fail: no feature has more users than the week, or more first-time or repeat users than users
-- reads: weekly_features
SELECT week_start, feature, users, active_users, first_time_users, repeat_users
FROM weekly_features
WHERE users > active_users OR first_time_users > users OR repeat_users > users
