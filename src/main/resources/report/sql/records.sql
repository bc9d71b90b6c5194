-- Where every record went, over the runs whose range includes these days (needs the restricted role)
WITH total AS (
  SELECT SUM(rows_read) AS rows_read, SUM(rows_loaded) AS loaded, SUM(rows_duplicate) AS duplicate,
    SUM(rows_rejected) AS rejected, SUM(rows_excluded) AS excluded
  FROM pipeline_runs
  WHERE day_from <= :to AND day_to >= :from AND rows_read > 0
),
fates AS (
  SELECT 1 AS place, 'loaded' AS fate, loaded AS records, rows_read FROM total
  UNION ALL SELECT 2, 'duplicate', duplicate, rows_read FROM total
  UNION ALL SELECT 3, 'rejected', rejected, rows_read FROM total
  UNION ALL SELECT 4, 'excluded', excluded, rows_read FROM total
)
SELECT fate, records, CAST(records AS DOUBLE) / rows_read AS share
FROM fates
ORDER BY place
