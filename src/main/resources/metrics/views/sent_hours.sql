-- reads: sent
-- Messages of users and assistants by hour of the lake's zone, and how many users wrote.
WITH writers AS (
  SELECT day, hour_of_mask AS hour, count(*) AS users
  FROM sent LATERAL VIEW explode(sequence(0, 23)) AS hour_of_mask
  WHERE user_day_key IS NOT NULL AND shiftright(hours, hour_of_mask) & 1 = 1
  GROUP BY day, hour_of_mask
)
SELECT day, hour,
  sum(messages) AS messages,
  sum(messages) FILTER (WHERE role = 'user') AS user_messages,
  any_value(users) AS users
FROM sent LEFT JOIN writers USING (day, hour)
WHERE role IN ('user', 'assistant')
GROUP BY day, hour
