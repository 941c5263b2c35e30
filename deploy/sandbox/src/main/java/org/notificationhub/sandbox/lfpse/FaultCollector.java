package org.notificationhub.sandbox.lfpse;

import ca.uhn.fhir.parser.IParserErrorHandler;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ScalarType;
import ca.uhn.fhir.parser.json.BaseJsonLikeValue.ValueType;
import java.util.ArrayList;
import java.util.List;

/** As strict as the parser's own strict handler, which stops at the first fault; this one goes on and keeps them all. */
final class FaultCollector implements IParserErrorHandler {

    private final List<Issue> issues = new ArrayList<>();

    List<Issue> issues() {
        return issues;
    }

    @Override
    public void containedResourceWithNoId(IParseLocation location) {
        add(location, "contained", "A contained resource has no id");
    }

    @Override
    public void incorrectJsonType(
            IParseLocation location,
            String element,
            ValueType expected,
            ScalarType expectedScalar,
            ValueType found,
            ScalarType foundScalar) {
        add(location, element, "Expected JSON " + expected + " but found " + found);
    }

    @Override
    public void invalidValue(IParseLocation location, String value, String error) {
        add(location, "", "The value is not of the element's type");
    }

    @Override
    public void missingRequiredElement(IParseLocation location, String element) {
        add(location, element, "The element is required");
    }

    @Override
    public void unexpectedRepeatingElement(IParseLocation location, String element) {
        add(location, element, "The element may not repeat");
    }

    @Override
    public void unknownAttribute(IParseLocation location, String attribute) {
        add(location, attribute, "Unknown attribute");
    }

    @Override
    public void unknownElement(IParseLocation location, String element) {
        add(location, element, "Unknown element");
    }

    /** Left to the rule about contained resources, which can say which element points nowhere. */
    @Override
    public void unknownReference(IParseLocation location, String reference) {}

    /** As above. */
    @Override
    public void invalidInternalReference(IParseLocation location, String reference) {}

    @Override
    public void extensionContainsValueAndNestedExtensions(IParseLocation location) {
        add(location, "extension", "An extension has a value and extensions");
    }

    private void add(IParseLocation location, String element, String text) {
        var parent = location == null || location.getParentElementName() == null
                ? "AdverseEvent"
                : location.getParentElementName();
        issues.add(Issue.unreadable(element.isEmpty() ? parent : parent + "." + element, text));
    }
}
