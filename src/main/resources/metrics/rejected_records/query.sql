SELECT reason, file, line, byte_offset, byte_length, record_key, sealed_record, source_id
FROM records
WHERE disposition = 'rejected'
