-- question: What is the chatbot used for
-- tables: weekly_features, weekly_metrics
-- means: Of the active users of the newest published week, how many used a feature, how many for the first time, and how many again within 28 days. Null means unknown, not 0.
SELECT feature, users, adoption, first_time_users, repeat_users
FROM weekly_features
WHERE week_start = (SELECT max(week_start) FROM weekly_metrics)
ORDER BY users DESC NULLS LAST, feature
