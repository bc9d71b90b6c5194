-- reads: previous_daily_metrics, daily_metrics, changed_days, settings
-- previous_daily_metrics is what is published now, daily_metrics what takes its place.
WITH before AS (
  SELECT day, extractor_version, explode(from_json(to_json(struct(* EXCEPT (day, revision, extractor_version))), 'MAP<STRING, STRING>')) AS (metric, value)
  FROM previous_daily_metrics
),
after AS (
  SELECT day, extractor_version, explode(from_json(to_json(struct(* EXCEPT (day, revision, extractor_version))), 'MAP<STRING, STRING>')) AS (metric, value)
  FROM daily_metrics
  WHERE day IN (SELECT day FROM previous_daily_metrics)
)
SELECT day, 'daily_metrics' AS table_name, metric,
  before.value AS old_value,
  after.value AS new_value,
  CASE
    WHEN settings.job = 'erase' THEN 'erased'
    WHEN any_value(before.extractor_version, true) OVER (PARTITION BY day) <> settings.extractor_version THEN 'new_extractor'
    ELSE coalesce(changed_days.why, 'late')
  END AS why,
  settings.run_id
FROM before FULL OUTER JOIN after USING (day, metric) LEFT JOIN changed_days USING (day) CROSS JOIN settings
WHERE NOT before.value <=> after.value
