-- question: What did each run do
-- tables: pipeline_runs
-- means: The runs of the last 90 days, newest first. Every record that was read is loaded, a duplicate, rejected or excluded.
SELECT started_at, job, day_from, day_to, outcome, rows_read, rows_loaded, rows_duplicate, rows_rejected, rows_excluded
FROM pipeline_runs
ORDER BY started_at DESC, job
