-- question: How many recipes came up, on each day of a month
-- tables: daily_metrics_json
-- means: The original's recipe diversity, from its daily files: dishes with a name of their own, and messages that name any. (other), the dishes of too few users, is no name.
-- parameters: year and month, such as 2025 and 1. They say which files are read.
SELECT "date",
  cardinality(map_filter(recipes_discussed, (name, mentions) -> name <> '(other)')) AS unique_recipes,
  reduce(map_values(recipes_discussed), 0, (s, x) -> s + x, s -> s) AS total_recipe_mentions
FROM daily_metrics_json
WHERE year = ? AND month = ?
ORDER BY "date" DESC
