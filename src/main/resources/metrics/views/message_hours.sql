-- reads: conversation_parts
-- How much each user wrote in which hour, in the lake's zone; without a user for messages that name nobody.
SELECT day, hour, role, user_day_key, count(*) AS messages
FROM (
  SELECT day, hour(turn.sent_at) AS hour, turn.role, get(user_day_keys, turn.user) AS user_day_key
  FROM conversation_parts LATERAL VIEW explode(turns) AS turn
)
GROUP BY day, hour, role, user_day_key
