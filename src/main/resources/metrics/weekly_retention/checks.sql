-- fail: no week has more users of a cohort than the cohort itself
-- reads: weekly_retention
SELECT cohort_week, weeks_since, users, cohort_users
FROM weekly_retention
WHERE users > cohort_users OR (weeks_since = 0 AND users <> cohort_users)
