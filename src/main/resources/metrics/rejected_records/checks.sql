-- fail: a rejected record has a reason and a place; it has no day of its own, so every touched day waits
-- reads: rejected_records, touched_days
SELECT day, reason, line, byte_offset, byte_length
FROM rejected_records CROSS JOIN touched_days
WHERE reason IS NULL OR line < 1 OR byte_offset < 0 OR byte_length < 0
