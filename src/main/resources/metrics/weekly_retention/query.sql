-- reads: daily_metrics, user_activity
-- Computed over all of user_activity and daily_metrics; the caller keeps the cohorts that it needs.
WITH published AS (
  SELECT CAST(date_trunc('WEEK', day) AS DATE) AS week_start, count_if(is_complete) = 7 AS is_complete
  FROM daily_metrics
  GROUP BY date_trunc('WEEK', day)
),
active AS (
  SELECT DISTINCT activity_key, CAST(date_trunc('WEEK', day) AS DATE) AS week_start
  FROM user_activity LEFT SEMI JOIN daily_metrics USING (day) -- only published days count
  WHERE feature IS NULL
),
members AS (
  SELECT activity_key, week_start, min(week_start) OVER (PARTITION BY activity_key) AS cohort_week
  FROM active
),
returned AS (
  SELECT cohort_week, week_start, count(*) AS users
  FROM members
  GROUP BY cohort_week, week_start
),
cells AS (
  SELECT week_start AS cohort_week, weeks_since, date_add(week_start, 7 * weeks_since) AS week_start,
    week_start = min(week_start) OVER () AS is_left_censored
  FROM published LATERAL VIEW explode(sequence(0, 12)) AS weeks_since
),
counted AS (
  SELECT cells.cohort_week, weeks_since, is_left_censored,
    if(published.is_complete, coalesce(returned.users, 0), NULL) AS users,
    coalesce(cohort.users, 0) AS cohort_users
  FROM cells
    LEFT JOIN published ON published.week_start = cells.week_start
    LEFT JOIN returned ON returned.cohort_week = cells.cohort_week AND returned.week_start = cells.week_start
    LEFT JOIN returned AS cohort ON cohort.cohort_week = cells.cohort_week AND cohort.week_start = cells.cohort_week
)
SELECT cohort_week, weeks_since, users, cohort_users, try_divide(users, cohort_users) AS share, is_left_censored
FROM counted
