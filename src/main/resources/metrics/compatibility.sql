-- reads: sent_days, part_days, conversation_parts, daily_recipes, settings, reporting_days
-- The original's daily JSON file, by the original's own definitions: everything by the day of the message, every
-- record counted whatever its role, a missing user counted as one user.
-- With a threshold its dishes repeat daily_recipes, by the day their conversations began: counted in a second way, the difference would
-- reveal who cooked past midnight.
WITH records AS (
  SELECT day, records AS total_messages, users + CAST(unattributed_records > 0 AS INT) AS unique_users
  FROM sent_days
),
talks AS (
  SELECT day, parts AS total_conversations FROM part_days WHERE sources = 1
  UNION ALL
  -- a conversation may have a part in each source
  SELECT day, count(DISTINCT conversation_key)
  FROM conversation_parts LEFT SEMI JOIN (SELECT day FROM part_days WHERE sources > 1) USING (day)
  GROUP BY day
),
dishes AS (
  SELECT day, recipe_name, mentions
  FROM daily_recipes CROSS JOIN settings
  WHERE min_users > 1
  UNION ALL
  SELECT day, mode(mention.recipe_name, true), count(*)
  FROM conversation_parts CROSS JOIN settings
  LATERAL VIEW explode(recipes) AS mention
  WHERE min_users = 1
  GROUP BY day, mention.recipe_key
),
discussed AS (
  -- two dishes may be written alike: their counts add up
  SELECT day, map_from_entries(array_sort(collect_list(struct(recipe_name, mentions)))) AS recipes_discussed
  FROM (SELECT day, recipe_name, sum(mentions) AS mentions FROM dishes GROUP BY day, recipe_name)
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
