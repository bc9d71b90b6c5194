-- reads: reporting_weeks, user_week_items, daily_metrics, settings, daily_recipes
-- A dish keeps the days on which daily_recipes names it. On its other days, it is part of pools that the daily tables publish: (other) and
-- the kinds of daily_categories. Those days join it if safe_groups finds that taking them out of the pools isolates nobody.
WITH weeks AS (
  SELECT week_start FROM reporting_weeks
  UNION
  SELECT date_sub(week_start, 7) FROM reporting_weeks -- for rank_change
),
parts AS (
  SELECT conversation_week_key, day,
    bool_or(has_messages) AS has_messages,
    min_by(user_week_key, user_order) FILTER (WHERE user_order IS NOT NULL) AS user_week_key,
    flatten(collect_list(recipes)) AS recipes
  FROM user_week_items
  GROUP BY conversation_week_key, day
),
talks AS (
  SELECT conversation_week_key,
    -- the day on which it started, and the user whom that day names first
    min(named_struct('day', day, 'user_week_key', user_week_key)) FILTER (WHERE has_messages) AS first,
    flatten(collect_list(recipes)) AS recipes
  FROM parts
  GROUP BY conversation_week_key
),
started AS (
  SELECT week_start, daily_metrics.day, conversation_week_key, recipes, first.user_week_key
  FROM talks
    JOIN daily_metrics ON daily_metrics.day = first.day -- only published days
    JOIN weeks ON week_start = CAST(date_trunc('WEEK', daily_metrics.day) AS DATE)
),
mentions AS (
  SELECT week_start, day, conversation_week_key, user_week_key, mention.recipe_key, mention.recipe_name
  FROM started
  LATERAL VIEW explode(recipes) AS mention
),
dishes AS (
  SELECT week_start, day, recipe_key, min_users,
    mode(recipe_name, true) AS recipe_name,
    count(DISTINCT conversation_week_key) AS pairs,
    first_distinct(user_week_key, min_users) AS user_keys
  FROM mentions CROSS JOIN settings
  GROUP BY week_start, day, recipe_key, min_users
),
named AS (
  SELECT day, recipe_key FROM daily_recipes
),
folded AS (
  SELECT *, concat_ws(' ', coalesce(dish_cuisine(recipe_name), 'unknown'), dish_diets(recipe_name)) AS kind
  FROM dishes LEFT ANTI JOIN named USING (day, recipe_key)
),
told AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, kind AS name, pairs, user_keys)), min_users)) AS kind
  FROM folded
  GROUP BY day, min_users
),
rests AS (
  SELECT week_start,
    explode(safe_groups(
      collect_list(struct(concat_ws(' ', folded.day, told.kind) AS pool, recipe_key AS name, pairs, user_keys)), min_users)) AS recipe_key
  FROM folded LEFT JOIN told ON told.day = folded.day AND told.kind = folded.kind
  GROUP BY week_start, min_users
),
shown AS (
  SELECT mentions.*, coalesce(named.recipe_key, rests.recipe_key, '(other)') AS shown_as
  FROM mentions
    LEFT JOIN named ON named.day = mentions.day AND named.recipe_key = mentions.recipe_key
    LEFT JOIN rests ON rests.week_start = mentions.week_start AND rests.recipe_key = mentions.recipe_key
),
cells AS (
  SELECT week_start, shown_as AS recipe_key,
    if(shown_as = '(other)', '(other)', mode(recipe_name, true)) AS recipe_name,
    count(DISTINCT conversation_week_key, recipe_key) AS conversations,
    count(DISTINCT user_week_key) AS users,
    count(*) AS mentions
  FROM shown
  GROUP BY week_start, shown_as
),
ranked AS (
  SELECT *,
    if(recipe_key = '(other)', NULL, row_number() OVER (
      PARTITION BY week_start
      ORDER BY recipe_key = '(other)', conversations DESC, users DESC, recipe_name, recipe_key)) AS rank
  FROM cells
),
compared AS (
  SELECT *,
    if(lag(week_start) OVER (of_the_dish) = date_sub(week_start, 7), lag(rank) OVER (of_the_dish) - rank, NULL) AS rank_change
  FROM ranked
  WINDOW of_the_dish AS (PARTITION BY recipe_key ORDER BY week_start)
)
SELECT week_start, recipe_key, recipe_name, conversations, users, mentions, rank, rank_change
FROM compared LEFT SEMI JOIN reporting_weeks USING (week_start)
