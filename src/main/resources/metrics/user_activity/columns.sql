-- area: restricted
-- grain: source x user x day
-- question: Who wrote on which day? Weekly and monthly users and retention are counted from here, exactly, over any range.
-- key: source_id, day, activity_key
-- partition: source_id
-- statistics: day
-- retention: 400 days
-- texts: closed features, source_id; pseudonym activity_key
activity_key STRING COMMENT 'Long-lived pseudonym of the user under a key of its own; found in no other table.',
day DATE COMMENT 'The day, in the lake''s zone.',
is_active BOOLEAN COMMENT 'True when the source has a user message of the user on this day: only then the user counts as active.',
features ARRAY<STRING> COMMENT 'The features that the user''s records of the day use or ask for, sorted; no dish and no category.',
source_id STRING COMMENT 'The source that brought the messages. A user may have a row for a day from more than one source: count distinct.'
