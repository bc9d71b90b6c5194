-- reads: read_days
-- A day of the lake's zone is final when every folder that holds a part of it was read and is final.
SELECT parts.day,
  bool_or(NOT is_folder AND read_days.day = parts.day AND is_final)
    OR count_if(is_folder AND is_final) > datediff(last_folder, first_folder) AS is_final
FROM (
  SELECT DISTINCT day,
    CAST(to_utc_timestamp(CAST(day AS TIMESTAMP), current_timezone()) AS DATE) AS first_folder,
    CAST(to_utc_timestamp(CAST(date_add(day, 1) AS TIMESTAMP) - INTERVAL '1' MICROSECOND, current_timezone()) AS DATE) AS last_folder
  FROM read_days
) AS parts
JOIN read_days ON read_days.day BETWEEN first_folder AND last_folder OR read_days.day = parts.day
GROUP BY parts.day, first_folder, last_folder
