-- question: Do new users return soon
-- tables: daily_retention, daily_metrics
-- means: Of the users who first came on a day, the share that was active exactly 1, 7 and 30 days later, by the week of that first day. Null until the later day is complete. The lake's first day is left out.
SELECT CAST(date_trunc('week', cohort_day) AS DATE) AS cohort_week,
  sum(cohort_users) AS cohort_users,
  sum(d1 * cohort_users) / nullif(sum(CASE WHEN d1 IS NOT NULL THEN cohort_users END), 0) AS d1,
  sum(d7 * cohort_users) / nullif(sum(CASE WHEN d7 IS NOT NULL THEN cohort_users END), 0) AS d7,
  sum(d30 * cohort_users) / nullif(sum(CASE WHEN d30 IS NOT NULL THEN cohort_users END), 0) AS d30
FROM daily_retention
WHERE NOT is_left_censored AND cohort_day IN (SELECT day FROM daily_metrics)
GROUP BY CAST(date_trunc('week', cohort_day) AS DATE)
ORDER BY cohort_week DESC
LIMIT 12
