-- reads: conversation_parts
-- How many parts of conversations a day has, from how many sources.
SELECT day, count(DISTINCT source_id) AS sources, count(*) AS parts
FROM conversation_parts
GROUP BY day
