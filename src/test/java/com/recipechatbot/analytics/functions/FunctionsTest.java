package com.recipechatbot.analytics.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.recipechatbot.analytics.TestSpark;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The SQL functions as a notebook calls them. */
class FunctionsTest {

    private final SparkSession spark = TestSpark.session();

    @AfterEach
    void interpretAgain() {
        spark.conf().set("spark.sql.codegen.factoryMode", "NO_CODEGEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_CODEGEN", "CODEGEN_ONLY"})
    void bothNamesRedact(String mode) {
        spark.conf().set("spark.sql.codegen.factoryMode", mode);

        assertThat(
                        row(
                                "SELECT redact(text), chat.redact(text) FROM VALUES ('write to jane.roe@example.com') AS t(text)"))
                .isEqualTo("[write to [EMAIL],write to [EMAIL]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_CODEGEN", "CODEGEN_ONLY"})
    void nullGivesNull(String mode) {
        spark.conf().set("spark.sql.codegen.factoryMode", mode);

        assertThat(row("SELECT redact(text), recipe_name('user', text), recipe_name(text, 'Hello'), dish_course(text), "
                        + "dish_cuisine(text), dish_diets(text), message_evidence('user', text) "
                        + "FROM VALUES (CAST(NULL AS STRING)) AS t(text)"))
                .isEqualTo("[null,null,null,null,null,null,null]");
        assertThat(row(
                        "SELECT safe_groups(NULL, 5), conversation_facts(NULL), facts.text, facts.recipes, facts.evidence "
                                + "FROM (SELECT message_facts('user', NULL, NULL, NULL) AS facts)"))
                .isEqualTo("[null,null,null,ArraySeq(),ArraySeq()]");
    }

    @Test
    void aCleanTextComesBackAsTheSameObject() {
        UTF8String clean = UTF8String.fromString("Stir for ten minutes.");

        assertThat(RedactFunction.invoke(clean)).isSameAs(clean);
    }

    @Test
    void aTextOutsideTheHeapIsRedactedToo() {
        UTF8String slice = UTF8String.fromString("xx jane.roe@example.com").substring(3, 23);

        assertThat(RedactFunction.invoke(slice)).hasToString("[EMAIL]");
    }

    @Test
    void aPermanentViewMayCallTheCatalogsName() {
        spark.sql("CREATE OR REPLACE VIEW redacted AS SELECT chat.redact('call jane.roe@example.com') AS text");
        try {
            assertThat(row("SELECT text FROM redacted")).isEqualTo("[call [EMAIL]]");
        } finally {
            spark.sql("DROP VIEW redacted");
        }
    }

    /** Why there are two registrations; functions.md says so. */
    @Test
    void neitherRegistrationDoesForBoth() {
        assertThatThrownBy(() -> spark.sql("CREATE VIEW redacted AS SELECT redact('text') AS text"))
                .hasMessageStartingWith("[INVALID_TEMP_OBJ_REFERENCE]");
        assertThatThrownBy(() -> spark.sql("DESCRIBE FUNCTION EXTENDED chat.redact"))
                .hasMessageStartingWith("[MISSING_CATALOG_ABILITY.FUNCTIONS]");
    }

    static Stream<ChatFunction> functions() {
        return ChatFunctions.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void describesItself(ChatFunction function) {
        List<Row> description =
                spark.sql("DESCRIBE FUNCTION EXTENDED " + function.name()).collectAsList();

        assertThat(description.toString()).contains(function.usage()).contains(function.examples());
    }

    /** The examples are SQL with the answer behind two dashes: what users are told is what they get. */
    @ParameterizedTest
    @MethodSource("functions")
    void givesWhatItsExampleTells(ChatFunction function) {
        String[] example = function.examples().split("; -- ");

        String answer = row(example[0]);

        if (example.length == 2) {
            assertThat(answer).isEqualTo("[" + example[1] + "]");
        } else {
            assertThat(answer).isNotEqualTo("[null]");
        }
    }

    @Test
    void aWrongNumberOfArgumentsIsSaid() {
        assertThatThrownBy(() -> spark.sql("SELECT recipe_name('soup')"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith("Cannot call recipe_name: it takes 2 arguments and was given 1.");
    }

    @Test
    void messageFactsRedactBeforeTheyExtract() {
        assertThat(row("SELECT facts.redactions, facts.recipes.recipe_key FROM (SELECT message_facts('user', "
                        + "'I am jane.roe@example.com. How do I make potato soup?', '{}', null) AS facts)"))
                .isEqualTo("[ArraySeq([email,1]),ArraySeq(potato soup)]");
        assertThat(row("SELECT message_facts('tool', 'How do I make potato soup?', null, null).recipes"))
                .isEqualTo("[ArraySeq()]");
    }

    @Test
    void messageFactsKnowTheDishesOfTheCaller() {
        assertThat(
                        row(
                                "SELECT message_facts('user', 'Is zorblax good today?', null, null).recipes.recipe_key, "
                                        + "message_facts('user', 'Is zorblax good today?', null, 'Zorblax\nQuux pie').recipes.recipe_key"))
                .isEqualTo("[ArraySeq(),ArraySeq(zorblax)]");
    }

    @Test
    void toolsAndRatingsAreReadFromTheMetadata() {
        assertThat(
                        row(
                                "SELECT facts.tools, facts.features, facts.turn.rating FROM (SELECT message_facts('assistant', 'Hm', "
                                        + "'{\"tools\": [\"webSearch\", \"jane.roe@example.com\"], \"rating\": 5}', null) AS facts)"))
                .isEqualTo("[ArraySeq([web_search,false], [(other),false]),ArraySeq(web_search),100]");
    }

    @Test
    void conversationFactsTellTheOutcomeOfTheTurns() {
        // 1 << 4: the user reports having cooked it.
        assertThat(row(
                        "SELECT facts.outcome, facts.completed, facts.satisfaction, facts.evidence FROM (SELECT conversation_facts("
                                + "array(named_struct('sent_at', TIMESTAMP '2025-01-06 10:00:00', 'from_assistant', false, 'evidence', 16, "
                                + "'signature', 0L, 'rating', 75))) AS facts)"))
                .isEqualTo("[completed,true,75.0,ArraySeq(cooked)]");
        assertThat(row("SELECT conversation_facts(NULL)")).isEqualTo("[null]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NO_CODEGEN", "CODEGEN_ONLY"})
    void whatIsNotSaidIsAnEmptyArray(String mode) {
        spark.conf().set("spark.sql.codegen.factoryMode", mode);

        assertThat(
                        row(
                                "SELECT dish_diets(text), message_evidence('user', text), message_evidence('tool', 'thanks') FROM VALUES ('pad thai') AS t(text)"))
                .isEqualTo("[ArraySeq(),ArraySeq(),ArraySeq()]");
    }

    @Test
    void firstDistinctTextsAreTheSameHoweverARowIsPartitioned() {
        spark.range(0, 1000, 1, 7)
                .selectExpr("id % 3 AS section", "if(id % 5 = 0, NULL, concat('u', id % 50 + 100)) AS user")
                .createOrReplaceTempView("texts");

        assertThat(row("SELECT array_join(first_distinct(user, 4), ' ') FROM texts"))
                .isEqualTo("[u101 u102 u103 u104]");
        assertThat(row(
                        "SELECT size(first_distinct(chosen.user, 100)), size(first_distinct(NULL, 4)), size(first_distinct('a', 0)) "
                                + "FROM texts AS chosen"))
                .isEqualTo("[40,0,0]");
        assertThat(row(
                        "SELECT concat_ws(', ', collect_list(users)) FROM (SELECT array_join(chat.first_distinct(user, 2), ' ') AS users "
                                + "FROM texts GROUP BY section ORDER BY section)"))
                .isEqualTo("[u101 u102, u101 u102, u101 u102]");
    }

    private String row(String sql) {
        return spark.sql(sql).collectAsList().get(0).toString();
    }
}
