-- area: restricted
-- grain: run
-- question: What did each run read, and where did every record go?
-- key: started_at, run_id
-- statistics: started_at
-- retention: 90 days
-- texts: closed run_id, job, exclusions.reason, outcome, sources.source_id, sources.fingerprint, findings.severity, findings.table_name, findings.sentence, table_versions.table_name, pipeline_version; masked findings.row
run_id STRING COMMENT 'Random id of the run.',
job STRING COMMENT 'The job: daily-metrics, backfill, ...',
day_from DATE COMMENT 'First day requested.',
day_to DATE COMMENT 'Last day requested.',
rows_read BIGINT COMMENT 'Records found in the sources = loaded + duplicate + rejected + excluded, exactly. Additive.',
rows_loaded BIGINT COMMENT 'Records loaded into conversation_parts. Additive.',
rows_duplicate BIGINT COMMENT 'Records that repeat another one: same conversation, time, role and message. Additive.',
rows_rejected BIGINT COMMENT 'Records written to rejected_records. Additive.',
rows_excluded BIGINT COMMENT 'Records left out on purpose: see exclusions. Additive.',
exclusions ARRAY<STRUCT<reason: STRING, count: BIGINT>> COMMENT 'Why records were excluded, sorted by reason: deleted (the record is a delete), erased (an erased user''s), excluded_user (of --exclude-users), expired (late, for a day whose rows have expired, were made with earlier keys or were shredded), key_shredded (late, from a month whose key was shredded), opted_out, other_day (of an export, left to the run of its day), refused (of a source that was not used, because most of it is rejected or has no text), superseded (a later write of the same item was read), ttl_deleted (DynamoDB''s TTL removed the item: its message stays).',
started_at TIMESTAMP COMMENT 'When the run began.',
finished_at TIMESTAMP COMMENT 'When its last table was written.',
outcome STRING COMMENT 'done; missing_days when some days of the range have no input; stale_sources when messages of other sources were changed, and those sources could not be read again; failed_checks when something was not published because a data check failed, or because a source was refused.',
sources ARRAY<STRUCT<source_id: STRING, day: DATE, is_final: BOOLEAN, fingerprint: STRING>> COMMENT 'What was read and used: each source with its day, whether its input was final, and a hash over its files.',
findings ARRAY<STRUCT<severity: STRING, table_name: STRING, sentence: STRING, period: DATE, row: STRING>> COMMENT 'What the data checks found: severity fail (the period was not published) or warn, the sentence that is violated, and the row that violates it, redacted.',
table_versions ARRAY<STRUCT<table_name: STRING, version: BIGINT>> COMMENT 'The Delta version in which the run left each table that it wrote, for time travel.',
pipeline_version STRING COMMENT 'Version of this software and the commit it was built from, such as 0.1.0+1a2b3c4; followed by -dirty if there were uncommitted changes; unknown instead of the commit if it was built without its git history.'
