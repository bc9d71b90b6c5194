-- reads: daily_metrics, user_activity
-- Computed over all of user_activity and daily_metrics; the caller keeps the weeks that it needs.
WITH calendar AS (
  SELECT explode(sequence(min(date_trunc('WEEK', day)), max(date_trunc('WEEK', day)), INTERVAL '7' DAYS)) AS at,
    min(day) AS first_day
  FROM daily_metrics
),
weeks AS (
  SELECT CAST(at AS DATE) AS week_start, first_day FROM calendar
),
active_days AS (
  SELECT DISTINCT activity_key, day, CAST(date_trunc('WEEK', day) AS DATE) AS week_start
  FROM user_activity LEFT SEMI JOIN daily_metrics USING (day) -- only published days count
  WHERE feature IS NULL
),
neighbours AS (
  SELECT activity_key, week_start,
    lag(week_start) OVER (PARTITION BY activity_key ORDER BY week_start) AS last_active,
    lead(week_start) OVER (PARTITION BY activity_key ORDER BY week_start) AS next_active
  FROM (SELECT DISTINCT activity_key, week_start FROM active_days)
),
users AS (
  SELECT week_start,
    count(*) AS active_users,
    count_if(last_active IS NULL) AS new_users,
    count_if(last_active = date_sub(week_start, 7)) AS returning_users,
    count_if(last_active < date_sub(week_start, 7)) AS resurrected_users
  FROM neighbours
  GROUP BY week_start
),
gone AS (
  SELECT date_add(week_start, 7) AS week_start, count(*) AS dormant_users
  FROM neighbours
  WHERE next_active IS NULL OR next_active > date_add(week_start, 7)
  GROUP BY week_start
),
four_weeks AS (
  -- each active day counts in its own week and in the following three
  SELECT CAST(in_window AS DATE) AS week_start, count(DISTINCT activity_key) AS users_of_28_days
  FROM active_days
  LATERAL VIEW explode(sequence(week_start, date_add(week_start, 21), INTERVAL '7' DAYS)) AS in_window
  GROUP BY in_window
),
days AS (
  SELECT CAST(date_trunc('WEEK', day) AS DATE) AS week_start,
    sum(conversations) AS conversations,
    sum(conversation_messages) AS conversation_messages,
    avg(active_users) AS mean_daily_users,
    sum(completed) AS completed,
    sum(not_completed + abandoned) AS left_off,
    count_if(is_complete) = 7 AS is_complete,
    if(min(extractor_version) = max(extractor_version), max(extractor_version), NULL) AS extractor_version
  FROM daily_metrics
  GROUP BY date_trunc('WEEK', day)
),
joined AS (
  SELECT week_start,
    coalesce(active_users, 0) AS active_users,
    coalesce(new_users, 0) AS new_users,
    coalesce(returning_users, 0) AS returning_users,
    coalesce(resurrected_users, 0) AS resurrected_users,
    coalesce(dormant_users, 0) AS dormant_users,
    coalesce(conversations, 0) AS conversations,
    try_divide(conversation_messages, conversations) AS avg_conversation_length,
    -- the 28 days up to the Sunday
    if(first_day <= date_sub(week_start, 21), try_divide(mean_daily_users, users_of_28_days), NULL) AS stickiness,
    try_divide(completed, completed + left_off) AS completion_rate,
    coalesce(is_complete, false) AS is_complete,
    extractor_version,
    week_start = min(week_start) OVER () AS is_left_censored,
    lag(active_users) OVER (ORDER BY week_start) AS last_week,
    lag(is_complete) OVER (ORDER BY week_start) AS last_week_is_complete
  FROM weeks LEFT JOIN users USING (week_start) LEFT JOIN gone USING (week_start)
    LEFT JOIN days USING (week_start) LEFT JOIN four_weeks USING (week_start)
)
SELECT week_start, active_users,
  if(is_left_censored, NULL, new_users) AS new_users,
  if(is_left_censored, NULL, returning_users) AS returning_users,
  if(is_left_censored, NULL, resurrected_users) AS resurrected_users,
  if(is_left_censored, NULL, dormant_users) AS dormant_users,
  conversations, avg_conversation_length, stickiness,
  if(is_complete AND last_week_is_complete, try_divide(100D * (active_users - last_week), last_week), NULL) AS growth_percent,
  completion_rate,
  CASE WHEN avg_conversation_length > 5 THEN 'High' WHEN avg_conversation_length > 3 THEN 'Medium'
    WHEN avg_conversation_length IS NOT NULL THEN 'Low' END AS completion_level,
  is_complete, is_left_censored, extractor_version
FROM joined
