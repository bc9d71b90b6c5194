-- question: Why were records rejected
-- tables: rejected_records
-- means: Records of the last 90 days that could not be used, by reason, with one of their files.
SELECT reason, count(*) AS records, count(DISTINCT source_id) AS sources, min(file) AS one_file
FROM rejected_records
GROUP BY reason
ORDER BY records DESC, reason
