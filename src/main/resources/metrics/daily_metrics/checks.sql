-- fail: a day has one row
-- reads: daily_metrics
SELECT day, count(*) AS rows
FROM daily_metrics
GROUP BY day
HAVING count(*) > 1
-- fail: parts are not larger than the whole
-- reads: daily_metrics
SELECT day, conversations, engaged_conversations, completed, not_completed, abandoned, messages, unattributed_messages, active_users
FROM daily_metrics
WHERE engaged_conversations > conversations OR completed + not_completed + abandoned > conversations
  OR unattributed_messages > messages OR active_users > messages OR distinct_recipes > recipe_pairs OR recipe_pairs > recipe_mentions
-- fail: shares lie between 0 and 1, and the index between 0 and 100
-- reads: daily_metrics
SELECT day, completion_rate, completion_coverage, satisfaction_coverage, problem_rate, satisfaction_index
FROM daily_metrics
WHERE completion_rate NOT BETWEEN 0 AND 1 OR completion_coverage NOT BETWEEN 0 AND 1 OR satisfaction_coverage NOT BETWEEN 0 AND 1
  OR problem_rate NOT BETWEEN 0 AND 1 OR satisfaction_index NOT BETWEEN 0 AND 100
-- warn: a day has between half and twice the messages of the median of the 28 days before it
-- reads: daily_metrics, earlier_daily_metrics
SELECT daily_metrics.day, daily_metrics.messages, percentile(before.messages, 0.5) AS usual_messages
FROM daily_metrics JOIN (
  SELECT day, messages FROM earlier_daily_metrics UNION ALL SELECT day, messages FROM daily_metrics
) AS before ON before.day BETWEEN date_sub(daily_metrics.day, 28) AND date_sub(daily_metrics.day, 1)
WHERE is_complete
GROUP BY daily_metrics.day, daily_metrics.messages
HAVING count(*) >= 7
  AND daily_metrics.messages NOT BETWEEN percentile(before.messages, 0.5) / 2 AND percentile(before.messages, 0.5) * 2
-- warn: at most a fifth of the messages name no user
-- reads: daily_metrics
SELECT day, messages, unattributed_messages
FROM daily_metrics
WHERE unattributed_messages > messages / 5
