-- reads: sources
-- The days whose input was read, ever. A folder holds a day of UTC, and is final when it says so or when a later day has come; a day of
-- another zone is final when every folder that holds a part of it is. What an export holds of a day is a source by itself.
WITH read AS (
  SELECT day, source_id LIKE 'day-%' AS is_folder,
    bool_or(is_final) OR day < max(max(day)) OVER () AS is_final
  FROM sources
  GROUP BY day, source_id LIKE 'day-%'
),
parts AS (
  SELECT DISTINCT day,
    CAST(to_utc_timestamp(CAST(day AS TIMESTAMP), current_timezone()) AS DATE) AS first_folder,
    CAST(to_utc_timestamp(CAST(date_add(day, 1) AS TIMESTAMP) - INTERVAL '1' MICROSECOND, current_timezone()) AS DATE) AS last_folder
  FROM read
)
SELECT parts.day,
  bool_or(NOT is_folder AND read.day = parts.day AND is_final)
    OR count_if(is_folder AND is_final) > datediff(last_folder, first_folder) AS is_final
FROM parts JOIN read ON read.day BETWEEN first_folder AND last_folder OR read.day = parts.day
GROUP BY parts.day, first_folder, last_folder
