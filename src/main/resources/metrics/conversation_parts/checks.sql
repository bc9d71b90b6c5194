-- fail: dishes, tools and users of a part belong to its turns
-- reads: conversation_parts
SELECT day, size(turns) AS turns, size(user_day_keys) AS users
FROM conversation_parts
WHERE size(turns) < 1
  OR exists(turns, turn -> turn.user < 0 OR turn.user >= size(user_day_keys))
  OR exists(recipes, recipe -> recipe.turn < 0 OR recipe.turn >= size(turns))
  OR exists(tools, tool -> tool.turn < 0 OR tool.turn >= size(turns))
