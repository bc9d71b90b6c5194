-- question: How did conversations end
-- tables: conversations
-- means: The conversations that started in the last 28 days of the lake, by outcome, with their length and satisfaction.
SELECT outcome, count(*) AS conversations, avg(messages) AS avg_messages, avg(minutes) AS avg_minutes,
  avg(satisfaction) AS satisfaction_index, sum(CASE WHEN has_problem THEN 1 ELSE 0 END) AS with_a_problem
FROM conversations
WHERE day > (SELECT max(day) FROM conversations) - INTERVAL '28' DAY
GROUP BY outcome
ORDER BY conversations DESC, outcome
