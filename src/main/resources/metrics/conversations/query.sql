WITH merged AS (
  SELECT
    conversation_key,
    min(day) FILTER (WHERE started_at IS NOT NULL) AS day,
    min(first_user) FILTER (WHERE started_at IS NOT NULL) AS first_user,
    min(started_at) AS started_at,
    max(ended_at) AS ended_at,
    sum(user_turns) AS user_turns,
    sum(assistant_turns) AS assistant_turns,
    array_sort(flatten(collect_list(recipes))) AS recipes,
    array_sort(flatten(collect_list(tools))) AS tools,
    array_sort(array_distinct(flatten(collect_list(features)))) AS features,
    conversation_facts(array_sort(flatten(collect_list(turns)))) AS facts,
    -- its last message is too close to the end of the data to call it over
    coalesce(max(ended_at) > (SELECT at FROM data_end) - INTERVAL '30' MINUTES, false) AS is_open
  FROM conversation_parts
  GROUP BY conversation_key
)
SELECT
  conversation_key, day,
  -- under another day's pseudonym a user would count twice
  if(CAST(first_user.sent_at AS DATE) = day, first_user.user_day_key, NULL) AS user_day_key,
  started_at, ended_at,
  timestampdiff(MICROSECOND, started_at, ended_at) / 60e6D AS minutes,
  user_turns + assistant_turns AS messages,
  user_turns, assistant_turns, recipes, tools, features,
  if(is_open, 'open', facts.outcome) AS outcome,
  if(is_open, NULL, facts.completed) AS completed,
  facts.satisfaction,
  facts.has_problem,
  facts.evidence
FROM merged
WHERE day IS NOT NULL -- only tool or system records so far: no conversation yet
