-- Tools over the days on which any record reports one; other days say nothing
SELECT tool,
  CAST(SUM(conversations) AS DOUBLE) / NULLIF((
    SELECT SUM(engaged_conversations) FROM daily_metrics
    WHERE day BETWEEN :from AND :to AND day IN (SELECT day FROM daily_tools)), 0) AS share,
  SUM(conversations) AS conversations, SUM(calls) AS calls, SUM(failures) AS failures,
  CAST(SUM(failures) AS DOUBLE) / NULLIF(SUM(calls), 0) AS failure_share
FROM daily_tools
WHERE day BETWEEN :from AND :to AND day IN (SELECT day FROM daily_metrics)
GROUP BY tool
ORDER BY 3 DESC, tool
