-- reads: user_facts
SELECT activity_key, day,
  bool_or(is_active) AS is_active,
  array_sort(feature_names(bit_or(features))) AS features,
  source_id
FROM user_facts
GROUP BY source_id, activity_key, day
-- what the assistant did for somebody in a record of another source still is their use of a feature
HAVING bool_or(is_active) OR bit_or(features) <> 0
