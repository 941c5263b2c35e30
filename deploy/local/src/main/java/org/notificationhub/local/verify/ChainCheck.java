package org.notificationhub.local.verify;

import org.notificationhub.local.verify.Pack.Entry;
import org.notificationhub.local.verify.Verdict.Altered;
import org.notificationhub.local.verify.Verdict.Check;

/** Whether every entry is as it was written, and none is missing between them. */
record ChainCheck(Pack pack) {

    private static final String OF = "chain";
    private static final String BEGINNING = "0".repeat(64);

    Check check() {
        var before = BEGINNING;
        for (var entry : pack.entries()) {
            var fault = fault(entry, before);
            if (fault != null) {
                return fault;
            }
            before = entry.hash();
        }
        var count = pack.entries().size();
        return count == 0
                ? Check.failed(OF, "There is no entry at all", new Altered(1, null, null))
                : Check.ok(OF, count + " entries, numbered without a gap, each as it was written");
    }

    private Check fault(Entry entry, String before) {
        if (!entry.json().path("number").isInt() || entry.json().path("number").intValue() < entry.place()) {
            return altered(entry, "does not stand in its place");
        }
        if (entry.json().path("number").intValue() > entry.place()) {
            return Check.failed(
                    OF, "Entry %d is missing".formatted(entry.place()), new Altered(entry.place(), null, null));
        }
        if (!entry.hash().equals(hash(entry))) {
            return altered(entry, "has been altered: its hash does not fit what it says");
        }
        return entry.text("previousHash").equals(before)
                ? null
                : altered(entry, "has been put in: it does not follow the entry before it");
    }

    private static Check altered(Entry entry, String how) {
        return Check.failed(OF, "E" + entry.altered().words().substring(1) + " " + how, entry.altered());
    }

    private String hash(Entry entry) {
        return Bytes.sha256(String.join(
                "\n",
                "hub-evidence-1",
                pack.notificationId(),
                entry.text("number"),
                entry.text("at"),
                entry.step(),
                entry.text("actor"),
                entry.text("body"),
                entry.text("previousHash")));
    }
}
