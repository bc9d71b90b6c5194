-- reads: conversations, reporting_days, settings
-- Names in the list of tools are always published. Others are what records say: those of fewer than min_users users go to (other), and the
-- smallest named one with them where (other) would isolate fewer than min_users users.
WITH calls AS (
  SELECT day, conversation_key, user_day_key, call.tool, call.failed
  FROM conversations JOIN reporting_days USING (day)
  LATERAL VIEW explode(tools) AS call
),
named AS (
  SELECT day, explode(safe_groups(collect_list(struct('' AS pool, tool AS name, pairs, user_keys)), min_users)) AS tool
  FROM (
    SELECT day, tool, min_users, count(DISTINCT conversation_key) AS pairs, first_distinct(user_day_key, min_users) AS user_keys
    FROM calls CROSS JOIN settings
    WHERE NOT array_contains(listed_tools, tool)
    GROUP BY day, tool, min_users
  )
  GROUP BY day, min_users
),
shown AS (
  SELECT calls.*, if(array_contains(listed_tools, calls.tool), calls.tool, coalesce(named.tool, '(other)')) AS shown_as
  FROM calls CROSS JOIN settings
    LEFT JOIN named ON named.day = calls.day AND named.tool = calls.tool
)
SELECT day, tool, conversations, users, calls, failures,
  conversations / engaged_conversations AS share
FROM (
  SELECT day, shown_as AS tool,
    count(DISTINCT conversation_key) AS conversations,
    count(DISTINCT user_day_key) AS users,
    count(*) AS calls,
    count_if(failed) AS failures
  FROM shown
  GROUP BY day, shown_as
) LEFT JOIN (
  SELECT day, nullif(count_if(user_turns > 0 AND assistant_turns > 0), 0) AS engaged_conversations
  FROM conversations
  GROUP BY day
) USING (day)
