-- area: restricted
-- grain: run x published day x metric
-- question: What was different in a published day before, and why did it change?
-- key: day, metric, run_id
-- statistics: day
-- retention: 2 years
day DATE COMMENT 'A day that was published before.',
table_name STRING COMMENT 'The published table: daily_metrics.',
metric STRING COMMENT 'Its column that has changed.',
old_value STRING COMMENT 'What was published; null for null.',
new_value STRING COMMENT 'What is published now; null for null.',
why STRING COMMENT 'late: other records of the day were read; updated: among them later versions of its messages; withdrawn: among them a delete or an opt-out of one; new_extractor: other rules read them; erased: a user was erased.',
run_id STRING COMMENT 'The run that changed it. One that was killed has no row in pipeline_runs; its retry names the change again.'
