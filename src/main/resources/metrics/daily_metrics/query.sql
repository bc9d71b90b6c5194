-- reads: sent_days, conversations, dish_counts, data_end, reporting_days, input_days, settings, previous_daily_metrics
-- previous_daily_metrics is what is published now, for the revision.
WITH started AS (
  SELECT day,
    count(*) AS conversations,
    count_if(user_turns > 0 AND assistant_turns > 0) AS engaged_conversations,
    sum(messages) AS conversation_messages,
    percentile(messages, 0.5) AS median_conversation_length,
    percentile(messages, 0.9) AS p90_conversation_length,
    count_if(outcome = 'open') AS open_conversations,
    count_if(outcome = 'completed') AS completed,
    count_if(outcome = 'not_completed') AS not_completed,
    count_if(outcome = 'abandoned') AS abandoned,
    count_if(size(recipes) > 0) AS with_recipe,
    count_if(size(recipes) > 0 AND completed IS NOT NULL) AS told_with_recipe,
    count(satisfaction) AS satisfactions,
    avg(satisfaction) AS satisfaction,
    if(count(satisfaction) >= 30, 1.96D * stddev_samp(satisfaction) / sqrt(count(satisfaction)), NULL) AS margin,
    count_if(has_problem) AS problems
  FROM conversations
  GROUP BY day
),
cooked AS (
  SELECT day, sum(mentions) AS recipe_mentions, sum(pairs) AS recipe_pairs, count(*) AS distinct_recipes,
    log2(sum(pairs)) - sum(pairs * log2(pairs)) / sum(pairs) AS recipe_entropy
  FROM dish_counts
  GROUP BY day
),
computed AS (
  SELECT
    day,
    coalesce(active_users, 0) AS active_users,
    coalesce(conversations, 0) AS conversations,
    coalesce(engaged_conversations, 0) AS engaged_conversations,
    coalesce(messages, 0) AS messages,
    coalesce(conversation_messages, 0) AS conversation_messages,
    conversation_messages / conversations AS avg_conversation_length,
    median_conversation_length,
    p90_conversation_length,
    coalesce(unattributed_messages, 0) AS unattributed_messages,
    coalesce(recipe_mentions, 0) AS recipe_mentions,
    coalesce(recipe_pairs, 0) AS recipe_pairs,
    coalesce(distinct_recipes, 0) AS distinct_recipes,
    -- adding in another order changes the last digits; the same input must give the same row
    round(recipe_entropy, 9) + 0D AS recipe_entropy,
    coalesce(completed, 0) AS completed,
    coalesce(not_completed, 0) AS not_completed,
    coalesce(abandoned, 0) AS abandoned,
    try_divide(completed, completed + not_completed + abandoned) AS completion_rate,
    try_divide(told_with_recipe, with_recipe) AS completion_coverage,
    round(satisfaction, 9) + 0D AS satisfaction_index,
    round(if(satisfaction < margin, 0, satisfaction - margin), 9) + 0D AS satisfaction_low,
    round(if(satisfaction + margin > 100, 100, satisfaction + margin), 9) + 0D AS satisfaction_high,
    satisfactions / conversations AS satisfaction_coverage,
    problems / conversations AS problem_rate,
    coalesce(is_final AND day < (SELECT at FROM data_end) AND coalesce(open_conversations, 0) = 0, false) AS is_complete
  FROM reporting_days
    LEFT JOIN sent_days USING (day) LEFT JOIN started USING (day) LEFT JOIN cooked USING (day) LEFT JOIN input_days USING (day)
)
SELECT
  computed.*,
  CASE
    WHEN before.day IS NULL THEN 1
    WHEN struct(computed.*) <=> struct(before.* EXCEPT (revision, extractor_version)) THEN before.revision
    ELSE before.revision + 1
  END AS revision,
  (SELECT extractor_version FROM settings) AS extractor_version
FROM computed LEFT JOIN previous_daily_metrics AS before ON before.day = computed.day
