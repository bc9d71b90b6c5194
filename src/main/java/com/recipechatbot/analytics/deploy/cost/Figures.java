package com.recipechatbot.analytics.deploy.cost;

import com.recipechatbot.analytics.tables.TableContract;
import java.util.LinkedHashMap;
import java.util.Map;

/** Named figures with their sources: a small CSV file whose header is {@code name,value,unit,source}. */
public record Figures(String file, Map<String, Figure> figures) {

    /** @param source where the number was read, the command that measured it, or "assumption: " and why */
    public record Figure(double value, String unit, String source) {}

    /** Prices of AWS, in US dollars: see the head of the file for where and when. */
    public static Figures prices() {
        return read("/cost/prices.csv");
    }

    /** Measurements of a conversation and of a run. */
    public static Figures measurements() {
        return read("/cost/measurements.csv");
    }

    private static Figures read(String resource) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        TableContract.resource(resource)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .skip(1)
                .map(line -> line.split(",", 4))
                .forEach(cell -> figures.put(cell[0], new Figure(Double.parseDouble(cell[1]), cell[2], cell[3])));
        return new Figures(resource, figures);
    }

    public double value(String name) {
        Figure figure = figures.get(name);
        if (figure == null) {
            throw new IllegalArgumentException("Cannot find %s in %s.".formatted(name, file));
        }
        return figure.value();
    }
}
