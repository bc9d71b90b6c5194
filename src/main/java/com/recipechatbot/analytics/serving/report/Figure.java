package com.recipechatbot.analytics.serving.report;

import java.util.List;

/**
 * A chart for one period.
 *
 * @param reading one sentence that says what the chart shows, or why there is nothing to show
 * @param rows what is drawn, listed in the table and downloaded: values in the order of the chart's columns
 */
record Figure(String reading, List<List<Object>> rows) {

    static Figure empty(String why) {
        return new Figure(why, List.of());
    }
}
