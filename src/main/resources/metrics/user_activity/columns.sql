-- area: linked
-- grain: source x user x day, and x feature
-- question: Who wrote on which day, and who used a feature on which day? Weekly and monthly users and retention are counted from here, exactly, over any range.
-- key: source_id, day, activity_key, feature, feature_key
-- partition: source_id
-- statistics: day
-- retention: 400 days
-- texts: closed feature, source_id; pseudonym activity_key, feature_key
activity_key STRING COMMENT 'Long-lived pseudonym of the user under a key of its own; found in no other table. In a row of a feature it is null, except on a day on which the user wrote nothing: such a use counts only if the user wrote on another day of the week.',
feature_key STRING COMMENT 'Long-lived pseudonym of the user for this feature only; null in a row without a feature. The features that one user used on a day cannot be put together, and so cannot be compared with a conversation.',
day DATE COMMENT 'The day, in the lake''s zone.',
feature STRING COMMENT 'A feature that the user''s records of the day use or ask for, as in weekly_features; null in the row that says that the user wrote a message. Never a dish or a category.',
source_id STRING COMMENT 'The source that brought the messages. A user may have a row for a day from more than one source: count distinct.'
