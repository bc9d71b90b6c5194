-- fail: no model has more failures than responses, fewer responses than conversations, or more completed conversations than conversations
-- reads: daily_models
SELECT day, model, responses, conversations, completed, failures
FROM daily_models
WHERE failures > responses OR responses < conversations OR completed > conversations
-- fail: tokens, cost and latency are not negative, and the median is not above the 90th percentile
-- reads: daily_models
SELECT day, model, input_tokens, output_tokens, cost_usd, latency_p50_ms, latency_p90_ms
FROM daily_models
WHERE input_tokens < 0 OR output_tokens < 0 OR cost_usd < 0 OR latency_p50_ms < 0 OR latency_p50_ms > latency_p90_ms
-- fail: no model of fewer users than the threshold is named, unless its name is listed
-- reads: daily_models, settings
SELECT day, users, conversations
FROM daily_models CROSS JOIN settings
WHERE model <> '(other)' AND NOT array_contains(listed_models, model) AND min_users > 1 AND users < min_users
