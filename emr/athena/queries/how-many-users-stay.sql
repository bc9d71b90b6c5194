-- question: How many users stay, week after week
-- tables: weekly_retention, weekly_metrics
-- means: Of the users who first came in a week, the share that was active the given number of weeks later, over all cohorts for which that later week is complete. The lake's first week is left out, because its users may have been active before.
SELECT weeks_since, sum(users) AS users, sum(cohort_users) AS cohort_users,
  CAST(sum(users) AS DOUBLE) / nullif(sum(cohort_users), 0) AS share
FROM weekly_retention
WHERE users IS NOT NULL AND NOT is_left_censored AND cohort_week IN (SELECT week_start FROM weekly_metrics)
GROUP BY weeks_since
ORDER BY weeks_since
