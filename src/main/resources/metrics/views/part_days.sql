-- reads: conversation_parts
-- How many parts of conversations a day has, from how many sources, and how many answers name their model.
SELECT day, count(DISTINCT source_id) AS sources, count(*) AS parts, coalesce(sum(size(models)), 0) AS model_answers
FROM conversation_parts
GROUP BY day
