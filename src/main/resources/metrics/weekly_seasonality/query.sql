-- reads: daily_categories, daily_metrics, weekly_recipes, reporting_weeks
-- Computed only from published cells, so it cannot reveal anything that they do not.
WITH published AS (
  SELECT CAST(date_trunc('WEEK', day) AS DATE) AS week_start, dimension, category, sum(pairs) AS pairs
  FROM daily_categories JOIN daily_metrics USING (day)
  GROUP BY date_trunc('WEEK', day), dimension, category
  UNION ALL
  SELECT week_start, 'recipe', recipe_key, conversations FROM weekly_recipes
),
shares AS (
  -- every dish has one course, so courses add up to all dishes; diets are shares of the same total
  SELECT *, dimension = 'recipe' AS of_recipes, unix_date(week_start) AS at,
    pairs / sum(if(dimension IN ('course', 'recipe'), pairs, 0)) OVER (PARTITION BY week_start, dimension = 'recipe') AS share
  FROM published
),
weeks AS (
  SELECT of_recipes, week_start, count(*) OVER (PARTITION BY of_recipes ORDER BY at RANGE BETWEEN 357 PRECEDING AND CURRENT ROW) AS weeks_there
  FROM (SELECT DISTINCT of_recipes, week_start, at FROM shares)
),
compared AS (
  SELECT *,
    sum(share) OVER (PARTITION BY dimension, category ORDER BY at RANGE BETWEEN 357 PRECEDING AND CURRENT ROW) AS share_of_52_weeks,
    max(if(pairs >= 30, share, NULL)) OVER (PARTITION BY dimension, category ORDER BY at RANGE BETWEEN 364 PRECEDING AND 364 PRECEDING) AS share_a_year_ago
  FROM shares
)
SELECT week_start, dimension, category, share,
  if(pairs >= 30, share * weeks_there / share_of_52_weeks, NULL) AS seasonal_index,
  if(pairs >= 30, share / share_a_year_ago, NULL) AS year_over_year
FROM compared JOIN weeks USING (of_recipes, week_start) LEFT SEMI JOIN reporting_weeks USING (week_start)
