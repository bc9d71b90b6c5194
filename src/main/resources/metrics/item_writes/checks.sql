-- fail: a loaded write is a message of its source
-- reads: item_writes, conversation_parts
SELECT to_date(sent_at) AS day, written_at, count(*) AS writes
FROM item_writes LEFT ANTI JOIN (
  SELECT source_id, conversation_key, inline(turns) FROM conversation_parts
) AS sent USING (source_id, conversation_key, sent_at)
WHERE is_loaded
GROUP BY to_date(sent_at), written_at

-- warn: one write of each item is loaded; otherwise its older source must be read again
-- reads: item_writes
SELECT to_date(sent_at) AS day, count(*) AS loaded
FROM item_writes
WHERE is_loaded
GROUP BY conversation_key, sent_at
HAVING count(*) > 1
