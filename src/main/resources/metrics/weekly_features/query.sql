-- reads: daily_metrics, user_activity, daily_tools
-- Computed over all of user_activity, daily_tools and daily_metrics; the caller keeps the weeks that it needs.
WITH weeks AS (
  SELECT DISTINCT CAST(date_trunc('WEEK', day) AS DATE) AS week_start FROM daily_metrics
),
rows AS (
  SELECT CAST(date_trunc('WEEK', day) AS DATE) AS week_start, activity_key, feature_key, feature, day
  FROM user_activity LEFT SEMI JOIN daily_metrics USING (day) -- only published days count
),
active AS (
  SELECT DISTINCT week_start, activity_key AS active_key FROM rows WHERE feature IS NULL
),
active_users AS (
  SELECT week_start, count(*) AS active_users FROM active GROUP BY week_start
),
used_days AS (
  SELECT rows.week_start, feature, feature_key, day,
    -- a use on a day on which the user wrote nothing has the activity_key
    bool_or(activity_key IS NULL OR active_key IS NOT NULL) AS is_active
  FROM rows LEFT JOIN active ON active.week_start = rows.week_start AND active_key = activity_key
  WHERE feature IS NOT NULL
  GROUP BY rows.week_start, feature, feature_key, day
),
marked AS (
  SELECT week_start, feature, feature_key, day,
    bool_or(is_active) OVER (PARTITION BY feature_key, week_start) AS is_active,
    min(day) OVER used AS first_day,
    lag(day) OVER used AS last_day
  FROM used_days
  WINDOW used AS (PARTITION BY feature_key ORDER BY day)
),
used AS (
  SELECT week_start, feature,
    count(DISTINCT feature_key) AS users,
    count(DISTINCT feature_key) FILTER (WHERE day = first_day) AS first_time_users,
    count(DISTINCT feature_key) FILTER (WHERE last_day >= date_sub(day, 28)) AS repeat_users
  FROM marked
  WHERE is_active
  GROUP BY week_start, feature
),
signals AS (
  -- if no record reports a tool in a week, it does not mean that no tools were used
  SELECT DISTINCT CAST(date_trunc('WEEK', day) AS DATE) AS week_start, true AS has_tools FROM daily_tools
),
cells AS (
  SELECT week_start, feature, week_start = min(week_start) OVER () AS is_left_censored
  FROM weeks
  LATERAL VIEW explode(array('recipe', 'step_guidance', 'substitution', 'scaling', 'shopping_list', 'web_search', 'cookware')) AS feature
),
counted AS (
  SELECT week_start, feature, is_left_censored,
    coalesce(active_users, 0) AS active_users,
    if(feature NOT IN ('web_search', 'cookware') OR has_tools, coalesce(users, 0), NULL) AS users,
    coalesce(first_time_users, 0) AS first_time_users,
    coalesce(repeat_users, 0) AS repeat_users
  FROM cells LEFT JOIN active_users USING (week_start) LEFT JOIN used USING (week_start, feature) LEFT JOIN signals USING (week_start)
)
SELECT week_start, feature, users, active_users,
  try_divide(users, active_users) AS adoption,
  if(is_left_censored OR users IS NULL, NULL, first_time_users) AS first_time_users,
  if(is_left_censored OR users IS NULL, NULL, repeat_users) AS repeat_users
FROM counted
