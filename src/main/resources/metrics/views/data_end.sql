-- reads: read_days
-- The newest final folder ends at midnight UTC; the zone's last midnight before that is the end of its newest day.
SELECT CAST(timestamp_seconds((unix_date(max(day)) + 1) * 86400L) AS DATE) AS at
FROM read_days WHERE is_final
