-- fail: the dishes of a day have as many users as in conversations
-- reads: user_week_items, dish_users, reporting_days
SELECT day, held, named
FROM reporting_days
  LEFT JOIN (SELECT day, count(*) AS held FROM user_week_items GROUP BY day) USING (day)
  LEFT JOIN (SELECT day, count(*) AS named FROM dish_users GROUP BY day) USING (day)
WHERE coalesce(held, 0) <> coalesce(named, 0)
