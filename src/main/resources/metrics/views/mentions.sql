-- reads: conversations, reporting_days
-- Each mention of a dish; the first one in its conversation counts for the pair of both.
SELECT day, conversation_key, user_day_key, completed, has_problem, mention.*
FROM conversations JOIN reporting_days USING (day)
LATERAL VIEW explode(transform(recipes, (mention, place) -> named_struct(
  'recipe_key', mention.recipe_key, 'recipe_name', mention.recipe_name, 'requested', mention.requested,
  -- they are sorted by the key
  'is_first', NOT mention.recipe_key <=> get(recipes, place - 1).recipe_key))) AS mention
