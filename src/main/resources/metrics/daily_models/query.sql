-- reads: conversation_parts, reaching_conversations, part_days, reporting_days, settings
-- Of days on which no record names a model nothing is read. Names in the list of models are always published; others as those of tools are:
-- see daily_tools.
WITH told_days AS (
  SELECT day FROM part_days WHERE model_answers > 0 AND day IN (SELECT day FROM reporting_days)
),
parts AS (
  -- the parts of a conversation, whatever sources brought them: the first user whom it names on the day, of equal times the smallest key
  SELECT day, conversation_key,
    min(array_min(transform(filter(turns, turn -> turn.user IS NOT NULL),
      turn -> struct(turn.sent_at, user_day_keys[turn.user] AS user_day_key)))).user_day_key AS first_user,
    flatten(collect_list(transform(models, use -> struct(get(user_day_keys, turns[use.turn].user) AS user_day_key, use)))) AS answers
  FROM conversation_parts LEFT SEMI JOIN told_days USING (day)
  GROUP BY day, conversation_key
),
answers AS (
  SELECT parts.day, conversation_key, completed, coalesce(answer.user_day_key, first_user) AS user_day_key, answer.use.*
  FROM parts LEFT JOIN (SELECT conversation_key, completed FROM reaching_conversations) USING (conversation_key)
  LATERAL VIEW explode(answers) AS answer
),
named AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, model AS name, pairs, user_keys)), min_users)) AS model
  FROM (
    SELECT day, model, min_users, count(DISTINCT conversation_key) AS pairs, first_distinct(user_day_key, min_users) AS user_keys
    FROM answers CROSS JOIN settings
    WHERE NOT array_contains(listed_models, model)
    GROUP BY day, model, min_users
  )
  GROUP BY day, min_users
),
shown AS (
  SELECT answers.*, min_users, if(array_contains(listed_models, answers.model), answers.model, coalesce(named.model, '(other)')) AS shown_as
  FROM answers CROSS JOIN settings
    LEFT JOIN named ON named.day = answers.day AND named.model = answers.model
)
SELECT day, shown_as AS model,
  count(*) AS responses,
  count(DISTINCT conversation_key) AS conversations,
  -- a listed name is shown for any number of users, but not how it went for few
  if(count(DISTINCT user_day_key) BETWEEN 1 AND any_value(min_users) - 1, NULL,
    count(DISTINCT if(completed, conversation_key, NULL))) AS completed,
  count(DISTINCT user_day_key) AS users,
  sum(input_tokens) AS input_tokens,
  sum(output_tokens) AS output_tokens,
  -- whole numbers until here: the sum does not depend on the order
  sum(cost_nanos) / 1e9D AS cost_usd,
  percentile(latency_micros, 0.5) / 1e3D AS latency_p50_ms,
  percentile(latency_micros, 0.9) / 1e3D AS latency_p90_ms,
  count_if(failed) AS failures
FROM shown
GROUP BY day, shown_as
