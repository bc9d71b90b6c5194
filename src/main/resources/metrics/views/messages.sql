-- reads: conversation_parts
-- One row per message, tool and system records included.
SELECT conversation_key, get(user_day_keys, turn.user) AS user_day_key, turn.sent_at, turn.role,
  transform(filter(recipes, recipe -> recipe.turn = place),
    recipe -> named_struct('recipe_key', recipe.recipe_key, 'recipe_name', recipe.recipe_name, 'course', recipe.course,
      'cuisine', recipe.cuisine, 'requested', recipe.requested)) AS recipes,
  transform(filter(tools, call -> call.turn = place), call -> named_struct('tool', call.tool, 'failed', call.failed)) AS tools,
  get(filter(models, use -> use.turn = place), 0) AS model_use,
  feature_names(turn.features) AS features,
  evidence_names(turn.evidence) AS evidence,
  turn.rating,
  transform(filter(redactions, masked -> masked.turn = place),
    masked -> named_struct('type', masked.type, 'count', masked.count)) AS redactions,
  turn.truncated AS message_truncated, turn.message_key, extractor_version, source_id
FROM conversation_parts LATERAL VIEW posexplode(turns) AS place, turn
