package com.recipechatbot.analytics.functions;

import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.types.DataType;

/** A function with a name, which plans show, and with types that never depend on how it is called. */
public abstract class NamedFunction implements BoundFunction {

    private static final long serialVersionUID = 1L;

    private final String name;
    private final DataType resultType;
    private final DataType[] inputTypes;

    protected NamedFunction(String name, DataType resultType, DataType... inputTypes) {
        this.name = name;
        this.resultType = resultType;
        this.inputTypes = inputTypes.clone();
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final DataType resultType() {
        return resultType;
    }

    @Override
    public final DataType[] inputTypes() {
        return inputTypes.clone();
    }

    @Override
    public final String toString() {
        return name;
    }
}
