-- question: How is the chatbot used each day
-- tables: daily_metrics
-- means: The last 31 published days. Users are distinct within a day: adding up days counts some of them more than once. When is_complete is false, the figures may still change.
SELECT day, active_users, conversations, messages, avg_conversation_length, is_complete
FROM daily_metrics
ORDER BY day DESC
LIMIT 31
