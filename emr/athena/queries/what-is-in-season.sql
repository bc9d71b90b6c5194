-- question: What is in season
-- tables: weekly_seasonality, weekly_metrics
-- means: Share in the newest published week divided by the mean share over the last 52 weeks: 1 is usual, 2 is twice as much. There is no index below 30 pairs in the week.
SELECT dimension, category, share, seasonal_index, year_over_year
FROM weekly_seasonality
WHERE week_start = (SELECT max(week_start) FROM weekly_metrics) AND seasonal_index IS NOT NULL
ORDER BY seasonal_index DESC, dimension, category
LIMIT 50
