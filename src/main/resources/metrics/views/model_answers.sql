-- reads: conversation_parts, reaching_conversations, part_days, reporting_days
-- What a model answered a user in a conversation on a day: a row for each four, null where a sum has no value. Nothing is read of days on which
-- no record names a model.
WITH parts AS (
  -- the parts of a conversation, whatever sources brought them: the first user whom it names on the day, of equal times the smallest key
  SELECT day, conversation_key,
    -- the first turn tells, as a rule: then the others need not be looked through
    min(if(turns[0].user IS NOT NULL AND NOT get(turns, 1).sent_at <=> turns[0].sent_at,
      struct(turns[0].sent_at AS sent_at, user_day_keys[turns[0].user] AS user_day_key),
      array_min(transform(filter(turns, turn -> turn.user IS NOT NULL),
        turn -> struct(turn.sent_at AS sent_at, user_day_keys[turn.user] AS user_day_key))))).user_day_key AS first_user,
    flatten(collect_list(transform(models, use -> struct(get(user_day_keys, turns[use.turn].user) AS user_day_key, use)))) AS answers
  FROM conversation_parts LEFT SEMI JOIN (
    SELECT day FROM part_days WHERE model_answers > 0 AND day IN (SELECT day FROM reporting_days)
  ) AS told_days USING (day)
  GROUP BY day, conversation_key
)
SELECT day, conversation_key, completed, model, user_day_key,
  count(*) AS responses,
  sum(input_tokens) AS input_tokens,
  sum(output_tokens) AS output_tokens,
  sum(cost_nanos) AS cost_nanos,
  collect_list(latency_micros) AS latencies,
  count_if(failed) AS failures
FROM (
  SELECT parts.day, conversation_key, completed, coalesce(answer.user_day_key, first_user) AS user_day_key, answer.use.*
  FROM parts LEFT JOIN (SELECT conversation_key, completed FROM reaching_conversations) USING (conversation_key)
  LATERAL VIEW explode(answers) AS answer
)
GROUP BY day, conversation_key, completed, model, user_day_key
