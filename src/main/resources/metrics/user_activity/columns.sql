-- area: restricted
-- grain: source x user x day
-- question: Who wrote on which day? Weekly and monthly users and retention are counted from here, exactly, over any range.
-- key: source_id, day, activity_key
-- partition: source_id
-- statistics: day
-- retention: 400 days
activity_key STRING COMMENT 'Long-lived pseudonym of the user under a key of its own; found in no other table.',
day DATE COMMENT 'A day on which the user sent a user message, in the lake''s zone.',
source_id STRING COMMENT 'The source that brought the messages. A user may have a row for a day from more than one source: count distinct.'
