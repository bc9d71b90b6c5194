-- area: restricted
-- grain: source x day x hour x role x user_day_key
-- question: Who wrote how much in which hour?
-- key: source_id, day, hour, role, user_day_key
-- partition: source_id
-- statistics: day
-- retention: 90 days
day DATE COMMENT 'Day of the messages, in the lake''s zone.',
hour INT COMMENT 'Hour of the day in the lake''s zone, 0 to 23.',
role STRING COMMENT 'user, assistant, tool or system.',
user_day_key STRING COMMENT 'Pseudonym of the user for this day; null for messages that name no user.',
messages BIGINT COMMENT 'Messages of this user and role in the hour. Additive.',
source_id STRING COMMENT 'The source that brought the messages.'
