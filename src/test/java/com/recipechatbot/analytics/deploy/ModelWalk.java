package com.recipechatbot.analytics.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Compares JSON with a model class of the SDK: no unknown name, and each value of its type. What is missing it cannot tell. */
public final class ModelWalk {

    private final boolean pascalCase;
    private final List<String> faults = new ArrayList<>();

    private ModelWalk(boolean pascalCase) {
        this.pascalCase = pascalCase;
    }

    /** As the service itself spells names: {@code applicationId}. */
    static List<String> faults(JsonNode json, SdkPojo model) {
        return walked(json, model, new ModelWalk(false));
    }

    /** As CloudFormation and EventBridge Scheduler spell them: {@code ApplicationId}. */
    public static List<String> faultsInPascalCase(JsonNode json, SdkPojo model) {
        return walked(json, model, new ModelWalk(true));
    }

    private static List<String> walked(JsonNode json, SdkPojo model, ModelWalk walk) {
        walk.object("", json, model);
        return walk.faults;
    }

    private void object(String place, JsonNode json, SdkPojo model) {
        if (!json.isObject()) {
            faults.add(place + " is no object");
            return;
        }
        json.properties().forEach(entry -> {
            String at = place + "/" + entry.getKey();
            Optional<SdkField<?>> field = model.sdkFields().stream()
                    .filter(candidate -> spelled(candidate).equals(entry.getKey()))
                    .findFirst();
            field.ifPresentOrElse(
                    found -> value(at, entry.getValue(), found, model), () -> faults.add(at + " is unknown"));
        });
    }

    private String spelled(SdkField<?> field) {
        String name = field.memberName();
        char first = name.charAt(0);
        return (pascalCase ? Character.toUpperCase(first) : first) + name.substring(1);
    }

    private void value(String place, JsonNode json, SdkField<?> field, SdkPojo owner) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            object(place, json, newModel(field.constructor()));
        } else if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            expect(json.isArray(), place, "no list");
            for (int i = 0; i < json.size(); i++) {
                value(place + "/" + i, json.path(i), member, owner);
            }
        } else if (type == MarshallingType.MAP) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            expect(json.isObject(), place, "no map");
            json.properties().forEach(entry -> value(place + "/" + entry.getKey(), entry.getValue(), member, owner));
        } else if (type == MarshallingType.STRING) {
            expect(json.isTextual(), place, "no text");
            List<String> known = knownValues(owner, field);
            expect(known.isEmpty() || known.contains(json.asText()), place, "none of " + known);
        } else if (type == MarshallingType.BOOLEAN) {
            expect(json.isBoolean(), place, "no boolean");
        } else {
            expect(json.isNumber(), place, "no number");
        }
    }

    /** The values of an enumeration; empty where any text will do. Only setters tell of it. */
    private static List<String> knownValues(SdkPojo owner, SdkField<?> field) {
        return Arrays.stream(owner.getClass().getMethods())
                .filter(method -> method.getName().equalsIgnoreCase(field.memberName()))
                .flatMap(method ->
                        Stream.concat(Stream.of(method.getReturnType()), Stream.of(method.getParameterTypes())))
                .filter(Class::isEnum)
                .findFirst()
                .map(type -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> !((Enum<?>) constant).name().equals("UNKNOWN_TO_SDK_VERSION"))
                        .map(Object::toString)
                        .toList())
                .orElse(List.of());
    }

    private void expect(boolean holds, String place, String fault) {
        if (!holds) {
            faults.add(place + " is " + fault);
        }
    }

    private static SdkPojo newModel(Supplier<SdkPojo> constructor) {
        return constructor.get();
    }
}
