-- fail: a day has as many parts of conversations as conversation_parts, and as many mentions
-- reads: user_week_items, conversation_parts
SELECT day, items.parts, items.mentions, parts.parts AS expected_parts, parts.mentions AS expected_mentions
FROM (SELECT day, count(*) AS parts, sum(size(recipes)) AS mentions FROM user_week_items GROUP BY day) AS items
FULL OUTER JOIN (SELECT day, count(*) AS parts, sum(size(recipes)) AS mentions FROM conversation_parts GROUP BY day) AS parts USING (day)
WHERE NOT (items.parts <=> parts.parts AND items.mentions <=> parts.mentions)
