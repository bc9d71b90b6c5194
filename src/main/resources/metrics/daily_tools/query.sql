-- reads: conversations, reporting_days
SELECT day, tool, conversations, calls, failures,
  conversations / engaged_conversations AS share
FROM (
  SELECT day, call.tool,
    count(DISTINCT conversation_key) AS conversations,
    count(*) AS calls,
    count_if(call.failed) AS failures
  FROM conversations JOIN reporting_days USING (day)
  LATERAL VIEW explode(tools) AS call
  GROUP BY day, call.tool
) LEFT JOIN (
  SELECT day, nullif(count_if(user_turns > 0 AND assistant_turns > 0), 0) AS engaged_conversations
  FROM conversations
  GROUP BY day
) USING (day)
