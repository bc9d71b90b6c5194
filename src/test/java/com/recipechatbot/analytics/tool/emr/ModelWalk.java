package com.recipechatbot.analytics.tool.emr;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** Compares JSON with a model class of the SDK: no unknown name, and each value of its type. */
final class ModelWalk {

    private final boolean pascalCase;
    private final List<String> faults = new ArrayList<>();

    private ModelWalk(boolean pascalCase) {
        this.pascalCase = pascalCase;
    }

    /** As the service itself spells names: {@code applicationId}. */
    static List<String> faults(JsonNode json, SdkPojo model) {
        return walked(json, model, new ModelWalk(false));
    }

    /** As EventBridge Scheduler spells them: {@code ApplicationId}. */
    static List<String> faultsInPascalCase(JsonNode json, SdkPojo model) {
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
            field.ifPresentOrElse(found -> value(at, entry.getValue(), found), () -> faults.add(at + " is unknown"));
        });
    }

    private String spelled(SdkField<?> field) {
        String name = field.memberName();
        char first = name.charAt(0);
        return (pascalCase ? Character.toUpperCase(first) : first) + name.substring(1);
    }

    private void value(String place, JsonNode json, SdkField<?> field) {
        MarshallingType<?> type = field.marshallingType();
        if (type == MarshallingType.SDK_POJO) {
            object(place, json, newModel(field.constructor()));
        } else if (type == MarshallingType.LIST) {
            SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
            expect(json.isArray(), place, "no list");
            for (int i = 0; i < json.size(); i++) {
                value(place + "/" + i, json.path(i), member);
            }
        } else if (type == MarshallingType.MAP) {
            SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
            expect(json.isObject(), place, "no map");
            json.properties().forEach(entry -> value(place + "/" + entry.getKey(), entry.getValue(), member));
        } else if (type == MarshallingType.STRING) {
            expect(json.isTextual(), place, "no text");
        } else if (type == MarshallingType.BOOLEAN) {
            expect(json.isBoolean(), place, "no boolean");
        } else {
            expect(json.isNumber(), place, "no number");
        }
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
