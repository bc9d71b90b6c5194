-- question: Which days may still change, and which have changed
-- tables: daily_metrics
-- means: Published days whose input is not final or that have an open conversation, and days that were published again with different figures (revision above 1). The last 31 such days.
SELECT day, is_complete, revision, conversations
FROM daily_metrics
WHERE NOT is_complete OR revision > 1
ORDER BY day DESC
LIMIT 31
