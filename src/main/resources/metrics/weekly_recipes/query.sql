-- reads: reporting_weeks, conversations, user_week_items, daily_metrics, settings, daily_recipes
-- A dish keeps the days on which daily_recipes names it. On its other days, it is part of pools that the daily tables publish: (other) and
-- the kinds of daily_categories. Those days join it if safe_groups finds that taking them out of the pools isolates nobody.
WITH weeks AS (
  SELECT week_start FROM reporting_weeks
  UNION
  SELECT date_sub(week_start, 7) FROM reporting_weeks -- for rank_change
),
days AS (
  SELECT week_start, day
  FROM daily_metrics JOIN weeks ON week_start = CAST(date_trunc('WEEK', day) AS DATE) -- only published days
),
mentions AS (
  SELECT week_start, day, conversation_key, mention.recipe_key, mention.recipe_name
  FROM conversations JOIN days USING (day)
  LATERAL VIEW explode(recipes) AS mention
),
-- counted apart: nothing joins a conversation to the user of the week
users AS (
  SELECT day, recipe_key, first_distinct(user_week_key, min_users) AS user_keys
  FROM user_week_items LEFT SEMI JOIN days USING (day) CROSS JOIN settings
  GROUP BY day, recipe_key, min_users
),
dishes AS (
  SELECT week_start, day, recipe_key, min_users, recipe_name, pairs, coalesce(user_keys, array()) AS user_keys
  FROM (
    SELECT week_start, day, recipe_key, mode(recipe_name, true) AS recipe_name, count(DISTINCT conversation_key) AS pairs
    FROM mentions
    GROUP BY week_start, day, recipe_key
  ) LEFT JOIN users USING (day, recipe_key) CROSS JOIN settings
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
  SELECT dishes.week_start, dishes.day, dishes.recipe_key, coalesce(named.recipe_key, rests.recipe_key, '(other)') AS shown_as,
    named.recipe_key IS NOT NULL AS is_named
  FROM dishes
    LEFT JOIN named ON named.day = dishes.day AND named.recipe_key = dishes.recipe_key
    LEFT JOIN rests ON rests.week_start = dishes.week_start AND rests.recipe_key = dishes.recipe_key
),
counted AS (
  SELECT shown.week_start, shown_as AS recipe_key,
    if(shown_as = '(other)', '(other)', mode(recipe_name, true)) AS recipe_name,
    count(DISTINCT conversation_key, recipe_key) AS conversations,
    count(*) AS mentions,
    bool_and(is_named) AS is_named
  FROM mentions JOIN shown USING (day, recipe_key)
  GROUP BY shown.week_start, shown_as
),
counted_users AS (
  SELECT week_start, shown_as AS recipe_key, count(DISTINCT user_week_key) AS users
  FROM user_week_items JOIN shown USING (day, recipe_key)
  GROUP BY week_start, shown_as
),
days_of_dishes AS (
  SELECT week_start, recipe_key, max(users) AS most, collect_list(users) AS users_of_days,
    if(count(completed) = count(*), struct(sum(completed) AS completed, sum(not_completed) AS not_completed, sum(problems) AS problems), NULL)
      AS outcomes
  FROM daily_recipes JOIN days USING (day)
  GROUP BY week_start, recipe_key
),
bands AS (
  SELECT *, array_min(filter(bounds, bound -> bound > most)) AS next_bound
  FROM counted
    LEFT JOIN counted_users USING (week_start, recipe_key)
    LEFT JOIN days_of_dishes USING (week_start, recipe_key)
    CROSS JOIN settings
    CROSS JOIN (SELECT flatten(transform(sequence(0, 9), zeros -> transform(array(1, 2, 5), digit -> digit * CAST(pow(10, zeros) AS BIGINT)))) AS bounds)
),
cells AS (
  SELECT week_start, recipe_key, recipe_name, conversations, mentions,
    if(is_named, outcomes, NULL) AS outcomes,
    -- The lower bound of the band: an exact week minus a day would reveal how many cooked the dish on other days only. The week has at
    -- least the users of its largest day; where a smaller day would then be too close to the end of the band, the next one joins it.
    CASE
      WHEN min_users = 1 THEN coalesce(users, 0)
      WHEN coalesce(users, 0) < min_users THEN 0
      ELSE greatest(min_users, array_max(filter(bounds, bound -> bound <= users AND NOT (
        bound <=> next_bound AND exists(users_of_days, of_day -> of_day < most AND next_bound - of_day <= min_users)))))
    END AS users
  FROM bands
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
SELECT week_start, recipe_key, recipe_name, conversations, users, mentions, rank, rank_change, outcomes.completed, outcomes.not_completed, outcomes.problems
FROM compared LEFT SEMI JOIN reporting_weeks USING (week_start)
