-- fail: no tool has more failures than calls, or fewer calls than conversations
-- reads: daily_tools
SELECT day, tool, conversations, calls, failures
FROM daily_tools
WHERE failures > calls OR calls < conversations
