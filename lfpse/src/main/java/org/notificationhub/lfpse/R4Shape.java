package org.notificationhub.lfpse;

final class R4Shape implements FhirShape {

    @Override
    public String toR4(String json, Faults faults) {
        return json;
    }

    @Override
    public String fromR4(String json) {
        return json;
    }

    @Override
    public String name(String resource, String element) {
        return element;
    }
}
