-- reads: conversation_parts
-- What was written on a day: a row per user, with the hours of their messages as a mask, and rows without a user, with the messages of an
-- hour and role.
SELECT day, item.user_day_key, item.hour, item.role,
  bit_or(item.hours) AS hours,
  sum(item.messages) AS messages,
  sum(item.unattributed) AS unattributed
FROM conversation_parts
LATERAL VIEW explode(turn_counts(turns.sent_at, turns.role, turns.user, user_day_keys, current_timezone())) AS item
GROUP BY day, item.user_day_key, item.hour, item.role
