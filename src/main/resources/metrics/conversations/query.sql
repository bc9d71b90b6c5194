-- reads: merged_conversations, data_end
SELECT
  conversation_key, day, user_day_key, started_at, ended_at,
  timestampdiff(MICROSECOND, started_at, ended_at) / 60e6D AS minutes,
  user_turns + assistant_turns AS messages,
  user_turns, assistant_turns, recipes, tools, features,
  if(is_open, 'open', outcome) AS outcome,
  if(is_open, NULL, completed) AS completed,
  satisfaction, has_problem, evidence
FROM (
  SELECT *,
    -- its last message is too close to the end of the data to call it over
    coalesce(ended_at > (SELECT at FROM data_end) - INTERVAL '30' MINUTES, false) AS is_open
  FROM merged_conversations
)
