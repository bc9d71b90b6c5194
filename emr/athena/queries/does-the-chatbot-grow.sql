-- question: Is the chatbot growing
-- tables: weekly_metrics
-- means: Distinct users in each of the last twelve published weeks and their growth in percent, null when either week is incomplete. stickiness: mean daily users divided by the users of 28 days.
SELECT week_start, active_users, growth_percent, conversations, stickiness, is_complete
FROM weekly_metrics
ORDER BY week_start DESC
LIMIT 12
