package com.recipechatbot.analytics.serving.quicksight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.tables.TableContract;

/** The CloudFormation template of the dashboard: {@code emr/quicksight/stack.json} and what it shows. */
public final class DashboardTemplate {

    private DashboardTemplate() {}

    /**
     * @return JSON, the same each time
     * @throws IllegalStateException when a file of {@code emr/quicksight} names what is not there
     */
    public static String print() {
        try {
            return Dashboard.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(Dashboard.read())) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot make the dashboard's template: " + e.getMessage(), e);
        }
    }

    static ObjectNode of(Dashboard dashboard) throws JsonProcessingException {
        ObjectNode template = (ObjectNode) Dashboard.MAPPER.readTree(TableContract.resource("/quicksight/stack.json"));
        ObjectNode resources = template.withObject("/Resources");
        DataSets.resources(dashboard)
                .forEach((id, dataSet) -> resources.set(id, Dashboard.MAPPER.valueToTree(dataSet)));
        // Twice the same: a dashboard that refers to a template of QuickSight would not see its changes.
        for (String shown : new String[] {"Analysis", "Dashboard"}) {
            resources
                    .withObject("/" + shown + "/Properties")
                    .set("Definition", Dashboard.MAPPER.valueToTree(new Definition(dashboard).json()));
        }
        return template;
    }
}
