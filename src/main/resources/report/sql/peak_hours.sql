-- User messages in each hour of the week: the mean over the complete days with records; Monday is 1
SELECT DAY_OF_WEEK(day) AS weekday, hour, AVG(user_messages) AS user_messages, COUNT(*) AS days
FROM hourly_usage
WHERE day BETWEEN :from AND :to AND day IN (SELECT day FROM daily_metrics WHERE is_complete AND messages > 0)
GROUP BY 1, 2
ORDER BY 1, 2
