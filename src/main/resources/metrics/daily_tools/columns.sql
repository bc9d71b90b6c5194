-- area: published
-- grain: day x tool
-- question: Which tools does the chatbot use, and how often do they fail? A day on which no record reports a tool has no row: that means unknown, not 0 %.
-- key: day, tool
-- statistics: day
-- retention: 2 years
day DATE COMMENT 'The day on which the conversations started, in the lake''s zone.',
tool STRING COMMENT 'The tool, in snake_case, with known aliases folded: web_search, cookware_check, ...',
conversations BIGINT COMMENT 'Conversations in which the tool was called. Additive over days.',
calls BIGINT COMMENT 'Calls of the tool. Additive.',
failures BIGINT COMMENT 'Calls that were reported as failed. Additive.',
share DOUBLE COMMENT 'conversations / engaged conversations of the day; null when there are none. Not additive.'
