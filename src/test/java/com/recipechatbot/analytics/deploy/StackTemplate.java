package com.recipechatbot.analytics.deploy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * {@code emr/stack.yaml} as CloudFormation reads it: short forms such as {@code !Ref} are maps of one function, and
 * scalars stay the text that they are.
 */
public final class StackTemplate {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z0-9:.]+)}");

    private final Map<String, Object> root;

    private StackTemplate(Map<String, Object> root) {
        this.root = root;
    }

    public static StackTemplate read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        // CloudFormation knows no aliases.
        options.setMaxAliasesForCollections(0);
        ShortForms forms = new ShortForms(options);
        return new StackTemplate(map(new Yaml(forms).load(Files.readString(file))));
    }

    @SuppressWarnings("unchecked")
    public static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    public static List<Object> list(Object value) {
        return value instanceof List ? (List<Object>) value : List.of(value);
    }

    public Map<String, Object> section(String name) {
        return map(root.get(name));
    }

    public Map<String, Object> resource(String name) {
        return map(section("Resources").get(name));
    }

    Map<String, Object> properties(String name) {
        return map(resource(name).get("Properties"));
    }

    List<String> resourcesOf(String type) {
        return section("Resources").entrySet().stream()
                .filter(entry -> map(entry.getValue()).get("Type").equals(type))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Every name that a Ref, GetAtt, Sub or Condition uses, GetAtt as {@code Name.Attribute}. */
    Set<String> references() {
        Set<String> names = new TreeSet<>();
        walk(root, (function, value) -> {
            switch (function) {
                case "Ref", "Condition" -> {
                    if (value instanceof String name) {
                        names.add(name);
                    }
                }
                case "Fn::GetAtt" -> names.add(value.toString());
                case "Fn::Sub" -> {
                    names.addAll(referencesIn(list(value).get(0).toString()));
                    names.removeAll(variables(value).keySet());
                }
                default -> {}
            }
        });
        return names;
    }

    /** What an If gives when its condition holds; other values as they are. */
    public static Object chosen(Object value) {
        return value instanceof Map && map(value).containsKey("Fn::If")
                ? list(map(value).get("Fn::If")).get(1)
                : value;
    }

    /** What an If gives when its condition does not hold; other values as they are. */
    public static Object otherwise(Object value) {
        return value instanceof Map && map(value).containsKey("Fn::If")
                ? list(map(value).get("Fn::If")).get(2)
                : value;
    }

    /** The variables of a Sub that has some. */
    static Map<String, Object> variables(Object sub) {
        return list(sub).size() == 2 ? map(list(sub).get(1)) : Map.of();
    }

    /** The value of a FindInMap whose keys are written out. */
    String mapped(Object function) {
        List<Object> keys = list(map(function).get("Fn::FindInMap"));
        return map(map(section("Mappings").get(keys.get(0))).get(keys.get(1)))
                .get(keys.get(2))
                .toString();
    }

    public static List<String> referencesIn(String text) {
        return REFERENCE.matcher(text).results().map(found -> found.group(1)).toList();
    }

    /** The text of a value with its references left as they are: {@code !Ref X} is <code>${X}</code>. */
    public static String text(Object value) {
        if (value instanceof Map<?, ?> function && function.size() == 1) {
            Map.Entry<?, ?> only = function.entrySet().iterator().next();
            return switch (only.getKey().toString()) {
                case "Ref", "Fn::GetAtt" -> "${" + only.getValue() + "}";
                case "Fn::Sub" -> list(only.getValue()).get(0).toString();
                default -> value.toString();
            };
        }
        return value.toString();
    }

    /** Calls back with each key and value below, at any depth. */
    static void walk(Object value, BiConsumer<String, Object> visitor) {
        if (value instanceof Map) {
            map(value).forEach((key, below) -> {
                visitor.accept(key, below);
                walk(below, visitor);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(below -> walk(below, visitor));
        }
    }

    Object root() {
        return root;
    }

    private static final class ShortForms extends SafeConstructor {

        ShortForms(LoaderOptions options) {
            super(options);
            // CloudFormation takes a number and true as text; here they stay what was written.
            yamlConstructors.put(Tag.INT, new Written());
            yamlConstructors.put(Tag.BOOL, new Written());
            yamlMultiConstructors.put("!", new Written());
        }

        private final class Written extends org.yaml.snakeyaml.constructor.AbstractConstruct {
            @Override
            public Object construct(Node node) {
                String tag = node.getTag().getValue();
                if (!tag.startsWith("!")) {
                    return ((ScalarNode) node).getValue();
                }
                String name = tag.substring(1);
                String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
                return Map.of(function, plain(node));
            }
        }

        private Object plain(Node node) {
            if (node instanceof ScalarNode scalar) {
                return scalar.getValue();
            }
            if (node instanceof SequenceNode sequence) {
                List<Object> values = new ArrayList<>();
                sequence.getValue().forEach(value -> values.add(constructObject(value)));
                return values;
            }
            return ((MappingNode) node)
                    .getValue().stream()
                            .collect(Collectors.toMap(
                                    pair -> ((ScalarNode) pair.getKeyNode()).getValue(),
                                    pair -> constructObject(pair.getValueNode())));
        }
    }
}
