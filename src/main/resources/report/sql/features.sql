-- What the active users of the last complete week used
SELECT feature, adoption, users, active_users, repeat_users
FROM weekly_features
WHERE week_start = (SELECT MAX(week_start) FROM weekly_metrics WHERE is_complete AND week_start BETWEEN :from AND :to)
  AND adoption IS NOT NULL
ORDER BY adoption DESC, feature
