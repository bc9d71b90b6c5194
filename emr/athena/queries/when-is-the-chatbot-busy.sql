-- question: When is the chatbot busy
-- tables: hourly_usage, daily_metrics
-- means: User messages in each hour of the week, the mean over the last 28 published days, in the lake's time zone. Monday is 1.
SELECT day_of_week(day) AS weekday, hour, avg(user_messages) AS user_messages, count(*) AS days
FROM hourly_usage
WHERE day IN (SELECT day FROM daily_metrics)
  AND day > (SELECT max(day) FROM daily_metrics) - INTERVAL '28' DAY
GROUP BY 1, 2
ORDER BY weekday, hour
