-- fail: no tool has more failures than calls, or fewer calls than conversations
-- reads: daily_tools
SELECT day, tool, conversations, calls, failures
FROM daily_tools
WHERE failures > calls OR calls < conversations
-- fail: no named tool has fewer users than the threshold, unless its name is listed
-- reads: daily_tools, settings
SELECT day, users, conversations
FROM daily_tools CROSS JOIN settings
WHERE tool <> '(other)' AND NOT array_contains(listed_tools, tool) AND min_users > 1 AND users < min_users
