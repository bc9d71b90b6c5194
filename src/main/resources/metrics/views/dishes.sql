-- reads: mentions
-- How often a dish was named on a day under each of its names; a pair is a conversation and a dish.
SELECT day, recipe_key, recipe_name,
  count(*) AS mentions,
  count_if(requested) AS requested,
  count_if(is_first) AS pairs
FROM mentions
GROUP BY day, recipe_key, recipe_name
