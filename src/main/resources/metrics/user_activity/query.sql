SELECT activity_key, day,
  bool_or(role = 'user') AS is_active,
  array_sort(array_distinct(flatten(collect_list(features)))) AS features,
  source_id
FROM records
WHERE disposition = 'loaded' AND activity_key IS NOT NULL
GROUP BY source_id, activity_key, day
-- what the assistant did for somebody in a record of another source still is their use of a feature
HAVING is_active OR size(features) > 0
