-- reads: sources
-- The days whose input was ever read: final when it says so, or when a later day has come. A folder holds a day of UTC; what an export holds
-- of a day of the lake's zone is a source by itself.
SELECT day, source_id LIKE 'day-%' AS is_folder,
  bool_or(is_final) OR day < max(max(day)) OVER () AS is_final
FROM sources
GROUP BY day, source_id LIKE 'day-%'
