-- question: Which tools fail
-- tables: daily_tools, daily_metrics
-- means: Calls in the last 28 published days and the share that was reported as failed. Days on which no record reports a tool are not included.
SELECT tool, sum(conversations) AS conversations, sum(calls) AS calls, sum(failures) AS failures,
  CAST(sum(failures) AS DOUBLE) / nullif(sum(calls), 0) AS failure_share
FROM daily_tools
WHERE day IN (SELECT day FROM daily_metrics)
  AND day > (SELECT max(day) FROM daily_metrics) - INTERVAL '28' DAY
GROUP BY tool
ORDER BY failures DESC, calls DESC, tool
