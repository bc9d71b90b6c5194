-- The original's daily JSON file, by the original's own definitions: everything by the day of the message, every
-- record counted whatever its role, a missing user counted as one user. Dishes of fewer than min_users users, and the
-- smallest other one when these are fewer than min_users together, are summed under (other).
WITH records AS (
  SELECT day, sum(messages) AS total_messages,
    count(DISTINCT user_day_key) + CAST(bool_or(user_day_key IS NULL) AS INT) AS unique_users
  FROM message_hours
  GROUP BY day
),
talks AS (
  SELECT day, count(DISTINCT conversation_key) AS total_conversations
  FROM conversation_parts
  GROUP BY day
),
mentions AS (
  SELECT day, first_user.user_day_key, mention.recipe_key, mention.recipe_name
  FROM conversation_parts JOIN reporting_days USING (day)
  LATERAL VIEW explode(recipes) AS mention
),
sizes AS (
  SELECT day, recipe_key, min_users, count(DISTINCT user_day_key) AS users, count(*) AS mentions,
    min_users > 1 AND count(DISTINCT user_day_key) < min_users AS is_small
  FROM mentions CROSS JOIN settings
  GROUP BY day, recipe_key, min_users
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY day, is_small ORDER BY users, mentions, recipe_key) AS place
  FROM sizes
),
folds AS (
  SELECT day, count(DISTINCT user_day_key) BETWEEN 1 AND any_value(min_users) - 1 AS needs_one_more
  FROM mentions JOIN ranked USING (day, recipe_key)
  WHERE is_small
  GROUP BY day
),
display AS (
  SELECT day, recipe_key, recipe_name
  FROM (
    SELECT day, recipe_key, recipe_name,
      row_number() OVER (PARTITION BY day, recipe_key ORDER BY count(*) DESC, recipe_name) AS place
    FROM mentions
    GROUP BY day, recipe_key, recipe_name
  )
  WHERE place = 1
),
named AS (
  SELECT ranked.day, ranked.mentions,
    if(is_small OR (place = 1 AND coalesce(needs_one_more, false)), '(other)', recipe_name) AS recipe_name
  FROM ranked
    JOIN display ON display.day = ranked.day AND display.recipe_key = ranked.recipe_key
    LEFT JOIN folds ON folds.day = ranked.day
),
discussed AS (
  -- two dishes may be written alike: their counts add up
  SELECT day, map_from_entries(array_sort(collect_list(struct(recipe_name, mentions)))) AS recipes_discussed
  FROM (SELECT day, recipe_name, sum(mentions) AS mentions FROM named GROUP BY day, recipe_name)
  GROUP BY day
)
SELECT
  day AS date,
  coalesce(total_conversations, 0) AS total_conversations,
  coalesce(unique_users, 0) AS unique_users,
  coalesce(recipes_discussed, map()) AS recipes_discussed,
  coalesce(total_messages, 0) AS total_messages,
  coalesce(total_messages / total_conversations, 0D) AS avg_conversation_length
FROM reporting_days LEFT JOIN talks USING (day) LEFT JOIN records USING (day) LEFT JOIN discussed USING (day)
