-- question: Do users come back
-- tables: weekly_metrics
-- means: For each of the last twelve published weeks: users who are new, were also active the week before, came back after a break, and users of the week before who stayed away. Null in the lake's first week.
SELECT week_start, active_users, new_users, returning_users, resurrected_users, dormant_users
FROM weekly_metrics
ORDER BY week_start DESC
LIMIT 12
