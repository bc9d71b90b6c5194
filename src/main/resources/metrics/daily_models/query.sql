-- reads: model_answers, settings
-- Names in the list of models are always published; others as those of tools are: see daily_tools.
WITH named AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, model AS name, pairs, user_keys)), min_users)) AS model
  FROM (
    SELECT day, model, min_users, count(DISTINCT conversation_key) AS pairs, first_distinct(user_day_key, min_users) AS user_keys
    FROM model_answers CROSS JOIN settings
    WHERE NOT array_contains(listed_models, model)
    GROUP BY day, model, min_users
  )
  GROUP BY day, min_users
),
shown AS (
  SELECT model_answers.*, min_users, if(array_contains(listed_models, model_answers.model), model_answers.model, coalesce(named.model, '(other)')) AS shown_as
  FROM model_answers CROSS JOIN settings
    LEFT JOIN named ON named.day = model_answers.day AND named.model = model_answers.model
),
latencies AS (
  SELECT day, shown_as, percentile(latency_micros, 0.5) AS p50, percentile(latency_micros, 0.9) AS p90
  FROM shown LATERAL VIEW explode(latencies) AS latency_micros
  GROUP BY day, shown_as
)
SELECT day, shown_as AS model,
  sum(responses) AS responses,
  count(DISTINCT conversation_key) AS conversations,
  -- a listed name is shown for any number of users, but not how it went for few
  if(count(DISTINCT user_day_key) BETWEEN 1 AND any_value(min_users) - 1, NULL,
    count(DISTINCT if(completed, conversation_key, NULL))) AS completed,
  count(DISTINCT user_day_key) AS users,
  sum(input_tokens) AS input_tokens,
  sum(output_tokens) AS output_tokens,
  -- whole numbers until here: the sum does not depend on the order
  sum(cost_nanos) / 1e9D AS cost_usd,
  any_value(p50) / 1e3D AS latency_p50_ms,
  any_value(p90) / 1e3D AS latency_p90_ms,
  sum(failures) AS failures
FROM shown LEFT JOIN latencies USING (day, shown_as)
GROUP BY day, shown_as
