-- Of the users who first came in a week, the share that was active some weeks later, if that week is complete and the cohort has enough users
SELECT cohort_week, weeks_since, share, users, cohort_users, is_left_censored
FROM weekly_retention
WHERE cohort_week BETWEEN :from AND :to AND cohort_week IN (SELECT week_start FROM weekly_metrics)
  AND weeks_since > 0 AND share IS NOT NULL AND cohort_users >= :min_users
ORDER BY cohort_week, weeks_since
