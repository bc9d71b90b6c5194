SELECT day, hour, role, user_day_key, count(*) AS messages, source_id
FROM records
WHERE disposition = 'loaded'
GROUP BY source_id, day, hour, role, user_day_key
