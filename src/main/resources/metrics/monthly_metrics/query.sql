-- reads: daily_metrics, user_activity
-- Computed over all of user_activity and daily_metrics; the caller keeps the months that it needs.
WITH calendar AS (
  SELECT explode(sequence(min(trunc(day, 'MONTH')), max(trunc(day, 'MONTH')), INTERVAL '1' MONTH)) AS month_start
  FROM daily_metrics
),
active AS (
  SELECT DISTINCT activity_key, trunc(day, 'MONTH') AS month_start
  FROM user_activity LEFT SEMI JOIN daily_metrics USING (day) -- only published days count
  WHERE feature IS NULL
),
neighbours AS (
  SELECT activity_key, month_start,
    lag(month_start) OVER (PARTITION BY activity_key ORDER BY month_start) AS last_active,
    lead(month_start) OVER (PARTITION BY activity_key ORDER BY month_start) AS next_active
  FROM active
),
users AS (
  SELECT month_start,
    count(*) AS active_users,
    count_if(last_active IS NULL) AS new_users,
    count_if(last_active = add_months(month_start, -1)) AS returning_users,
    count_if(last_active < add_months(month_start, -1)) AS resurrected_users
  FROM neighbours
  GROUP BY month_start
),
gone AS (
  SELECT add_months(month_start, 1) AS month_start, count(*) AS dormant_users
  FROM neighbours
  WHERE next_active IS NULL OR next_active > add_months(month_start, 1)
  GROUP BY month_start
),
days AS (
  SELECT trunc(day, 'MONTH') AS month_start,
    sum(conversations) AS conversations,
    avg(active_users) AS mean_daily_users,
    count_if(is_complete) = day(last_day(min(day))) AS is_complete,
    if(min(extractor_version) = max(extractor_version), max(extractor_version), NULL) AS extractor_version
  FROM daily_metrics
  GROUP BY trunc(day, 'MONTH')
),
joined AS (
  SELECT month_start,
    coalesce(active_users, 0) AS active_users,
    coalesce(new_users, 0) AS new_users,
    coalesce(returning_users, 0) AS returning_users,
    coalesce(resurrected_users, 0) AS resurrected_users,
    coalesce(dormant_users, 0) AS dormant_users,
    coalesce(conversations, 0) AS conversations,
    try_divide(mean_daily_users, active_users) AS dau_mau,
    coalesce(is_complete, false) AS is_complete,
    extractor_version,
    month_start = min(month_start) OVER () AS is_left_censored,
    lag(active_users) OVER (ORDER BY month_start) AS last_month,
    lag(is_complete) OVER (ORDER BY month_start) AS last_month_is_complete
  FROM calendar LEFT JOIN users USING (month_start) LEFT JOIN gone USING (month_start) LEFT JOIN days USING (month_start)
)
SELECT month_start, active_users,
  if(is_left_censored, NULL, new_users) AS new_users,
  if(is_left_censored, NULL, returning_users) AS returning_users,
  if(is_left_censored, NULL, resurrected_users) AS resurrected_users,
  if(is_left_censored, NULL, dormant_users) AS dormant_users,
  conversations,
  if(is_complete AND last_month_is_complete, try_divide(100D * (active_users - last_month), last_month), NULL) AS growth_percent,
  dau_mau, is_complete, is_left_censored, extractor_version
FROM joined
