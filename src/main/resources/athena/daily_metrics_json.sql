CREATE EXTERNAL TABLE IF NOT EXISTS daily_metrics_json (
  `date` string COMMENT 'The day, in the lake''s zone. Messages count on the day they were sent, conversations on each day on which one of their messages was sent.',
  total_conversations int COMMENT 'Conversations with a message on the day.',
  unique_users int COMMENT 'Distinct users with a message on the day; a missing user id counts as one more.',
  recipes_discussed map<string,int> COMMENT 'Messages that name a dish, by dish; dishes with too few users are counted under (other).',
  total_messages int COMMENT 'Messages of all roles.',
  avg_conversation_length double COMMENT 'total_messages / total_conversations; 0 without any.'
)
PARTITIONED BY (year int, month int, day int)
ROW FORMAT SERDE 'org.openx.data.jsonserde.JsonSerDe'
LOCATION '${lake}/aggregated/daily/'
TBLPROPERTIES (
  'projection.enabled' = 'true',
  'projection.year.type' = 'integer',
  'projection.year.range' = '2020,2039',
  'projection.month.type' = 'integer',
  'projection.month.range' = '1,12',
  'projection.month.digits' = '2',
  'projection.day.type' = 'integer',
  'projection.day.range' = '1,31',
  'projection.day.digits' = '2'
)
