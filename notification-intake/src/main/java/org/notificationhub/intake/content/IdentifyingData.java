package org.notificationhub.intake.content;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.notificationhub.http.Fault;
import org.notificationhub.identifying.IdentifyingText;

/**
 * Finds what identifies a person in what the sender wrote freely. CQC asks for codes that only the provider can
 * resolve; for radiation events nothing at all may identify anyone.
 */
@Singleton
public class IdentifyingData {

    /** One fault for each kind in each member; never the value. Who provides or was told is not looked at. */
    public List<Fault> faults(JsonNode body) {
        var faults = new ArrayList<Fault>();
        look("/reference", body.path("reference"), faults);
        look("/summary", body.path("summary"), faults);
        look("/details", body.path("details"), faults);
        var people = body.path("people");
        for (var i = 0; i < people.size(); i++) {
            lookAtCode("/people/" + i + "/code", people.get(i).path("code"), faults);
        }
        faults.sort(null);
        return faults;
    }

    private void look(String pointer, JsonNode node, List<Fault> faults) {
        if (node.isTextual()) {
            faults.addAll(IdentifyingText.faults(pointer, node.textValue()));
        } else if (node.isObject()) {
            node.properties().forEach(member -> look(pointer + "/" + member.getKey(), member.getValue(), faults));
        } else if (node.isArray()) {
            for (var i = 0; i < node.size(); i++) {
                look(pointer + "/" + i, node.get(i), faults);
            }
        }
    }

    private void lookAtCode(String pointer, JsonNode code, List<Fault> faults) {
        look(pointer, code, faults);
        if (code.isTextual()) {
            faults.addAll(IdentifyingText.dateFaults(pointer, code.textValue()));
        }
    }
}
