-- What Athena is told of the tables. Made by jobs/run athena; a test fails when it is stale.
-- jobs/run athena --register runs it, with the lake in the place of ${lake}.

-- What do people cook?
CREATE EXTERNAL TABLE IF NOT EXISTS daily_recipes
LOCATION '${lake}/published/daily_recipes/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- Which kinds of food do people cook?
CREATE EXTERNAL TABLE IF NOT EXISTS daily_categories
LOCATION '${lake}/published/daily_categories/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- Which tools does the chatbot use, and how often do they fail? A day on which no record reports a tool has no row: that is unknown, not 0 %.
CREATE EXTERNAL TABLE IF NOT EXISTS daily_tools
LOCATION '${lake}/published/daily_tools/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- When do people use the chatbot?
CREATE EXTERNAL TABLE IF NOT EXISTS hourly_usage
LOCATION '${lake}/published/hourly_usage/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- How is the chatbot used each day? A day is published when its row is here.
CREATE EXTERNAL TABLE IF NOT EXISTS daily_metrics
LOCATION '${lake}/published/daily_metrics/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- Of the users who came first on a day, how many are there 1, 7 and 30 days later?
CREATE EXTERNAL TABLE IF NOT EXISTS daily_retention
LOCATION '${lake}/published/daily_retention/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- Of the users who came first in a week, how many are there k weeks later?
CREATE EXTERNAL TABLE IF NOT EXISTS weekly_retention
LOCATION '${lake}/published/weekly_retention/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- What do people use the chatbot for, and do they use it again?
CREATE EXTERNAL TABLE IF NOT EXISTS weekly_features
LOCATION '${lake}/published/weekly_features/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- What do people cook in a week, and what comes up?
CREATE EXTERNAL TABLE IF NOT EXISTS weekly_recipes
LOCATION '${lake}/published/weekly_recipes/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- What is in season?
CREATE EXTERNAL TABLE IF NOT EXISTS weekly_seasonality
LOCATION '${lake}/published/weekly_seasonality/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- Does the chatbot grow, and do its users come back?
CREATE EXTERNAL TABLE IF NOT EXISTS weekly_metrics
LOCATION '${lake}/published/weekly_metrics/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- Does the chatbot grow from month to month, and how regular are its users?
CREATE EXTERNAL TABLE IF NOT EXISTS monthly_metrics
LOCATION '${lake}/published/monthly_metrics/'
TBLPROPERTIES ('table_type' = 'DELTA');

-- What does the original pipeline's daily file say? Kept for those who read it; daily_metrics knows better.
CREATE EXTERNAL TABLE IF NOT EXISTS daily_metrics_json (
  `date` string COMMENT 'The day, in the lake''s zone. Messages and conversations count on each day on which a message of them was sent.',
  total_conversations int COMMENT 'Conversations with a message on the day.',
  unique_users int COMMENT 'Distinct users with a message on the day; a missing user id counts as one more.',
  recipes_discussed map<string,int> COMMENT 'Messages that name a dish, by dish; the dishes of too few users stand under (other).',
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
);
