package com.recipechatbot.analytics.serving.report;

import java.util.List;

/**
 * A chart for one period.
 *
 * @param reading one sentence that says what is to be seen, or why there is nothing
 * @param rows what is drawn, shown as a table and downloaded: values in the order of the chart's columns
 */
record Figure(String reading, List<List<Object>> rows) {

    static Figure empty(String why) {
        return new Figure(why, List.of());
    }
}
