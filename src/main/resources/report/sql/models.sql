-- Models over the days on which any record names one. A conversation counts once for each day on which the model answered in it; costs are
-- those of days on which any was reported
SELECT model, SUM(responses) AS responses,
  CAST(SUM(failures) AS DOUBLE) / NULLIF(SUM(responses), 0) AS failure_share,
  AVG(latency_p50_ms) AS median_ms,
  AVG(latency_p90_ms) AS p90_ms,
  SUM(cost_usd) AS cost_usd,
  1000 * SUM(cost_usd) / NULLIF(SUM(CASE WHEN cost_usd IS NOT NULL THEN conversations END), 0) AS cost_per_1000,
  1000 * SUM(CASE WHEN completed IS NOT NULL THEN cost_usd END) / NULLIF(SUM(CASE WHEN cost_usd IS NOT NULL THEN completed END), 0) AS cost_per_1000_completed
FROM daily_models
WHERE day BETWEEN :from AND :to AND day IN (SELECT day FROM daily_metrics)
GROUP BY model
ORDER BY 2 DESC, model
