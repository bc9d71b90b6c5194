-- area: restricted
-- grain: record
-- question: Which records could not be used, where are they, and why?
-- key: source_id, file, line, byte_offset
-- partition: source_id
-- statistics: line
-- retention: 90 days
-- texts: closed reason, source_id; pseudonym file, record_key; sealed sealed_record
reason STRING COMMENT 'Why: not_json, not_an_object, invalid_utf8, record_too_long, keys_without_view, whole_conversation, missing_conversation_id, missing_timestamp, missing_role, bad_timestamp, unknown_role, message_not_text, bad_user_id, duplicate_field, bad_attribute, bad_write_time.',
file STRING COMMENT 'File below the input folder, masked like a message. Of its words, only those that exporters use, dates, numbers and random ids are kept; any other word is replaced by ~ and a keyed tag.',
line BIGINT COMMENT 'Line in the uncompressed file, from 1; the number of the element when the file is a JSON array.',
byte_offset BIGINT COMMENT 'Where the record starts in the uncompressed file, in bytes.',
byte_length BIGINT COMMENT 'Its length in bytes.',
record_key STRING COMMENT 'HMAC of the record''s bytes: two rejected records are the same if their keys are. Null for a record over 32 MB.',
sealed_record BINARY COMMENT 'The record itself, encrypted (AES-256-GCM: a version byte, a 12-byte nonce, ciphertext, a 16-byte tag; bound to record_key). Null unless the run had a quarantine key, and for a record over 1 MB, which only the source has.',
source_id STRING COMMENT 'The source that holds the record.'
