-- question: How many recipes came up, on each day of a month
-- tables: daily_metrics_json
-- means: The original's recipe diversity, from its daily files: the number of named dishes, and of messages that name any dish. (other), the dishes with too few users, does not count as a named dish.
-- parameters: year and month, such as 2025 and 1. They determine which files are read.
SELECT "date",
  cardinality(map_filter(recipes_discussed, (name, mentions) -> name <> '(other)')) AS unique_recipes,
  reduce(map_values(recipes_discussed), 0, (s, x) -> s + x, s -> s) AS total_recipe_mentions
FROM daily_metrics_json
WHERE year = ? AND month = ?
ORDER BY "date" DESC
