-- question: Which recipes grew this week
-- tables: weekly_recipes, weekly_metrics
-- means: Conversations that name a dish, in the newest week that is complete and follows a complete week. Dishes that are named in only one of the two weeks are left out: how much they grew is unknown.
SELECT latest.recipe_name, latest.conversations, previous.conversations AS week_before,
  latest.conversations - previous.conversations AS gained
FROM weekly_recipes latest
JOIN weekly_recipes previous
  ON previous.recipe_key = latest.recipe_key AND previous.week_start = latest.week_start - INTERVAL '7' DAY
WHERE latest.recipe_key <> '(other)' AND latest.conversations > previous.conversations
  AND latest.week_start = (
    SELECT max(complete.week_start)
    FROM weekly_metrics complete
    JOIN weekly_metrics earlier ON earlier.week_start = complete.week_start - INTERVAL '7' DAY
    WHERE complete.is_complete AND earlier.is_complete
  )
ORDER BY gained DESC, latest.recipe_name
