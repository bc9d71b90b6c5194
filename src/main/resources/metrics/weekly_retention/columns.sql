-- area: published
-- grain: cohort week x weeks since
-- question: Of the users who first came in a week, how many are active k weeks later?
-- key: cohort_week, weeks_since
-- statistics: cohort_week
-- retention: 2 years
-- small counts: none: a small cohort shows how many users came back, not who. No published table has a pseudonym or says what a cohort talked about.
cohort_week DATE COMMENT 'Monday of the ISO week in which the users of the cohort were active for the first time (within the 400 days that are kept).',
weeks_since INT COMMENT 'Weeks since cohort_week, 0 to 12.',
users BIGINT COMMENT 'Users of the cohort who were active in that week; null until the week is complete. Additive over cohorts of the same week.',
cohort_users BIGINT COMMENT 'Users of the cohort so far. Additive over cohorts.',
share DOUBLE COMMENT 'users / cohort_users; null until the week is complete, and when the cohort has no users. Not additive.',
is_left_censored BOOLEAN COMMENT 'True for the lake''s first week: its users may have been active before.'
