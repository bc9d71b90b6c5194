package com.recipechatbot.analytics.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class DishClassifierTest {

    @ParameterizedTest(name = "{0}: {4}")
    @CsvFileSource(resources = "/extraction/categories.csv", numLinesToSkip = 1)
    void tellsCourseCuisineAndDietsFromTheTitle(String title, String course, String cuisine, String diets, String why) {
        DishCategory category = DishClassifier.standard().classify(title);

        assertThat(category.course()).as("course, %s", why).isEqualTo(course);
        assertThat(category.cuisine()).as("cuisine, %s", why).isEqualTo(cuisine);
        assertThat(category.diets())
                .as("diets, %s", why)
                .containsExactlyInAnyOrder(diets == null ? new String[0] : diets.split(" "));
    }
}
