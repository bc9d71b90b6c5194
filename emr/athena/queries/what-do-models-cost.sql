-- question: What do models cost
-- tables: daily_models, daily_metrics
-- means: Answers, tokens and reported cost of each model in the last 28 published days, its cost per conversation and per completed one, latencies as the mean of the days, and the share of answers that failed. Only days that report a cost count towards the two costs, and towards the second one only days with enough users to say how many conversations were completed; days on which no record names a model are not included.
SELECT model, sum(responses) AS responses, sum(input_tokens) AS input_tokens, sum(output_tokens) AS output_tokens,
  sum(cost_usd) AS cost_usd,
  sum(cost_usd) / nullif(sum(CASE WHEN cost_usd IS NOT NULL THEN conversations END), 0) AS cost_per_conversation,
  sum(CASE WHEN completed IS NOT NULL THEN cost_usd END) / nullif(sum(CASE WHEN cost_usd IS NOT NULL THEN completed END), 0) AS cost_per_completed_conversation,
  avg(latency_p50_ms) AS median_ms, avg(latency_p90_ms) AS p90_ms,
  CAST(sum(failures) AS DOUBLE) / nullif(sum(responses), 0) AS failure_share
FROM daily_models
WHERE day IN (SELECT day FROM daily_metrics)
  AND day > (SELECT max(day) FROM daily_metrics) - INTERVAL '28' DAY
GROUP BY model
ORDER BY responses DESC, model
