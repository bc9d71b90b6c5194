-- The ten most popular dishes; (other), the dishes with too few users to be named, comes last and has no rank
WITH dishes AS (
  SELECT recipe_key, MAX_BY(recipe_name, week_start) AS recipe_name, SUM(conversations) AS conversations,
    SUM(users) AS user_weeks, SUM(mentions) AS mentions
  FROM weekly_recipes
  WHERE week_start BETWEEN :from AND :to AND week_start IN (SELECT week_start FROM weekly_metrics)
  GROUP BY recipe_key
),
ranked AS (
  SELECT *,
    CAST(conversations AS DOUBLE) / SUM(conversations) OVER () AS share,
    CASE WHEN recipe_key <> '(other)' THEN
      ROW_NUMBER() OVER (PARTITION BY recipe_key = '(other)' ORDER BY conversations DESC, user_weeks DESC, recipe_name)
    END AS place
  FROM dishes
)
SELECT place, recipe_name, conversations, share, user_weeks, mentions
FROM ranked
WHERE place IS NULL OR place <= 10
ORDER BY place NULLS LAST
