-- fail: shares of courses, cuisines and recipes each sum to 1
-- reads: weekly_seasonality
SELECT week_start, dimension, sum(share) AS share
FROM weekly_seasonality
WHERE dimension <> 'diet'
GROUP BY week_start, dimension
HAVING abs(sum(share) - 1) > 1e-9
