-- area: restricted
-- grain: run x published day x metric
-- question: Which figures of a published day have changed, and why?
-- key: day, metric, run_id
-- statistics: day
-- retention: 2 years
-- texts: closed table_name, metric, old_value, new_value, why, run_id
day DATE COMMENT 'A day that had already been published.',
table_name STRING COMMENT 'The published table: daily_metrics.',
metric STRING COMMENT 'The column that has changed.',
old_value STRING COMMENT 'The value published before; null if it was null.',
new_value STRING COMMENT 'The value published now; null if it is null.',
why STRING COMMENT 'late: more records of the day were read; updated: these included later versions of its messages; withdrawn: these included a delete or an opt-out of a message; new_extractor: the extraction rules have changed; erased: a user was erased.',
run_id STRING COMMENT 'The run that changed it. A run that was killed has no row in pipeline_runs; its retry records the change again.'
