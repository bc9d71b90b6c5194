-- reads: dish_counts, settings, daily_recipes
-- Cuisines and diets count the dishes that daily_recipes names, and of the others those whose kind (cuisine and diets together, as diets
-- overlap) has min_users users among them; what is left goes to (other), and the smallest kind with it when that are too few users.
WITH kinds AS (
  SELECT dishes.day, min_users, pairs, user_keys,
    sum(pairs) OVER (PARTITION BY dishes.day) AS recipe_pairs,
    coalesce(dish_course(dishes.recipe_name), 'unknown') AS course,
    coalesce(dish_cuisine(dishes.recipe_name), 'unknown') AS cuisine,
    dish_diets(dishes.recipe_name) AS diets,
    concat_ws(' ', coalesce(dish_cuisine(dishes.recipe_name), 'unknown'), dish_diets(dishes.recipe_name)) AS kind,
    named.recipe_key IS NOT NULL AS is_named
  FROM dish_counts AS dishes CROSS JOIN settings
    LEFT JOIN daily_recipes AS named ON named.day = dishes.day AND named.recipe_key = dishes.recipe_key
),
told AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, kind AS name, pairs, user_keys)), min_users)) AS kind
  FROM kinds
  WHERE NOT is_named
  GROUP BY day, min_users
),
shown AS (
  SELECT kinds.*, is_named OR told.kind IS NOT NULL AS is_told
  FROM kinds LEFT JOIN told ON told.day = kinds.day AND told.kind = kinds.kind
)
SELECT day, label.dimension, label.category, sum(pairs) AS pairs, sum(pairs) / recipe_pairs AS share
FROM shown
LATERAL VIEW explode(concat(
  array(
    named_struct('dimension', 'course', 'category', course),
    named_struct('dimension', 'cuisine', 'category', if(is_told, cuisine, '(other)'))),
  transform(if(is_told, diets, array('(other)')), diet -> named_struct('dimension', 'diet', 'category', diet)))) AS label
GROUP BY day, label.dimension, label.category, recipe_pairs
