-- area: published
-- grain: day x tool
-- question: Which tools does the chatbot use, and how often do they fail? A day on which no record reports a tool has no row: that means unknown, not 0 %.
-- key: day, tool
-- statistics: day
-- retention: 2 years
-- small counts: a name found only in records needs --min-users users; the others are (other). A listed name is published for any number: it belongs to the chatbot and says nothing about who used it.
-- texts: shared tool
day DATE COMMENT 'The day on which the conversations started, in the lake''s zone.',
tool STRING COMMENT 'The tool, in snake_case, with known aliases folded: web_search, cookware_check, and the names of --tools. A name found only in records needs --min-users users; any other, and anything that does not look like a name, is (other).',
conversations BIGINT COMMENT 'Conversations in which the tool was called. Additive over days.',
users BIGINT COMMENT 'Distinct users of these conversations: of each, the first user whom it names on the day it started. Not additive.',
calls BIGINT COMMENT 'Calls of the tool. Additive.',
failures BIGINT COMMENT 'Calls that were reported as failed. Additive.',
share DOUBLE COMMENT 'conversations / engaged conversations of the day; null when there are none. Not additive.'
