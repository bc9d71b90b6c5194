-- area: published
-- grain: day x model
-- question: Which models answer, how fast, at what cost, and how often do they fail? A day on which no record names a model has no row: that means unknown, not 0.
-- key: day, model
-- statistics: day
-- retention: 2 years
-- small counts: a name found only in records needs --min-users users; the others are (other). A listed name is published for any number: it belongs to the chatbot and says nothing about who used it.
-- texts: shared model
day DATE COMMENT 'The day of the messages, in the lake''s zone: one after midnight counts on its own day.',
model STRING COMMENT 'The model that wrote the messages, in lower case and without what a cloud adds to its name: gpt-4o, claude-3-haiku-20240307. A name found only in records needs --min-users users; any other, and anything that does not look like a name, is (other).',
responses BIGINT COMMENT 'Messages of the assistant whose record names the model, failed ones included. Additive.',
conversations BIGINT COMMENT 'Conversations in which the model answered on the day. Not additive over models or days, because a conversation may have several of both.',
completed BIGINT COMMENT 'Those of them that were completed, see daily_metrics; null where 1 to --min-users - 1 users wrote. Not additive.',
users BIGINT COMMENT 'Distinct users of the messages: the user whom the record names, otherwise the first user whom its conversation names on that day. Not additive.',
input_tokens BIGINT COMMENT 'Tokens that the model read, as reported; null where no record reports any. Additive.',
output_tokens BIGINT COMMENT 'Tokens that it wrote, as reported; null where no record reports any. Additive.',
cost_usd DOUBLE COMMENT 'What the answers cost in US dollars, as reported, never from a price list; null where no record reports it. Additive.',
latency_p50_ms DOUBLE COMMENT 'Median of the reported latencies, in milliseconds: exact, of all answers that report one; null where none does. Not additive.',
latency_p90_ms DOUBLE COMMENT '90th percentile of the same. Not additive.',
failures BIGINT COMMENT 'Answers that were reported as failed. Additive.'
