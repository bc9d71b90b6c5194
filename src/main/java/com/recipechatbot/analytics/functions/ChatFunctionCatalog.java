package com.recipechatbot.analytics.functions;

import org.apache.spark.sql.catalyst.analysis.NoSuchFunctionException;
import org.apache.spark.sql.connector.catalog.FunctionCatalog;
import org.apache.spark.sql.connector.catalog.Identifier;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** Gives a session the functions as {@code chat.redact(text)}, also in permanent views: {@code spark.sql.catalog.chat} names this class. */
public final class ChatFunctionCatalog implements FunctionCatalog {

    private String name;

    @Override
    public void initialize(String name, CaseInsensitiveStringMap options) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Identifier[] listFunctions(String[] namespace) {
        return ChatFunctions.ALL.stream()
                .map(function -> Identifier.of(new String[0], function.name()))
                .toArray(Identifier[]::new);
    }

    @Override
    public UnboundFunction loadFunction(Identifier identifier) throws NoSuchFunctionException {
        return ChatFunctions.ALL.stream()
                .filter(function ->
                        identifier.namespace().length == 0 && function.name().equals(identifier.name()))
                .findFirst()
                .orElseThrow(() -> new NoSuchFunctionException(identifier));
    }
}
