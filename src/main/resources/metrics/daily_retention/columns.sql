-- area: published
-- grain: cohort day
-- question: Of the users who first came on a day, how many are active 1, 7 and 30 days later?
-- key: cohort_day
-- statistics: cohort_day
-- retention: 2 years
-- small counts: none: a small cohort shows how many users came back, not who. No published table has a pseudonym or says what a cohort talked about.
cohort_day DATE COMMENT 'The day on which the users of the cohort were active for the first time (within the 400 days that are kept), in the lake''s zone.',
cohort_users BIGINT COMMENT 'Users of the cohort. Additive.',
d1 DOUBLE COMMENT 'Share of them who were active exactly 1 day later; null until that day is complete, and when the cohort has no users. Not additive.',
d7 DOUBLE COMMENT 'The same, 7 days later. Not additive.',
d30 DOUBLE COMMENT 'The same, 30 days later. Not additive.',
is_left_censored BOOLEAN COMMENT 'True for the lake''s first day: its users may have been active before.'
