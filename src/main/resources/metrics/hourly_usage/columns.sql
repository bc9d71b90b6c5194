-- area: published
-- grain: day x hour
-- question: When do people use the chatbot?
-- key: day, hour
-- statistics: day
-- retention: 2 years
-- small counts: users is null for fewer than --min-users. Messages and conversations are counted in full: they show that something was written in an hour, not by whom or what.
day DATE COMMENT 'The day, in the lake''s zone.',
hour INT COMMENT 'Hour of that day, 0 to 23. Every hour has a row. When clocks change, an hour may be skipped or occur twice.',
messages BIGINT COMMENT 'User and assistant messages sent in the hour. Additive.',
user_messages BIGINT COMMENT 'User messages sent in the hour. Additive.',
conversations BIGINT COMMENT 'Conversations that started in the hour. Additive.',
users BIGINT COMMENT 'Distinct users who sent a message in the hour; null when there are some, but fewer than --min-users. Not additive.'
