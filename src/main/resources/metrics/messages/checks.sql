-- fail: message_hours counts every message of a day, and no other
SELECT day, role, held, counted
FROM (SELECT to_date(sent_at) AS day, role, count(*) AS held FROM messages GROUP BY to_date(sent_at), role)
FULL OUTER JOIN (SELECT day, role, sum(messages) AS counted FROM message_hours GROUP BY day, role) USING (day, role)
WHERE NOT held <=> counted
