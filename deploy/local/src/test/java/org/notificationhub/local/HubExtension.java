package org.notificationhub.local;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One hub for all the tests of a JVM: started for the first that asks, stopped after the last. */
final class HubExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(HubExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Hub.class;
    }

    @Override
    public Hub resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(NAMESPACE).computeIfAbsent(Hub.class, key -> Hub.start(), Hub.class);
    }
}
