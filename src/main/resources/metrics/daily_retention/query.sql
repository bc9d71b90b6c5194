-- reads: user_activity, daily_metrics
-- Computed over all of user_activity and daily_metrics; the caller keeps the cohorts that it needs.
WITH active AS (
  SELECT DISTINCT activity_key, day
  FROM user_activity LEFT SEMI JOIN daily_metrics USING (day) -- only published days count
  WHERE feature IS NULL
),
members AS (
  SELECT day, min(day) OVER (PARTITION BY activity_key) AS cohort_day
  FROM active
),
cohorts AS (
  SELECT cohort_day,
    count_if(day = cohort_day) AS cohort_users,
    count_if(day = date_add(cohort_day, 1)) AS next_day,
    count_if(day = date_add(cohort_day, 7)) AS next_week,
    count_if(day = date_add(cohort_day, 30)) AS next_month
  FROM members
  GROUP BY cohort_day
)
SELECT published.day AS cohort_day,
  coalesce(cohort_users, 0) AS cohort_users,
  if(d1.is_complete, next_day / cohort_users, NULL) AS d1,
  if(d7.is_complete, next_week / cohort_users, NULL) AS d7,
  if(d30.is_complete, next_month / cohort_users, NULL) AS d30,
  published.day = min(published.day) OVER () AS is_left_censored
FROM daily_metrics AS published
  LEFT JOIN cohorts ON cohort_day = published.day
  LEFT JOIN daily_metrics AS d1 ON d1.day = date_add(published.day, 1)
  LEFT JOIN daily_metrics AS d7 ON d7.day = date_add(published.day, 7)
  LEFT JOIN daily_metrics AS d30 ON d30.day = date_add(published.day, 30)
