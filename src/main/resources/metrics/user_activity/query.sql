SELECT DISTINCT activity_key, day, source_id
FROM records
WHERE disposition = 'loaded' AND role = 'user' AND activity_key IS NOT NULL
