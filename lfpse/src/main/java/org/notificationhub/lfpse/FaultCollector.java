package org.notificationhub.lfpse;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.lfpse.Fault.Severity;

/**
 * As strict as the parser's own strict handler, which stops at the first fault; this one goes on and keeps them all. The parser
 * rarely knows where in the resource it is: {@link Structure} does.
 */
final class FaultCollector implements IParserErrorHandler {

    private final List<Fault> faults = new ArrayList<>();

    List<Fault> faults() {
        return faults;
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        add("contained", "A contained resource has no id");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        add("json-type", "An element is of another type of JSON");
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        add("value", "The value is not of the element's type");
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String element) {
        add("required", "An element is required");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        add("json-type", "An element may not repeat");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        add("unknown-element", "FHIR has no such attribute");
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        add("unknown-element", "FHIR has no such element here");
    }

    /** Left to the rule about contained resources, which can say which element points nowhere. */
    @Override
    public void unknownReference(IParseLocation location, String reference) {}

    /** As above. */
    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {}

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        add("extension-form", "An extension has a value and extensions");
    }

    private void add(String rule, String text) {
        faults.add(new Fault(Severity.FATAL, rule, "AdverseEvent", null, text));
    }
}
