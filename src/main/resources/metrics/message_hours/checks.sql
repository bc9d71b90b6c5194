-- fail: hours are 0 to 23 and counts are positive
SELECT day, hour, role, messages
FROM message_hours
WHERE hour NOT BETWEEN 0 AND 23 OR messages < 1
