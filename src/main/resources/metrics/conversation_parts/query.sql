SELECT
  conversation_key,
  day,
  min(named_struct('sent_at', sent_at, 'user_day_key', user_day_key)) FILTER (WHERE user_day_key IS NOT NULL) AS first_user,
  min(sent_at) FILTER (WHERE role IN ('user', 'assistant')) AS started_at,
  max(sent_at) FILTER (WHERE role IN ('user', 'assistant')) AS ended_at,
  count_if(role = 'user') AS user_turns,
  count_if(role = 'assistant') AS assistant_turns,
  count(*) AS records,
  array_sort(flatten(collect_list(recipes))) AS recipes,
  array_sort(flatten(collect_list(tools))) AS tools,
  array_sort(array_distinct(flatten(collect_list(features)))) AS features,
  -- a user speaks first when both speak in the same microsecond
  array_sort(collect_list(named_struct('sent_at', sent_at, 'from_assistant', role = 'assistant', 'evidence', turn.evidence,
    'signature', turn.signature, 'rating', turn.rating)) FILTER (WHERE role IN ('user', 'assistant'))) AS turns,
  source_id
FROM records
WHERE disposition = 'loaded'
GROUP BY source_id, conversation_key, day
