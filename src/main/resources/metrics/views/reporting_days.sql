-- reads: touched_days, input_days, sent_days
-- A day exists when its input came, or when messages of it came with the input of another day.
SELECT day FROM touched_days
WHERE day IN (SELECT day FROM input_days)
   OR day IN (SELECT day FROM sent_days WHERE messages > 0)
