package com.recipechatbot.analytics.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import com.recipechatbot.analytics.metrics.MetricTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PersonalRowsTest {

    @ParameterizedTest
    @EnumSource(MetricTable.class)
    void everyPseudonymOfAWorkingTableIsOneByWhichRowsAreErased(MetricTable table) {
        boolean isErasable = !table.contract().isPublished() && table != MetricTable.TOMBSTONES;

        assertThat(table.contract().columns())
                .filteredOn(column -> column.name().endsWith("_key")
                        && column.type().equals("STRING")
                        && !column.name().equals("recipe_key"))
                .filteredOn(column -> isErasable)
                .allSatisfy(column -> assertThat(PersonalRows.COLUMNS).contains(column.name()));
    }
}
