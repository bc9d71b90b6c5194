package com.recipechatbot.analytics.functions;

import java.util.List;

/** Every SQL function of this project: the one list from which both registrations are made. */
final class ChatFunctions {

    static final List<ChatFunction> ALL = List.of(
            new ChatFunction(
                    "redact",
                    "redact(text) - Masks personal data: returns the text with each value replaced by its type, such as [EMAIL]. Null for null.",
                    "SELECT redact('write to jane.roe@example.com'); -- write to [EMAIL]",
                    new RedactFunction()),
            new ChatFunction(
                    "recipe_name",
                    "recipe_name(role, text) - The dish that a message of this role ('user' or 'assistant') names first, as written; null when it names none, and for null. Give it redacted text.",
                    "SELECT recipe_name('user', 'How do I make potato soup?'); -- potato soup",
                    new RecipeNameFunction()),
            new ChatFunction(
                    "dish_course",
                    "dish_course(name) - The course of a dish by its title: main, dessert, breakfast, appetizer_snack, soup, salad, side, bread, drink or sauce_condiment; null when the title does not reveal it, and for null.",
                    "SELECT dish_course('potato soup'); -- soup",
                    new DishCourseFunction()),
            new ChatFunction(
                    "dish_cuisine",
                    "dish_cuisine(name) - The cuisine of a dish by its title, such as italian; null when the title does not reveal it, and for null.",
                    "SELECT dish_cuisine('spaghetti carbonara'); -- italian",
                    new DishCuisineFunction()),
            new ChatFunction(
                    "dish_diets",
                    "dish_diets(name) - The diets that the title of a dish names, such as vegan or gluten_free, as an array; empty when it names none, null for null.",
                    "SELECT array_join(dish_diets('vegan pad thai'), ', '); -- vegan",
                    new DishDietsFunction()),
            new ChatFunction(
                    "message_evidence",
                    "message_evidence(role, text) - What a message of this role says about how the conversation goes, such as step_done, thanks or closing, as an array; empty when it says nothing, null for null. Give it redacted text.",
                    "SELECT array_join(message_evidence('user', 'That is wrong, but thanks'), ', '); -- thanks, negation",
                    new MessageEvidenceFunction()),
            new ChatFunction(
                    "message_facts",
                    "message_facts(role, text, metadata, titles) - What the daily job keeps of a record: struct<recipes, tools, features, evidence, turn, text, redactions, message_truncated>. Redacts the text before it reads it; titles are dishes of your own, one per line, or null. Nothing is found in a null text.",
                    "SELECT message_facts('user', 'How do I make potato soup?', '{}', null).recipes[0].recipe_key; -- potato soup",
                    new MessageFactsFunction()),
            new ChatFunction(
                    "conversation_facts",
                    "conversation_facts(turns) - How a conversation went, from its turns in order of time (array of struct<sent_at, from_assistant, evidence, signature, rating>): struct<outcome, completed, satisfaction, has_problem, evidence>; unknown without turns, null for null.",
                    "SELECT conversation_facts(array()).outcome; -- unknown",
                    new ConversationFactsFunction()),
            new ChatFunction(
                    "first_distinct",
                    "first_distinct(text, most) - An aggregate: the alphabetically first distinct texts of a group, at most the given number, in order, as an array; empty when there are none, nulls left out.",
                    "SELECT array_join(first_distinct(text, 2), ', ') FROM VALUES ('c'), ('a'), ('b'), ('a') AS texts(text); -- a, b",
                    new FirstDistinctFunction()),
            new ChatFunction(
                    "safe_groups",
                    "safe_groups(cells, min_users) - Small-count control: of cells struct<pool, name, pairs, user_keys>, the names that may be published beside their pools, as an array. user_keys may stop at min_users keys. Null for null.",
                    "SELECT array_join(safe_groups(array(named_struct('pool', 'Monday', 'name', 'soup', 'pairs', 2L, 'user_keys', array('a', 'b'))), 2), ', '); -- soup",
                    new SafeGroupsFunction()),
            new ChatFunction(
                    "turn_counts",
                    "turn_counts(sent_at, role, user, user_day_keys, zone) - What the turns of a row of conversation_parts add to their day, as an array: for each user the hours in which they wrote, as a mask, and for each hour and role the messages and how many of them name no user. Null for null.",
                    "SELECT turn_counts(array(TIMESTAMP '2025-01-06 08:00:00'), array('user'), array(0), array('ann'), current_timezone())[0].hours; -- 256",
                    new TurnCountsFunction()),
            new ChatFunction(
                    "feature_names",
                    "feature_names(features) - The names behind a mask of features, as the turns of conversation_parts hold it, as an array; empty for 0, null for null.",
                    "SELECT array_join(feature_names(5), ', '); -- recipe, substitution",
                    new FeatureNamesFunction()),
            new ChatFunction(
                    "evidence_names",
                    "evidence_names(evidence) - The names behind a mask of evidence, as the turns of conversation_parts hold it, as an array; empty for 0, null for null.",
                    "SELECT array_join(evidence_names(0), ', '); -- ",
                    new EvidenceNamesFunction()),
            new ChatFunction(
                    "extractor_version",
                    "extractor_version() - The version of the extraction rules.",
                    "SELECT extractor_version();",
                    new ExtractorVersionFunction()));

    private ChatFunctions() {}
}
