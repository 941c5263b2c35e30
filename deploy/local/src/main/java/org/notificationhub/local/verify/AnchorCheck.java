package org.notificationhub.local.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.notificationhub.local.verify.Verdict.Altered;
import org.notificationhub.local.verify.Verdict.Check;

/** Whether what was anchored is still there as it was: nobody has cut off the end of the chain, or written it anew. */
record AnchorCheck(Pack pack, TrustedKeys keys) {

    private static final String OF = "anchors";
    private static final byte[] LEAF = {0};
    private static final byte[] NODE = {1};

    List<Check> checks() {
        var anchors = new LinkedHashMap<Long, JsonNode>();
        pack.each("anchors").forEach(anchor -> anchors.put(anchor.path("number").asLong(), anchor));
        var faults = new ArrayList<Check>();
        anchors.values().forEach(anchor -> check(anchor, anchors, faults));
        pack.each("proofs")
                .forEach(proof -> check(proof, anchors.get(proof.path("anchor").asLong()), faults));
        return faults.isEmpty() ? List.of(nothingFound(anchors)) : faults;
    }

    private Check nothingFound(Map<Long, JsonNode> anchors) {
        var proven = pack.each("proofs")
                .mapToInt(proof -> proof.path("entry").asInt())
                .max()
                .orElse(0);
        if (proven == 0) {
            return Check.notChecked(OF, "No entry had been anchored when the pack was made");
        }
        var unsigned = anchors.values().stream().anyMatch(anchor -> !anchor.hasNonNull("kid"));
        return Check.ok(
                OF,
                "Entries 1 to %d are those that were anchored%s"
                        .formatted(proven, unsigned ? "; an anchor is not signed, compare it with the log" : ""));
    }

    private void check(JsonNode anchor, Map<Long, JsonNode> anchors, List<Check> faults) {
        var name = "Anchor " + anchor.path("number").asText();
        var text = text(anchor);
        if (!Bytes.sha256(text).equals(anchor.path("hash").asText())) {
            faults.add(Check.failed(OF, name + " has been altered"));
        } else if (anchor.hasNonNull("kid") && !isSigned(anchor, text)) {
            faults.add(Check.failed(OF, name + " is not signed by a key that is trusted"));
        }
        var before = anchors.get(anchor.path("number").asLong() - 1);
        if (before != null && !before.path("hash").equals(anchor.path("previousHash"))) {
            faults.add(Check.failed(OF, name + " does not follow the one before it"));
        }
    }

    private boolean isSigned(JsonNode anchor, String text) {
        var kid = anchor.path("kid").asText();
        return keys.knows(kid)
                && keys.signed(kid, text, anchor.path("signature").asText());
    }

    private static String text(JsonNode anchor) {
        return String.join(
                "\n",
                "hub-anchor-1",
                anchor.path("number").asText(),
                anchor.path("at").asText(),
                anchor.path("leaves").asText(),
                anchor.path("root").asText(),
                anchor.path("previousHash").asText());
    }

    private void check(JsonNode proof, JsonNode anchor, List<Check> faults) {
        var number = proof.path("entry").asInt();
        if (number < 1 || anchor == null || !leadsTo(anchor, proof)) {
            faults.add(Check.failed(OF, "The proof for entry %d leads to no anchor".formatted(number)));
            return;
        }
        var at = anchor.path("at").asText();
        var entries = pack.entries();
        if (number > entries.size()) {
            var missing = entries.size() + 1;
            faults.add(Check.failed(
                    OF,
                    "The end has been cut off: on %s there were entries up to %d".formatted(at, number),
                    new Altered(missing, null, null)));
        } else if (!entries.get(number - 1).hash().equals(proof.path("hash").asText())) {
            faults.add(Check.failed(
                    OF,
                    "Entries up to %d have been written anew since %s, when they were anchored".formatted(number, at),
                    entries.get(firstUnproven(number)).altered()));
        }
    }

    /** The chain fits itself, so nothing says where it was changed but the last entry that is still proven. */
    private int firstUnproven(int number) {
        var entries = pack.entries();
        return pack.each("proofs")
                .filter(proof -> proof.path("entry").asInt() < number)
                .filter(proof -> entries.get(proof.path("entry").asInt() - 1)
                        .hash()
                        .equals(proof.path("hash").asText()))
                .mapToInt(proof -> proof.path("entry").asInt())
                .max()
                .orElse(0);
    }

    /** RFC 9162, section 2.1.3.2. */
    private static boolean leadsTo(JsonNode anchor, JsonNode proof) {
        var place = proof.path("position").asLong();
        var last = anchor.path("leaves").asLong() - 1;
        if (place < 0 || place > last) {
            return false;
        }
        var hash = Bytes.sha256(LEAF, Bytes.hash(proof.path("hash").asText()));
        for (var step : proof.path("path")) {
            if (last == 0) {
                return false;
            }
            var sibling = Bytes.hash(step.asText());
            if (place % 2 == 1 || place == last) {
                hash = Bytes.sha256(NODE, sibling, hash);
                while (place % 2 == 0 && place != 0) {
                    place /= 2;
                    last /= 2;
                }
            } else {
                hash = Bytes.sha256(NODE, hash, sibling);
            }
            place /= 2;
            last /= 2;
        }
        return last == 0
                && HexFormat.of().formatHex(hash).equals(anchor.path("root").asText());
    }
}
