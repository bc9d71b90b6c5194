-- fail: shares of a cohort are between 0 and 1
-- reads: daily_retention
SELECT cohort_day, cohort_users, d1, d7, d30
FROM daily_retention
WHERE d1 NOT BETWEEN 0 AND 1 OR d7 NOT BETWEEN 0 AND 1 OR d30 NOT BETWEEN 0 AND 1
