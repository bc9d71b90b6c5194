-- reads: conversation_parts
-- How many parts of conversations and mentions of dishes a day has, from how many sources.
SELECT day, count(DISTINCT source_id) AS sources, count(*) AS parts, sum(size(recipes)) AS mentions
FROM conversation_parts
GROUP BY day
