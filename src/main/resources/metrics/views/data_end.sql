-- reads: read_days
-- A final folder ends at midnight UTC; the zone's last midnight before that is the end of its newest day. A day of an export ends in the zone.
SELECT max(if(is_folder, CAST(timestamp_seconds((unix_date(day) + 1) * 86400L) AS DATE), date_add(day, 1))) AS at
FROM read_days WHERE is_final
