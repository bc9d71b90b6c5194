-- fail: a day has as many parts of conversations as conversation_parts, and as many mentions
-- reads: user_week_items, part_days
SELECT day, items.parts, items.mentions, part_days.parts AS expected_parts, part_days.mentions AS expected_mentions
FROM (SELECT day, count(*) AS parts, sum(size(recipes)) AS mentions FROM user_week_items GROUP BY day) AS items
FULL OUTER JOIN part_days USING (day)
WHERE NOT (items.parts <=> part_days.parts AND items.mentions <=> part_days.mentions)
