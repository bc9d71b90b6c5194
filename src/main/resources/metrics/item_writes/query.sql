-- a stream may repeat a record
SELECT conversation_key, sent_at, written_at, image_key,
  if(image_key IS NULL, NULL, max(message_key)) AS message_key,
  bool_or(disposition = 'loaded') AS is_loaded,
  max(sequence) AS sequence,
  source_id
FROM records
WHERE written_at IS NOT NULL AND conversation_key IS NOT NULL
  AND (disposition IN ('loaded', 'duplicate') OR reason IN ('superseded', 'deleted', 'opted_out'))
GROUP BY source_id, conversation_key, sent_at, written_at, image_key
