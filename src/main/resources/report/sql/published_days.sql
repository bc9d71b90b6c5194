-- Published days of each week: complete and unchanged, complete but changed since they were first published, and still open
SELECT CAST(DATE_TRUNC('week', day) AS DATE) AS week_start,
  COUNT(CASE WHEN is_complete AND revision = 1 THEN 1 END) AS unchanged,
  COUNT(CASE WHEN is_complete AND revision > 1 THEN 1 END) AS restated,
  COUNT(CASE WHEN NOT is_complete THEN 1 END) AS open_days
FROM daily_metrics
WHERE day BETWEEN :from AND :to
GROUP BY 1
ORDER BY 1
