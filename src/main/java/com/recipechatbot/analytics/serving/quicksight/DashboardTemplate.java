package com.recipechatbot.analytics.serving.quicksight;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.recipechatbot.analytics.tables.TableContract;

/** The CloudFormation template of the dashboard: {@code emr/quicksight/stack.json} plus what the dashboard shows. */
public final class DashboardTemplate {

    private DashboardTemplate() {}

    /**
     * @return JSON, the same every time
     * @throws IllegalStateException when a file of {@code emr/quicksight} names something that does not exist
     */
    public static String print() {
        try {
            return Dashboard.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(of(Dashboard.read())) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot generate the dashboard's template: " + e.getMessage(), e);
        }
    }

    static ObjectNode of(Dashboard dashboard) throws JsonProcessingException {
        ObjectNode template = (ObjectNode) Dashboard.MAPPER.readTree(TableContract.resource("/quicksight/stack.json"));
        ObjectNode resources = template.withObject("/Resources");
        DataSets.resources(dashboard)
                .forEach((id, dataSet) -> resources.set(id, Dashboard.MAPPER.valueToTree(dataSet)));
        // Written twice: a dashboard that refers to a QuickSight template would not notice its changes.
        for (String shown : new String[] {"Analysis", "Dashboard"}) {
            resources
                    .withObject("/" + shown + "/Properties")
                    .set("Definition", Dashboard.MAPPER.valueToTree(new Definition(dashboard).json()));
        }
        return template;
    }
}
