-- area: restricted
-- grain: erased user, conversation or record
-- question: Who was erased and must not come back? Every run leaves out their records.
-- key: tombstone_key
-- statistics: erased_at
-- retention: for ever
-- texts: pseudonym tombstone_key; closed receipt_id
tombstone_key STRING COMMENT 'Pseudonym under a key of its own, used in no other table: of a user''s id, of the key of a conversation that named the user, or of a rejected record. Kept forever; otherwise, the next backfill would bring them back.',
erased_at TIMESTAMP COMMENT 'When the erasure began.',
receipt_id STRING COMMENT 'The erasure: restricted/receipts/erasure-<receipt_id>.json lists what it did.'
